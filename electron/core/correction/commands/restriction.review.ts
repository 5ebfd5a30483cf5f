import { MunimentError } from '../../../../shared/contract/error.ts'
import { restrictionReview } from '../../../../shared/contract/restriction.ts'
import { apply } from '../../vault/handler.ts'
import { recordColumns } from '../../vault/record/merge-document.ts'
import { insertReview, standingRestriction } from '../../vault/repository/record/restriction.ts'
import { notRestricted } from '../not-restricted.ts'

export default apply(restrictionReview, ['records', 'ledger'], ({ db, now, actor, note }, { record, ...review }) => {
  if (actor.person === null) {
    throw new MunimentError(
      'ACTOR_REQUIRED',
      'A review is somebody’s decision: say first who is acting. Nothing was changed.',
    )
  }
  const standing = standingRestriction(db, record)
  const versions = recordColumns(db, record)?.versions
  if (standing === null || versions === undefined) throw notRestricted(record)
  insertReview(db, { ...review, restriction: standing.id, versions }, now, actor.person)
  note({ record, release: review.release })
  return {}
})
