// Attached files by what they are attached to; their bytes are objects of the vault.
import type { PersonId } from '../../../../../shared/domain/id.ts'
import { Attachment, type Subject } from '../../../../../shared/domain/record/note.ts'
import type { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'
import { digestOf } from '../../hex.ts'
import { nextNumber } from '../packet/given-number.ts'

export interface NewAttachment {
  readonly subject: Subject
  readonly name: string
  readonly mime: string
  readonly object: Uint8Array
}

interface Row {
  readonly digest: Uint8Array | null
  readonly backAt: number | null
  readonly backBy: string | null
  readonly backReason: string | null
}

const ATTACHMENT = `SELECT attachment.id, name, attachment.mime, size, object_digest AS digest, attached_at AS at, attached_by AS "by",
  taken_back_at AS backAt, taken_back_by AS backBy, taken_back_reason AS backReason
  FROM attachment LEFT JOIN object ON object.digest = object_digest`

/** Writes an attachment down; its object is there already. Returns its number. */
export function insertAttachment(db: Driver, attached: NewAttachment, at: Instant, by: PersonId | null): number {
  const { subject, name, mime, object } = attached
  const columns = 'subject_kind, subject_id, object_digest, name, mime, attached_at, attached_by'
  const values = [subject.kind, subject.id, object, name, mime, at, by]
  return db.run(
    `INSERT INTO attachment (id, ${columns}) VALUES (${nextNumber('attachment')}, ?, ?, ?, ?, ?, ?, ?)`,
    ...values,
  ).id
}

/** The files attached to a subject, newest first. */
export function attachmentsOn(db: Driver, { kind, id }: Subject): Attachment[] {
  return db
    .all<Row>(`${ATTACHMENT} WHERE subject_kind = ? AND subject_id = ? ORDER BY attachment.id DESC`, kind, id)
    .map(toAttachment)
}

/** An attachment, or null. */
export function findAttachment(db: Driver, id: number): Attachment | null {
  const row = db.get<Row>(`${ATTACHMENT} WHERE attachment.id = ?`, id)
  return row === undefined ? null : toAttachment(row)
}

/** Marks an attachment as taken back. Returns whether it stood. */
export function takeAttachmentBack(
  db: Driver,
  id: number,
  { reason, at, by }: { readonly reason: string; readonly at: Instant; readonly by: PersonId | null },
): boolean {
  const sql = `UPDATE attachment SET taken_back_at = ?, taken_back_by = ?, taken_back_reason = ? WHERE id = ? AND taken_back_at IS NULL`
  return db.run(sql, at, by, reason, id).changes > 0
}

/** Lets go of bytes that are removed under an order; that something was attached stays written down. */
export function letBytesGo(db: Driver, object: Uint8Array): void {
  db.run('UPDATE attachment SET object_digest = NULL WHERE object_digest = ?', object)
}

function toAttachment({ backAt, backBy, backReason, digest, ...row }: Row): Attachment {
  return Attachment.parse({
    ...row,
    digest: digest === null ? null : digestOf(digest),
    takenBack: backAt === null ? null : { at: backAt, by: backBy, reason: backReason },
  })
}
