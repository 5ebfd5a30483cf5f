import { noteWrite } from '../../../../shared/contract/note.ts'
import { apply } from '../handler.ts'
import { notThere, refuseUnknownSubject } from '../known-subject.ts'
import { findNote, insertNote, insertWording } from '../repository/record/note.ts'

export default apply(noteWrite, ['notes', 'ledger'], ({ db, now, actor, note }, { subject, note: known, text }) => {
  refuseUnknownSubject(db, subject)
  const before = known === null ? null : findNote(db, known)
  if (known !== null && (before?.kind !== subject.kind || before.id !== subject.id)) {
    throw notThere(`note ${known} on this ${subject.kind}`)
  }
  const id = known ?? insertNote(db, subject)
  if (before?.text !== text) insertWording(db, id, text, now, actor.person)
  note({ note: id, on: subject.kind, of: subject.id })
  return { note: id }
})
