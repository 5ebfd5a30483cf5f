import { attachmentPaste } from '../../../../shared/contract/note.ts'
import { safeFileName } from '../../../../shared/text/file-name.ts'
import { apply } from '../handler.ts'
import { digestBytes } from '../hex.ts'
import { refuseUnknownSubject } from '../known-subject.ts'
import { sniffDocument } from '../objects/mime.ts'
import { keepPaper, saltedDigest } from '../objects/paper.ts'
import { insertAttachment } from '../repository/record/attachment.ts'

export default apply(attachmentPaste, ['notes', 'ledger'], (context, { subject, document }) => {
  const { db, now, actor, note } = context
  refuseUnknownSubject(db, subject)
  const digest = keepPaper(context, document)
  const mime = sniffDocument(Buffer.from(document.bytes.slice(0, 4096), 'base64'))
  const attached = { subject, name: safeFileName(document.name, new Map()), mime, object: digestBytes(digest) }
  const attachment = insertAttachment(db, attached, now, actor.person)
  note({ attachment, on: subject.kind, of: subject.id, ...saltedDigest(context, digest) })
  return { attachment }
})
