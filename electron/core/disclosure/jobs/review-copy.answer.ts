import { reviewCopyAnswer } from '../../../../shared/contract/review-copy.ts'
import { work } from '../../job/define.ts'
import { writeFile } from '../../vault/cipher/fs-promises.ts'
import { expectWritable, writableFile, writeOutside } from '../../vault/outside.ts'
import { replyFile } from '../review-copy/reply.ts'

export default work(reviewCopyAnswer, false, async (context, { to, replyTo, copy, request, proof, ...answer }) => {
  const target = writableFile(context, to)
  await expectWritable(target)
  const file = await replyFile({ copy, request, replyTo }, answer, context.startedAt, proof)
  await writeOutside(target.path, (aside) => writeFile(aside, file))
  return { comments: answer.comments.length, signed: answer.signed }
})
