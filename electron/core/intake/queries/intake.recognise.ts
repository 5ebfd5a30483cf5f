import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { intakeRecognise } from '../../../../shared/contract/intake.ts'
import { answer } from '../../vault/handler.ts'
import { layOut } from '../nested.ts'
import { recogniseTree, whyMixed } from '../platforms.ts'
import { roomBeside, whyUnreadable } from '../refuse.ts'
import { sizeOf } from '../size.ts'
import { openTree } from '../tree.ts'

export default answer(intakeRecognise, async ({ folder, files, signal }, { sources }) => {
  const granted = sources.map((grant) => {
    const file = files(grant)
    if (file) return file
    throw new MunimentError('GRANT_UNKNOWN', 'The file was chosen in an earlier session. Choose it again.')
  })
  const sizes = await Promise.all(granted.map(({ path, name }) => sizeOf(path, name)))
  const bytes = sizes.reduce((sum, size) => sum + size, 0)
  await mkdir(join(folder, 'staging'), { recursive: true })
  const scratch = { folder: await mkdtemp(join(folder, 'staging', 'look-')), room: await roomBeside(folder) }
  try {
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
  } finally {
    await rm(scratch.folder, { recursive: true, force: true })
  }
})
