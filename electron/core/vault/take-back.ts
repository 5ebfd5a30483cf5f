// Taking back what an accession brought: the catalog first, in slices, then the bytes that nothing names any more.
import type { Batch, JobContext } from '../job/define.ts'
import unlink from './batches/vault.unlink.ts'
import type { WriteContext } from './handler.ts'
import { objectPath } from './objects/lease.ts'
import { packageFolder } from './packages/place.ts'
import { forgetWords, unstoreSlice } from './record/unstore.ts'
import { forgetPackages } from './repository/intake/accession.ts'
import { markUnlinking } from './repository/unlinking.ts'

const SLICE = 500

/** How many sightings a slice took back, and whether nothing is left. */
export interface TakenBack {
  readonly sightings: number
  readonly finished: boolean
  /** What was judged before the slice: the next one need not judge it again. */
  readonly judged?: string
}

/** One slice, in the writer's transaction. */
export function takeBackSlice({ db, note, revoke }: WriteContext, accession: number): TakenBack {
  const sightings = unstoreSlice(db, accession, SLICE)
  if (sightings === SLICE) return { sightings, finished: false }
  forgetWords(db)
  const { packages, objects, revoked } = forgetPackages(db, accession)
  markUnlinking(db, [...packages.map((id) => packageFolder('', id)), ...objects.map(objectPath)])
  note({ accession, undone: true })
  for (const digest of revoked) revoke(digest)
  return { sightings, finished: true }
}

/**
 * Takes an accession back to its end.
 * @param slice takes back so many sightings in one transaction, and forgets the packages with the last
 * @returns how many sightings were taken back
 */
export async function takeBack(
  context: JobContext,
  slice: Batch<{ readonly accession: number; readonly judged: string | null }, TakenBack>,
  accession: number,
  stage: string,
): Promise<number> {
  let records = 0
  let judged: string | null = null
  for (;;) {
    context.signal.throwIfAborted()
    const taken: TakenBack = await context.write(slice, { accession, judged })
    const { sightings, finished } = taken
    judged = taken.judged ?? null
    records += sightings
    context.progress({ stage, done: records, total: null, unit: 'items' })
    if (!finished) continue
    await context.write(unlink, {})
    return records
  }
}
