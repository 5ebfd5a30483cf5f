// Letters on requests; a discarded draft stays, as what it is.
import type { RequestId } from '../../../../../shared/domain/id.ts'
import { Letter, type LetterDraft, LetterWords, type Sending } from '../../../../../shared/domain/request/letter.ts'
import type { Driver } from '../../catalog/driver.ts'
import { digestOf } from '../../hex.ts'
import { fingerprintOf } from '../../key/seal.ts'
import { nextNumber } from '../packet/given-number.ts'
import type { Done } from './request-life.ts'

interface Row {
  readonly request: RequestId
  readonly draft: string
  readonly words: string | null
  readonly digest: Uint8Array | null
  readonly keyId: number | null
  readonly publicKey: Uint8Array | null
  readonly sentOn: string | null
  readonly sentTime: string | null
  readonly sentHow: string | null
  readonly sentProof: string | null
}

const LETTER = `SELECT request_letter.id, request_id AS request, kind, state, draft, words, words_digest AS digest,
  saved_at AS savedAt, saver.name AS savedBy, signed_at AS signedAt, signed_by AS signedBy, signer.name AS signer,
  key_id AS keyId, signing.public_key AS publicKey,
  sent_on AS sentOn, sent_time AS sentTime, sent_how AS sentHow, sent_proof AS sentProof,
  sent_entered_at AS sentEnteredAt, sender.name AS sentBy
  FROM request_letter LEFT JOIN person AS saver ON saver.id = saved_by
  LEFT JOIN letter_key_signature ON letter_id = request_letter.id
  LEFT JOIN person_key AS signing ON signing.id = key_id
  LEFT JOIN person AS signer ON signer.id = signed_by LEFT JOIN person AS sender ON sender.id = sent_by`

/** A letter with its request and, once it is signed, its words. */
export interface FiledLetter {
  readonly request: RequestId
  readonly letter: Letter
  readonly words: LetterWords | null
}

/** Begins a draft. Returns its number. */
export function insertLetter(db: Driver, request: RequestId, draft: LetterDraft, { at, by }: Done): number {
  const sql = `INSERT INTO request_letter (id, request_id, kind, state, draft, saved_at, saved_by)
    VALUES (${nextNumber('request_letter')}, ?, ?, 'draft', ?, ?, ?)`
  return db.run(sql, request, draft.kind, JSON.stringify(draft), at, by).id
}

/** Saves a draft. */
export function saveLetter(db: Driver, id: number, draft: LetterDraft, { at, by }: Done): void {
  db.run(
    'UPDATE request_letter SET draft = ?, saved_at = ?, saved_by = ? WHERE id = ?',
    JSON.stringify(draft),
    at,
    by,
    id,
  )
}

/** Puts a letter aside. */
export function discardLetter(db: Driver, id: number): void {
  db.run("UPDATE request_letter SET state = 'discarded' WHERE id = ?", id)
}

/** What is signed of a letter; `proof` null: no key signed it. */
export interface SignedLetter {
  readonly words: LetterWords
  readonly digest: Uint8Array
  readonly proof: KeyProof | null
}

/** A signature with the key that it is of. */
export interface KeyProof {
  readonly key: number
  readonly signature: Uint8Array
}

/** Keeps what was signed. */
export function signLetter(db: Driver, id: number, { words, digest, proof }: SignedLetter, { at, by }: Done): void {
  db.run(
    "UPDATE request_letter SET state = 'signed', words = ?, words_digest = ?, signed_at = ?, signed_by = ? WHERE id = ?",
    ...[JSON.stringify(words), digest, at, by, id],
  )
  if (proof !== null) db.run('INSERT INTO letter_key_signature VALUES (?, ?, ?)', id, proof.key, proof.signature)
}

/** The key and the signature under a letter, or null. */
export function keyUnder(
  db: Driver,
  id: number,
): { readonly publicKey: Uint8Array; readonly signature: Uint8Array } | null {
  const sql =
    'SELECT public_key AS publicKey, signature FROM letter_key_signature JOIN person_key ON person_key.id = key_id WHERE letter_id = ?'
  return db.get<{ publicKey: Uint8Array; signature: Uint8Array }>(sql, id) ?? null
}

/** Keeps how a letter went out. */
export function sendLetter(db: Driver, id: number, { on, time, how, proof }: Sending, { at, by }: Done): void {
  db.run(
    `UPDATE request_letter SET state = 'sent', sent_on = ?, sent_time = ?, sent_how = ?, sent_proof = ?, sent_entered_at = ?, sent_by = ?
     WHERE id = ?`,
    ...[on, time, how, proof, at, by, id],
  )
}

/** A letter, or null. */
export function findLetter(db: Driver, id: number): FiledLetter | null {
  const row = db.get<Row>(`${LETTER} WHERE request_letter.id = ?`, id)
  return row === undefined ? null : filed(row)
}

/** The letters of a request, in the order in which they were begun. */
export function lettersOf(db: Driver, request: RequestId): Letter[] {
  return db
    .all<Row>(`${LETTER} WHERE request_id = ? ORDER BY request_letter.id`, request)
    .map((row) => filed(row).letter)
}

function filed({
  request,
  words,
  draft,
  digest,
  keyId,
  publicKey,
  sentOn,
  sentTime,
  sentHow,
  sentProof,
  ...rest
}: Row): FiledLetter {
  const letter = Letter.parse({
    ...rest,
    draft: JSON.parse(draft),
    digest: digest === null ? null : digestOf(digest),
    key: keyId === null || publicKey === null ? null : { id: keyId, fingerprint: fingerprintOf(publicKey) },
    sent: sentOn === null ? null : { on: sentOn, time: sentTime, how: sentHow, proof: sentProof },
  })
  return { request, letter, words: words === null ? null : LetterWords.parse(JSON.parse(words)) }
}
