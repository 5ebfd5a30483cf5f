// Carries the items out in runs. Whatever anybody does between two runs is looked at before the next: a hold placed meanwhile wins.
import type { JobContext } from '../../job/define.ts'
import { findDestruction, type PendingItem, pendingItems } from '../../vault/repository/disposition/destruction.ts'
import { outcomesOf } from '../../vault/repository/disposition/destruction-outcome.ts'
import destroy, { type RunDone } from '../batches/purge.destroy.ts'
import destroyFile from '../batches/purge.destroy-file.ts'
import gather from '../batches/purge.gather-index.ts'
import recheck, { type Rechecked } from '../batches/purge.recheck.ts'
import stop from '../batches/purge.stop.ts'
import { heldPackages } from './ground.ts'

/** Records in a run, unless a single family has more: a tenth of a second for the writer. Pages of the catalog that a run touches are written once. */
const RUN = 256
/** Pieces of the index that are merged at most: it grows again while somebody imports. */
const PIECES = 20_000
/** Items that are looked at for the next run; more where a family is larger. */
const READ = 2 * RUN

/** Destroys or passes over every record that waits, then every file of the office; ends it in any case. */
export async function carryOut(context: JobContext, destruction: number, key: Uint8Array): Promise<void> {
  const { db, folder, signal } = context
  const known = findDestruction(db, destruction)
  if (known === null) throw new Error('the destruction is not in the catalog')
  const { facts } = known
  const counts = outcomesOf(db, { list: 'records', destruction })
  let done = counts.destroyed + counts.skipped
  for (let piece = 0; piece < PIECES && !signal.aborted; piece += 1) if (!(await context.write(gather, {}))) break
  let ground: { readonly at: number; readonly held: readonly string[] } | null = null
  let from = 0
  for (;;) {
    if (signal.aborted) return end(context, destruction, 'It was stopped.')
    if (ground === null) {
      const checked: Rechecked = await context.write(recheck, { destruction })
      if (checked.missing.length > 0) return end(context, destruction, checked.missing.join(' '))
      const held = await heldPackages(db, folder, facts, new AbortController().signal)
      ground = { at: checked.ground, held: [...held.keys()] }
    }
    const run = nextRun((most) => pendingItems(db, destruction, from, most))
    if (run.length === 0 && from === 0) {
      const file = await context.write(destroyFile, { destruction, ground: ground.at, key })
      if (file.end) return end(context, destruction, null)
      if (file.moved) ground = null
      context.progress({ stage: 'destroying the office’s own files', done, total: null, unit: 'records' })
      continue
    }
    if (run.length === 0) {
      from = 0
      continue
    }
    const first = run[0]?.position ?? 0
    const payload = { destruction, from: first, count: run.length, ground: ground.at, held: ground.held, key }
    const outcome: RunDone = await context.write(destroy, payload)
    if (outcome.moved) {
      ground = null
      continue
    }
    done += outcome.destroyed + outcome.skipped
    from = first + run.length
    context.progress({ stage: 'destroying records', done, total: facts.plan.records, unit: 'records' })
  }
}

/** Whole families from the beginning, as many as fit in a run, and one at least. */
function nextRun(read: (most: number) => readonly PendingItem[]): readonly PendingItem[] {
  for (let most = READ; ; most *= 2) {
    const items = read(most)
    const families = [...Map.groupBy(items, ({ family }) => family).values()]
    // The last family may go on behind what was read.
    if (items.length === most) families.pop()
    const run: PendingItem[] = []
    for (const family of families) {
      if (run.length > 0 && run.length + family.length > RUN) break
      run.push(...family)
    }
    if (run.length > 0 || items.length < most) return run
  }
}

async function end(context: JobContext, destruction: number, why: string | null): Promise<void> {
  await context.write(stop, { destruction, why })
}
