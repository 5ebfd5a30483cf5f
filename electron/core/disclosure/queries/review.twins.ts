import { reviewTwins } from '../../../../shared/contract/review.ts'
import { RecordId } from '../../../../shared/domain/id.ts'
import { answer } from '../../vault/handler.ts'
import { storedContents } from '../../vault/repository/record/found-set.ts'
import { turns } from '../../vault/turns.ts'
import { knownRequest } from '../known-request.ts'
import { responsiveSet } from '../review/responsive-set.ts'
import { twins } from '../searching/twins.ts'

const AT_ONCE = 100

export default answer(reviewTwins, async (context, { request: id }) => {
  const { db, signal } = context
  const found = await responsiveSet(context, knownRequest(db, id))
  const same = twins()
  const turn = turns(signal)
  for (let at = 0; at < found.length; at += AT_ONCE) {
    for (const content of storedContents(db, found.slice(at, at + AT_ONCE))) same.add(content)
    await turn()
  }
  return { groups: same.groups().map((ids) => ids.map((one) => RecordId.parse(one))) }
})
