// Copies of a review that went to somebody, and the replies that came back.
import { KeyId } from '../../../../../shared/contract/key.ts'
import { PersonId, RecordId, type RequestId } from '../../../../../shared/domain/id.ts'
import type { CopyReply } from '../../../../../shared/domain/review/review-copy.ts'
import { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'
import { fingerprintOf } from '../../key/seal.ts'

export interface NewReviewCopy {
  readonly request: RequestId
  readonly person: PersonId
  readonly name: string
  readonly digest: Uint8Array
  readonly decisions: Uint8Array
  readonly passphrase: string | null
  readonly replyKey: string
  readonly at: Instant
  readonly by: PersonId | null
}

export interface ReviewCopy extends NewReviewCopy {
  readonly id: number
}

interface Row {
  readonly id: number
  readonly request: RequestId
  readonly person: string
  readonly name: string
  readonly digest: Uint8Array
  readonly decisions: Uint8Array
  readonly passphrase: string | null
  readonly replyKey: string
  readonly at: number
  readonly by: string | null
}

const COPY = `SELECT id, request_id AS request, person_id AS person, name, digest, decisions, passphrase, reply_key AS replyKey,
  made_at AS at, made_by AS "by" FROM review_copy`

/** Writes a copy down; returns its number. */
export function insertReviewCopy(db: Driver, copy: NewReviewCopy): number {
  const { request, person, name, digest, decisions, passphrase, replyKey, at, by } = copy
  return db.run(
    `INSERT INTO review_copy (request_id, person_id, name, digest, decisions, passphrase, reply_key, made_at, made_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[request, person, name, digest, decisions, passphrase, replyKey, at, by],
  ).id
}

/** The copies of a request's review, the newest first. */
export function reviewCopies(db: Driver, request: RequestId): ReviewCopy[] {
  return db.all<Row>(`${COPY} WHERE request_id = ? ORDER BY id DESC`, request).map(toCopy)
}

/** The copy with a digest, whichever request it is of. */
export function findReviewCopy(db: Driver, digest: Uint8Array): ReviewCopy | null {
  const row = db.get<Row>(`${COPY} WHERE digest = ?`, digest)
  return row === undefined ? null : toCopy(row)
}

/** Whether the same file was taken in before. */
export function hasReply(db: Driver, digest: Uint8Array): boolean {
  return db.get('SELECT 1 FROM review_reply WHERE digest = ?', digest) !== undefined
}

/** Writes a reply and its comments down. */
export function insertReply(
  db: Driver,
  copy: number,
  {
    digest,
    reply: { words, signed, comments, madeAt },
    proof,
  }: {
    readonly digest: Uint8Array
    readonly reply: CopyReply
    readonly proof: { readonly key: number; readonly statement: string; readonly signature: Uint8Array } | null
  },
  { at, by }: { readonly at: Instant; readonly by: PersonId | null },
): void {
  const { id } = db.run(
    `INSERT INTO review_reply (copy_id, digest, words, signed, replied_at, received_at, received_by) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ...[copy, digest, words, signed ? 1 : 0, madeAt, at, by],
  )
  if (proof !== null)
    db.run(
      'INSERT INTO review_reply_key_signature VALUES (?, ?, ?, ?)',
      ...[id, proof.key, proof.statement, proof.signature],
    )
  for (const { record, words: said } of comments)
    db.run('INSERT INTO review_comment (reply_id, record_id, words) VALUES (?, ?, ?)', id, record, said)
}

interface ReplyRow {
  readonly id: number
  readonly words: string
  readonly signed: number
  readonly at: number
  readonly keyId: number | null
  readonly publicKey: Uint8Array | null
}

/** The replies to a copy, in the order in which they came. */
export function repliesTo(db: Driver, copy: number) {
  const rows = db.all<ReplyRow>(
    `SELECT review_reply.id, words, signed, received_at AS at, key_id AS keyId, public_key AS publicKey
     FROM review_reply LEFT JOIN review_reply_key_signature ON reply_id = review_reply.id
       LEFT JOIN person_key ON person_key.id = key_id WHERE copy_id = ? ORDER BY review_reply.id`,
    copy,
  )
  return rows.map(({ id, words, signed, at, keyId, publicKey }) => ({
    words,
    key:
      keyId === null || publicKey === null ? null : { id: KeyId.parse(keyId), fingerprint: fingerprintOf(publicKey) },
    signed: signed === 1,
    receivedAt: Instant.parse(at),
    comments: db
      .all<{ record: number; words: string }>(
        'SELECT record_id AS record, words FROM review_comment WHERE reply_id = ? ORDER BY id',
        id,
      )
      .map((one) => ({ record: RecordId.parse(one.record), words: one.words })),
  }))
}

/** What came back on one record for a request, the newest first. */
export function commentsOn(
  db: Driver,
  request: RequestId,
  record: number,
): { readonly by: PersonId; readonly at: Instant; readonly words: string }[] {
  const rows = db.all<{ by: string; at: number; words: string }>(
    `SELECT person_id AS "by", received_at AS at, review_comment.words FROM review_comment
       JOIN review_reply ON review_reply.id = reply_id JOIN review_copy ON review_copy.id = copy_id
     WHERE request_id = ? AND record_id = ? ORDER BY review_comment.id DESC`,
    request,
    record,
  )
  return rows.map(({ by, at, words }) => ({ by: PersonId.parse(by), at: Instant.parse(at), words }))
}

function toCopy(row: Row): ReviewCopy {
  return {
    ...row,
    person: PersonId.parse(row.person),
    at: Instant.parse(row.at),
    by: row.by === null ? null : PersonId.parse(row.by),
  }
}
