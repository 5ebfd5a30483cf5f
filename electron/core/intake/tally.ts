// What an import makes of the items of one file: counted as they are read, and again as they are stored.
import { z } from 'zod'
import type { StoreOutcome } from '../vault/record/item.ts'

const Count = z.int().nonnegative()

/** What became of the items of one file so far. */
export const FileTally = z.object({
  read: Count,
  /** Items inside other items: an export counts the outer ones. */
  nested: Count,
  stored: Count,
  versions: Count,
  same: Count,
  merged: Count,
  failed: Count,
  passedOver: z.record(z.string(), Count),
  damaged: z.string().nullable(),
})
export type FileTally = z.infer<typeof FileTally>

/** A file nothing of which has been read. */
export function emptyTally(): FileTally {
  return { read: 0, nested: 0, stored: 0, versions: 0, same: 0, merged: 0, failed: 0, passedOver: {}, damaged: null }
}

/** Why an item is passed over that was removed before. */
const REMOVED = 'removed from this vault under an order'

const COUNTER = { stored: 'stored', version: 'versions', same: 'same', merged: 'merged' } as const

/** The tally with what became of some of the file's items counted to it. */
export function withOutcomes(known: FileTally, outcomes: readonly StoreOutcome[]): FileTally {
  const tally = { ...known, passedOver: { ...known.passedOver } }
  for (const outcome of outcomes) {
    if (outcome === 'removed') tally.passedOver[REMOVED] = (tally.passedOver[REMOVED] ?? 0) + 1
    else tally[COUNTER[outcome]] += 1
  }
  return tally
}

/** Items of a batch that stand one after another and are of one file. */
export interface Run {
  /** Place of the file in the plan. */
  readonly file: number
  readonly items: number
}

/** What became of the items of each run of a batch, in order. */
export function outcomesByRun(
  runs: readonly Run[],
  outcomes: readonly StoreOutcome[],
): { readonly file: number; readonly outcomes: readonly StoreOutcome[] }[] {
  let from = 0
  return runs.map(({ file, items }) => {
    from += items
    return { file, outcomes: outcomes.slice(from - items, from) }
  })
}
