import { attachmentTakeBack } from '../../../../shared/contract/note.ts'
import { apply } from '../handler.ts'
import { notThere } from '../known-subject.ts'
import { takeAttachmentBack } from '../repository/record/attachment.ts'

export default apply(attachmentTakeBack, ['notes', 'ledger'], ({ db, now, actor, note }, { attachment, reason }) => {
  if (!takeAttachmentBack(db, attachment, { reason, at: now, by: actor.person })) {
    throw notThere(`attached file ${attachment}, or it was taken back before`)
  }
  note({ attachment, takenBack: true })
  return {}
})
