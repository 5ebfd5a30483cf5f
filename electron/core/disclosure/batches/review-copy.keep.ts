// A review copy was written: for whom, over which decisions, and what opens it and its replies.
import { batch } from '../../job/define.ts'
import { digestOf } from '../../vault/hex.ts'
import { registerCopy } from '../../vault/repository/packet/issued.ts'
import { insertReviewCopy, type NewReviewCopy } from '../../vault/repository/review/review-copy.ts'

interface Keep extends NewReviewCopy {
  readonly place: string
  readonly size: number
}

export default batch<Keep, number>('review-copy.keep', ['requests', 'ledger'], ({ db, note }, copy) => {
  const id = insertReviewCopy(db, copy)
  const { request, name, place, digest, size, at } = copy
  registerCopy(db, { kind: 'review-copy', subject: `request ${request}`, name, place, digest, size, at })
  note({ request, copy: id, digest: digestOf(digest), decisions: digestOf(copy.decisions) })
  return id
})
