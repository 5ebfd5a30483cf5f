// The file that comes back from whoever read a review copy: bound to that copy, and readable only by the vault that made it.
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { Digest, RequestId } from '../../../../shared/domain/id.ts'
import {
  type AnswerProof,
  type CopyAnswer,
  CopyReply,
  ReplyFile,
} from '../../../../shared/domain/review/review-copy.ts'
import type { Instant } from '../../../../shared/domain/time.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { digestBytes } from '../../vault/hex.ts'
import { decrypted, encryptedWhole } from '../../vault/key/age.ts'
import { knownPerson } from '../../vault/known-person.ts'
import { findReviewCopy, hasReply, type ReviewCopy } from '../../vault/repository/review/review-copy.ts'
import { type VerifiedProof, verifiedProof } from './answer-proof.ts'
import { sha256 } from './open.ts'

/** What a reply is bound to, as the copy says it. */
export interface Answered {
  readonly copy: Digest
  readonly request: RequestId
  readonly replyTo: string
}

/** The bytes of a reply. @param proof of a key that signed it, if one did; @throws MunimentError INPUT_INVALID where the copy names no recipient that can be written to */
export async function replyFile(
  { copy, request, replyTo }: Answered,
  answer: CopyAnswer,
  madeAt: Instant,
  proof: AnswerProof | null,
) {
  const reply: CopyReply = {
    ...{ format: 'muniment-review-reply', formatVersion: 1, copy, request, madeAt: proof?.at ?? madeAt, proof },
    ...answer,
  }
  const sealed = await encryptedWhole(Buffer.from(JSON.stringify(reply), 'utf8'), { recipient: replyTo }).catch(
    () => null,
  )
  if (sealed === null)
    throw new MunimentError(
      'INPUT_INVALID',
      'The copy does not say for whom a reply is encrypted. No reply was written.',
    )
  const file: ReplyFile = {
    format: 'muniment-review-reply',
    copy,
    sealed: Buffer.from(sealed).toString('base64'),
  }
  return Buffer.from(`${JSON.stringify(file, null, 1)}\n`, 'utf8')
}

export interface OpenedReply {
  readonly copy: ReviewCopy
  readonly digest: Uint8Array
  readonly reply: CopyReply
  /** Of the key that signed it; null: none did. */
  readonly proof: VerifiedProof | null
}

/**
 * Opens a reply with the key of the copy that it answers.
 * @throws MunimentError KEY_REFUSED where a key signed it that is no confirmed one of that person, or something else; INPUT_INVALID: no reply, or to a copy that this vault did not make for this request, or taken in before
 */
export async function openReply(db: Driver, request: RequestId, bytes: Uint8Array): Promise<OpenedReply> {
  const file = ReplyFile.safeParse(jsonOf(bytes))
  if (!file.success) throw refused('This file is no reply to a review copy.')
  const copy = findReviewCopy(db, digestBytes(file.data.copy))
  if (copy === null)
    throw refused(
      `This reply answers a review copy with the SHA-256 ${file.data.copy}, and this vault has made no such copy. Ask for a reply to the copy that was sent from here.`,
    )
  if (copy.request !== request)
    throw refused(`This reply answers a review copy of request ${copy.request}, not of ${request}. Take it in there.`)
  const opened = await decrypted(Buffer.from(file.data.sealed, 'base64'), copy.replyKey)
  const reply = CopyReply.safeParse(opened === null ? null : jsonOf(opened))
  if (!reply.success)
    throw refused('The reply was not encrypted for this review copy, or it was changed on its way. Ask for it again.')
  if (reply.data.copy !== file.data.copy || reply.data.request !== request)
    throw refused(
      `The file names the review copy with the SHA-256 ${file.data.copy}, but the reply inside answers another one (${reply.data.copy}).`,
    )
  const digest = digestBytes(sha256(bytes))
  if (hasReply(db, digest)) throw refused('This reply was taken in before.')
  const proof = verifiedProof(db, reply.data, knownPerson(db, copy.person))
  return { copy, digest, reply: reply.data, proof }
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return null
  }
}

function refused(sentence: string): MunimentError {
  return new MunimentError('INPUT_INVALID', `${sentence} Nothing was taken in.`)
}
