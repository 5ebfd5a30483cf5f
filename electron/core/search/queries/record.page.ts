import { recordPage } from '../../../../shared/contract/record.ts'
import { foundWords } from '../../../../shared/text/matches.ts'
import { answer } from '../../vault/handler.ts'
import { recordRows, wholeRows } from '../../vault/record/read.ts'
import { compileSearch, leftOutHints } from '../find.ts'
import { pageInOrder } from '../order.ts'

export default answer(recordPage, ({ db, folder }, { search, before, beside, order, words, limit, live }) => {
  const compiled = compileSearch(db, folder, search, { live, everyday: true })
  const after = before === null ? null : { id: before, beside }
  const keys = pageInOrder(db, compiled, order, after, limit)
  const ids = keys.map(({ id }) => id)
  const hidden = before === null && ids.length === 0 ? leftOutHints(db, folder, search, live) : []
  return {
    rows: recordRows(db, ids),
    besides: keys.map(({ beside }) => beside),
    words: words ? wholeRows(db, ids).map(({ text }) => [...foundWords(text, compiled.terms)]) : [],
    terms: compiled.terms.map(({ text, prefix }) => (prefix ? `${text}*` : text)),
    problems: [...compiled.problems],
    hints: [...compiled.hints, ...hidden],
    explained: compiled.explained,
  }
})
