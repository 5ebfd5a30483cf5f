// A reply came back: its comments, and its signature as that of the person for whom the copy was made.
import { RecordId } from '../../../../shared/domain/id.ts'
import type { CopyReply } from '../../../../shared/domain/review/review-copy.ts'
import { batch } from '../../job/define.ts'
import { digestOf } from '../../vault/hex.ts'
import { contentsOf } from '../../vault/repository/review/review.ts'
import { insertReply, type ReviewCopy } from '../../vault/repository/review/review-copy.ts'
import { insertSignature } from '../../vault/repository/review/review-signature.ts'
import type { VerifiedProof } from '../review-copy/answer-proof.ts'

interface Reply {
  readonly copy: ReviewCopy
  readonly digest: Uint8Array
  readonly reply: CopyReply
  readonly proof: VerifiedProof | null
}

export default batch<Reply, number>(
  'review-copy.reply',
  ['requests', 'ledger'],
  ({ db, now, actor, note }, { copy, digest, reply, proof }) => {
    const stays = ({ record }: { readonly record: number }) => contentsOf(db, record).length > 0
    const gone = reply.comments.filter((one) => !stays(one))
    // What was said of a record that has left the vault meanwhile is not lost.
    const words = [reply.words, ...gone.map(({ record, words: said }) => `Record ${record}: ${said}`)]
    const comments = reply.comments.filter(stays)
    const whole = { ...reply, words: words.filter((one) => one !== '').join('\n'), comments }
    insertReply(db, copy.id, { digest, reply: whole, proof }, { at: now, by: actor.person })
    if (reply.signed)
      insertSignature(db, copy.request, copy.decisions, now, {
        person: copy.person,
        given: proof === null ? null : { key: proof.key, signature: null },
      })
    const records = comments.map(({ record }) => RecordId.parse(record))
    note({
      request: copy.request,
      copy: copy.id,
      reply: digestOf(digest),
      comments: records.length,
      signed: reply.signed,
      key: proof?.key ?? null,
    })
    return comments.length
  },
)
