// Removing a record under an order: catalog, then loose files, then the bytes inside packages. From its first step on it goes to its end.
import { z } from 'zod'
import { recordRemove } from '../../../../shared/contract/correction.ts'
import { Digest } from '../../../../shared/domain/id.ts'
import { work } from '../../job/define.ts'
import strike from '../../vault/batches/package.strike.ts'
import unlink from '../../vault/batches/vault.unlink.ts'
import remove from '../batches/correction.remove.ts'

const Marked = z.object({ members: z.int(), objects: z.array(Digest) })

export default work(recordRemove, true, async (context, input) => {
  const { members, objects } = Marked.parse(
    context.checkpoint ?? (await context.write(remove, { ...input, job: context.id })),
  )
  await context.write(unlink, {})
  await context.write(strike, {})
  return { members, objects: objects.length }
})
