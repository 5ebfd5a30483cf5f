import { KeyId } from '../../../../shared/contract/key.ts'
import { reviewCopyTake } from '../../../../shared/contract/review-copy.ts'
import { work } from '../../job/define.ts'
import { digestOf } from '../../vault/hex.ts'
import reviewCopyReply from '../batches/review-copy.reply.ts'
import { knownRequest } from '../known-request.ts'
import { standingOf } from '../review/standing.ts'
import { chosenFile } from '../review-copy/open.ts'
import { openReply } from '../review-copy/reply.ts'

export default work(reviewCopyTake, false, async (context, { request, file }) => {
  const { db, files } = context
  knownRequest(db, request)
  const opened = await openReply(db, request, await chosenFile(files, file))
  const current = standingOf(db, request).digest === digestOf(opened.copy.decisions)
  const comments = await context.write(reviewCopyReply, opened)
  return {
    copy: opened.copy.id,
    comments,
    signed: opened.reply.signed,
    key: KeyId.nullable().parse(opened.proof?.key ?? null),
    current,
  }
})
