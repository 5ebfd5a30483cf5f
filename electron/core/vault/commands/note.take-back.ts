import { noteTakeBack } from '../../../../shared/contract/note.ts'
import { apply } from '../handler.ts'
import { notThere } from '../known-subject.ts'
import { findNote, insertWording } from '../repository/record/note.ts'

export default apply(noteTakeBack, ['notes', 'ledger'], ({ db, now, actor, note }, { note: id }) => {
  const standing = findNote(db, id)
  if (standing === null || standing.text === null) throw notThere(`note ${id}, or it was taken back before`)
  insertWording(db, id, null, now, actor.person)
  note({ note: id, on: standing.kind, of: standing.id })
  return {}
})
