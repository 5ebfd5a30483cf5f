// A recording that was made anew becomes an object of the vault, bound to the one that it was made of.
import type { Digest } from '../../../../shared/domain/id.ts'
import type { JobContext } from '../../job/define.ts'
import { digestOf } from '../../vault/hex.ts'
import { putObject } from '../../vault/objects/put.ts'
import pagesKeep from '../batches/file-pages.keep.ts'

/** @param how by whom, or with what and how, it was made */
export async function keepEdit(
  context: JobContext,
  original: Digest,
  bytes: AsyncIterable<Uint8Array>,
  how: string,
): Promise<{ readonly made: Digest; readonly size: number }> {
  const { folder, id, startedAt, actor } = context
  const put = await putObject(folder, `${id}-edit`, bytes)
  const made = digestOf(put.digest)
  await context.write(pagesKeep, {
    ...{ original, pages: [], objects: [{ ...put, member: null }] },
    made: { made, kind: 'edit', how, at: startedAt, by: actor.person },
  })
  return { made, size: put.size }
}
