// The signature by key under the answer to a review copy: made where it is written, checked where it is taken in.
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import type { Digest, RequestId } from '../../../../shared/domain/id.ts'
import type { Person } from '../../../../shared/domain/people/person.ts'
import {
  type AnswerProof,
  answerStatement,
  type CopyAnswer,
  type CopyReply,
} from '../../../../shared/domain/review/review-copy.ts'
import type { Instant } from '../../../../shared/domain/time.ts'
import { canonicalJson } from '../../vault/canonical.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { digestOf } from '../../vault/hex.ts'
import { refusedKey } from '../../vault/key/registering.ts'
import { fingerprintOf, readPublicKey } from '../../vault/key/seal.ts'
import { confirmedKeyUnder } from '../../vault/key/signed-by.ts'

interface Answered {
  readonly copy: Digest
  readonly request: RequestId
  readonly at: Instant
}

/** What a key signs under an answer. */
export function statementOf({ comments, words, signed }: CopyAnswer, answered: Answered): string {
  const said = canonicalJson({ comments, words, signed })
  return answerStatement({ ...answered, signed, answer: digestOf(createHash('sha256').update(said).digest()) })
}

/** A proof as it goes along with an answer. */
export function proofOf(at: Instant, publicKey: Uint8Array, signature: Uint8Array): AnswerProof {
  return {
    at,
    publicKey: Buffer.from(publicKey).toString('hex'),
    signature: Buffer.from(signature).toString('base64'),
  }
}

/** Signs an answer with a private key in PEM; null where that is none of Ed25519, or is not opened. */
export function proofByPem(
  answer: CopyAnswer,
  answered: Answered,
  pem: string,
  passphrase: string | null,
): AnswerProof | null {
  try {
    const key = createPrivateKey({ key: pem, format: 'pem', ...(passphrase === null ? {} : { passphrase }) })
    const publicKey = readPublicKey(createPublicKey(key).export({ format: 'pem', type: 'spki' }).toString())
    if (publicKey === null) return null
    return proofOf(answered.at, publicKey, sign(null, Buffer.from(statementOf(answer, answered)), key))
  } catch {
    return null
  }
}

/** A signature under a reply that was verified. */
export interface VerifiedProof {
  readonly key: number
  readonly statement: string
  readonly signature: Uint8Array
}

/** Checks the signature under a reply against the keys of the person for whom its copy was made; null where no key signed it. @throws MunimentError KEY_REFUSED */
export function verifiedProof(db: Driver, reply: CopyReply, person: Pick<Person, 'id' | 'name'>): VerifiedProof | null {
  const { proof, copy, request, madeAt } = reply
  if (proof === null) return null
  const statement = statementOf(reply, { copy, request, at: madeAt })
  const signature = Buffer.from(proof.signature, 'base64')
  const fingerprint = fingerprintOf(Buffer.from(proof.publicKey, 'hex'))
  const others = `the answer was changed after it was signed, or the key (fingerprint ${fingerprint}) is not registered as ${person.name}’s (Settings, Keys)`
  return { key: confirmedKeyUnder(db, { person, statement, signature }, refusedKey, others).id, statement, signature }
}
