// Removing a record under an order: catalog, then loose files, then the bytes inside packages. From its first step on it goes to its end.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { recordRemove } from '../../../../shared/contract/correction.ts'
import { Digest } from '../../../../shared/domain/id.ts'
import { work } from '../../job/define.ts'
import strike from '../../vault/batches/package.strike.ts'
import { digestBytes } from '../../vault/hex.ts'
import { objectPath } from '../../vault/objects/lease.ts'
import { hasObject } from '../../vault/repository/object.ts'
import remove from '../batches/correction.remove.ts'

const Marked = z.object({ members: z.int(), objects: z.array(Digest) })

export default work(recordRemove, true, async (context, input) => {
  const { members, objects } = Marked.parse(
    context.checkpoint ?? (await context.write(remove, { ...input, job: context.id })),
  )
  for (const digest of objects) {
    // An import since may have brought the same bytes for another record.
    if (!hasObject(context.db, digestBytes(digest))) await rm(join(context.folder, objectPath(digest)), { force: true })
  }
  await context.write(strike, {})
  return { members, objects: objects.length }
})
