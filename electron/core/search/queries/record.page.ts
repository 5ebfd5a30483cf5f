import { recordPage } from '../../../../shared/contract/record.ts'
import { answer } from '../../vault/handler.ts'
import { recordRows } from '../../vault/record/read.ts'
import { compileSearch, pageOfIds } from '../find.ts'

export default answer(recordPage, ({ db, folder }, { search, before, limit, live }) => {
  const compiled = compileSearch(db, folder, search, { live, everyday: true })
  return {
    rows: recordRows(db, pageOfIds(db, compiled, before, limit)),
    terms: compiled.terms.map(({ text, prefix }) => (prefix ? `${text}*` : text)),
    problems: [...compiled.problems],
    explained: compiled.explained,
  }
})
