import { recordPage } from '../../../../shared/contract/record.ts'
import { answer } from '../../vault/handler.ts'
import { recordRows } from '../../vault/record/read.ts'
import { compileSearch, leftOutHints, pageOfIds } from '../find.ts'

export default answer(recordPage, ({ db, folder }, { search, before, limit, live }) => {
  const compiled = compileSearch(db, folder, search, { live, everyday: true })
  const ids = pageOfIds(db, compiled, before, limit)
  const hidden = before === null && ids.length === 0 ? leftOutHints(db, folder, search, live) : []
  return {
    rows: recordRows(db, ids),
    terms: compiled.terms.map(({ text, prefix }) => (prefix ? `${text}*` : text)),
    problems: [...compiled.problems],
    hints: [...compiled.hints, ...hidden],
    explained: compiled.explained,
  }
})
