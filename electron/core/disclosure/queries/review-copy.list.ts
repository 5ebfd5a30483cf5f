import { reviewCopyList } from '../../../../shared/contract/review-copy.ts'
import { answer } from '../../vault/handler.ts'
import { digestOf } from '../../vault/hex.ts'
import { listPeople } from '../../vault/repository/account/people.ts'
import { repliesTo, reviewCopies } from '../../vault/repository/review/review-copy.ts'
import { knownRequest } from '../known-request.ts'
import { standingOf } from '../review/standing.ts'

export default answer(reviewCopyList, ({ db }, { request }) => {
  knownRequest(db, request)
  const copies = reviewCopies(db, request)
  if (copies.length === 0) return []
  const { digest: standing } = standingOf(db, request)
  const people = new Map<string, string>(listPeople(db).map(({ id, name }) => [id, name]))
  return copies.map(({ id, person, digest, decisions, passphrase, at, by }) => ({
    ...{ id, person, name: people.get(person) ?? person, digest: digestOf(digest), passphrase, madeAt: at, madeBy: by },
    current: digestOf(decisions) === standing,
    replies: repliesTo(db, id),
  }))
})
