import { MunimentError } from '../../../../shared/contract/error.ts'
import { intakeRecognise } from '../../../../shared/contract/intake.ts'
import { answer } from '../../vault/handler.ts'
import { recogniseTree, whyMixed } from '../platforms.ts'
import { sizeOf } from '../size.ts'
import { openTree } from '../tree.ts'

export default answer(intakeRecognise, async ({ files, signal }, { sources }) => {
  const granted = sources.map((grant) => {
    const file = files(grant)
    if (file) return file
    throw new MunimentError('GRANT_UNKNOWN', 'The file was chosen in an earlier session. Choose it again.')
  })
  const sizes = await Promise.all(granted.map(({ path, name }) => sizeOf(path, name)))
  const tree = await openTree(granted, signal)
  try {
    const refused = tree.set.parts.flatMap((part) => part.refused?.sentence ?? [])
    const bytes = sizes.reduce((sum, size) => sum + size, 0)
    const recognitions = await recogniseTree(tree, signal)
    const [best] = recognitions
    const mixed = best === undefined ? null : await whyMixed(tree, best.platform, signal)
    return { recognitions, refusals: mixed === null ? refused : [...refused, mixed], bytes }
  } finally {
    await tree.set.close()
  }
})
