import { noteList } from '../../../../shared/contract/note.ts'
import { answer } from '../handler.ts'
import { attachmentsOn } from '../repository/record/attachment.ts'
import { notesOn } from '../repository/record/note.ts'

export default answer(noteList, ({ db }, { subject }) => ({
  notes: notesOn(db, subject),
  attachments: attachmentsOn(db, subject),
}))
