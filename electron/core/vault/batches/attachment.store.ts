// Files whose bytes are objects already, attached together.
import type { Subject } from '../../../../shared/domain/record/note.ts'
import { batch } from '../../job/define.ts'
import { digestOf } from '../hex.ts'
import { refuseUnknownSubject } from '../known-subject.ts'
import { saltedDigest } from '../objects/paper.ts'
import type { PutObject } from '../objects/put.ts'
import { insertObject } from '../repository/object.ts'
import { insertAttachment } from '../repository/record/attachment.ts'

export interface StoredFile {
  readonly name: string
  /** What its first bytes show that it is. */
  readonly mime: string
  readonly object: PutObject
}

interface Payload {
  readonly subject: Subject
  readonly files: readonly StoredFile[]
}

export default batch<Payload, number[]>('attachment.store', ['notes', 'ledger'], (context, { subject, files }) => {
  const { db, now, actor, note } = context
  refuseUnknownSubject(db, subject)
  return files.map(({ name, mime, object }) => {
    insertObject(db, { ...object, member: null }, now)
    const attachment = insertAttachment(db, { subject, name, mime, object: object.digest }, now, actor.person)
    note({ attachment, on: subject.kind, of: subject.id, ...saltedDigest(context, digestOf(object.digest)) })
    return attachment
  })
})
