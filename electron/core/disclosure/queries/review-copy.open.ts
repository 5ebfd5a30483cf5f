import { reviewCopyOpen } from '../../../../shared/contract/review-copy.ts'
import { answer } from '../../vault/handler.ts'
import { chosenFile, openCopy } from '../review-copy/open.ts'

export default answer(reviewCopyOpen, async ({ files }, { file, key }) => {
  const { digest, content } = await openCopy(await chosenFile(files, file), key)
  return { digest, content }
})
