// Signatures over a review: by name, by a key here, or by one that signed a reply to a review copy.
import { type Digest, PersonId, type RequestId } from '../../../../../shared/domain/id.ts'
import { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'
import { fingerprintOf } from '../../key/seal.ts'

/** `key` null: signed by name, or as a reply reported it. */
export interface ReviewSignature {
  readonly id: number
  readonly decisions: Uint8Array
  readonly at: Instant
  readonly by: PersonId
  readonly key: { readonly id: number; readonly publicKey: Uint8Array; readonly fingerprint: Digest } | null
}

interface Row {
  readonly id: number
  readonly decisions: Uint8Array
  readonly at: number
  readonly by: string
  readonly keyId: number | null
  readonly publicKey: Uint8Array | null
}

/** The signature over a request's review that was given last; null where there is none. */
export function lastSignature(db: Driver, request: RequestId): ReviewSignature | null {
  const sql = `SELECT review_signature.id, decisions, signed_at AS at, signed_by AS "by", key_id AS keyId, public_key AS publicKey
    FROM review_signature LEFT JOIN review_signature_key ON signature_id = review_signature.id
    LEFT JOIN person_key ON person_key.id = key_id
    WHERE request_id = ? ORDER BY review_signature.id DESC LIMIT 1`
  const row = db.get<Row>(sql, request)
  if (row === undefined) return null
  const { keyId, publicKey, ...rest } = row
  const key =
    keyId === null || publicKey === null ? null : { id: keyId, publicKey, fingerprint: fingerprintOf(publicKey) }
  return { ...rest, at: Instant.parse(row.at), by: PersonId.parse(row.by), key }
}

/** A key that gave a signature. `signature`: its bytes; null where they stand in the reply that it came with. */
export interface GivenByKey {
  readonly key: number
  readonly signature: Uint8Array | null
}

/** Writes a signature down. @param person who signed; @param given null: by name, or as reported */
export function insertSignature(
  db: Driver,
  request: RequestId,
  decisions: Uint8Array,
  at: Instant,
  { person, given }: { readonly person: PersonId; readonly given: GivenByKey | null },
): void {
  const sql = 'INSERT INTO review_signature (request_id, decisions, signed_at, signed_by) VALUES (?, ?, ?, ?)'
  const { id } = db.run(sql, request, decisions, at, person)
  if (given === null) return
  db.run('INSERT INTO review_signature_key VALUES (?, ?)', id, given.key)
  if (given.signature !== null) db.run('INSERT INTO review_key_signature VALUES (?, ?)', id, given.signature)
}

/** A signature of a key; `statement` null: over the statement of the review itself, else what the answer to a copy says. */
export interface KeySignature {
  readonly statement: string | null
  readonly signature: Uint8Array
}

/** What a key signed in a signature; null where neither it nor a reply to a copy of those decisions holds it. */
export function keySignature(
  db: Driver,
  request: RequestId,
  { id, decisions, key }: ReviewSignature,
): KeySignature | null {
  const own = db.get<{ signature: Uint8Array }>('SELECT signature FROM review_key_signature WHERE signature_id = ?', id)
  if (own !== undefined) return { statement: null, signature: own.signature }
  const sql = `SELECT statement, signature FROM review_reply_key_signature
    JOIN review_reply ON review_reply.id = reply_id JOIN review_copy ON review_copy.id = copy_id
    WHERE request_id = ? AND decisions = ? AND key_id = ? AND signed = 1 ORDER BY reply_id DESC LIMIT 1`
  return db.get<{ statement: string; signature: Uint8Array }>(sql, request, decisions, key?.id ?? null) ?? null
}
