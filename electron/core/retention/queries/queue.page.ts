import { queuePage } from '../../../../shared/contract/decision.ts'
import { compileSearch, pageOfIds } from '../../search/find.ts'
import { answer } from '../../vault/handler.ts'
import { recordRows } from '../../vault/record/read.ts'
import { notesOf, standsOf } from '../../vault/repository/retention/decision.ts'

export default answer(queuePage, ({ db, folder }, { search: text, before, limit }) => {
  const search = compileSearch(db, folder, text, { live: false, everyday: true })
  const ids = pageOfIds(db, search, before, limit)
  const decisions = new Map(standsOf(db, ids).map(({ record, decision }) => [record, decision]))
  const notes = new Map(notesOf(db, ids).map((note) => [note.record, note]))
  const items = recordRows(db, ids).map((row) => {
    const note = notes.get(row.id)
    return {
      row,
      decision: decisions.get(row.id) ?? null,
      note: note === undefined ? null : { id: note.id, text: note.text, by: note.name },
    }
  })
  return { items, problems: [...search.problems] }
})
