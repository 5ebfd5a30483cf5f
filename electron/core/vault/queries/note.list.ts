import { noteList } from '../../../../shared/contract/note.ts'
import { answer } from '../handler.ts'
import { attachmentsOn } from '../repository/attachment.ts'
import { notesOn } from '../repository/note.ts'

export default answer(noteList, ({ db }, { subject }) => ({
  notes: notesOn(db, subject),
  attachments: attachmentsOn(db, subject),
}))
