import { intakeRecognise } from '../../../../shared/contract/intake.ts'
import { answer } from '../../vault/handler.ts'
import { grantedFiles, withScratch } from '../granted.ts'
import { layOut } from '../nested.ts'
import { recogniseTree, whyMixed } from '../platforms.ts'
import { refuseOtherKind } from '../practice.ts'
import { whyUnreadable } from '../refuse.ts'
import { sizeOf } from '../size.ts'
import { openTree } from '../tree.ts'

export default answer(intakeRecognise, async ({ db, folder, files, signal }, { sources }) => {
  const granted = grantedFiles(files, sources)
  await refuseOtherKind(db, granted)
  const sizes = await Promise.all(granted.map(({ path, name }) => sizeOf(path, name)))
  const bytes = sizes.reduce((sum, size) => sum + size, 0)
  return withScratch(folder, 'look', async (scratch) => {
    const laid = await layOut(granted, scratch, signal)
    const tree = await openTree(laid.sources, signal)
    try {
      const recognitions = await recogniseTree(tree, signal)
      const [best] = recognitions
      const mixed = best === undefined ? null : await whyMixed(tree, best.platform, signal)
      const unreadable = laid.refusals.length > 0 ? laid.refusals : whyUnreadable(tree)
      return { recognitions, refusals: mixed === null ? [...unreadable] : [...unreadable, mixed], bytes }
    } finally {
      await tree.set.close()
    }
  })
})
