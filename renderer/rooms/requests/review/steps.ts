// Which records of a review are shown, and which of them comes next.
import type { RecordId } from '../../../../shared/domain/id.ts'
import { ReviewOutcome } from '../../../../shared/domain/review/review.ts'

export interface Item {
  readonly record: RecordId
  readonly outcome: ReviewOutcome | null
}

/** Of each record that others say and show the same as, all of them. */
export type Twins = ReadonlyMap<RecordId, readonly RecordId[]>

/** Records that say and show the same behind the first of them; the rest as they stood. */
export function grouped(items: readonly Item[], twins: Twins): readonly Item[] {
  const byRecord = new Map(items.map((item) => [item.record, item]))
  const placed = new Set<RecordId>()
  return items.flatMap((item) => {
    if (placed.has(item.record)) return []
    const others = (twins.get(item.record) ?? []).flatMap((one) =>
      one === item.record || placed.has(one) ? [] : (byRecord.get(one) ?? []),
    )
    for (const { record } of [item, ...others]) placed.add(record)
    return [item, ...others]
  })
}

export const filters = ['all', 'undecided', ...ReviewOutcome.options] as const
export type Filter = (typeof filters)[number]

/** How many records each filter shows. */
export function countsOf(items: readonly Item[]): Readonly<Record<Filter, number>> {
  const counts = { all: 0, undecided: 0, release: 0, redact: 0, withhold: 0, 'not-responsive': 0 }
  for (const { outcome } of items) {
    counts.all += 1
    counts[outcome ?? 'undecided'] += 1
  }
  return counts
}

/**
 * The records that a filter shows, in the order of the packet.
 * @param stay records that were in hand since the filter was chosen: a decision takes none away from under the reviewer
 */
export function shownOf(items: readonly Item[], filter: Filter, stay: ReadonlySet<RecordId>): readonly Item[] {
  if (filter === 'all') return items
  return items.filter(({ record, outcome }) => (outcome ?? 'undecided') === filter || stay.has(record))
}

/** The record so many places on; that at the end where there are fewer; null where nothing is shown. */
export function stepped(shown: readonly Item[], from: RecordId | null, by: number): RecordId | null {
  const at = shown.findIndex(({ record }) => record === from)
  const to = at < 0 ? 0 : Math.max(0, Math.min(shown.length - 1, at + by))
  return shown[to]?.record ?? null
}

/**
 * Where a decision leads: where all or what is undecided is shown, to the next record that waits, from the start again after the
 * last; else simply to the next one.
 */
export function afterDecision(shown: readonly Item[], filter: Filter, from: RecordId): RecordId | null {
  if (filter !== 'all' && filter !== 'undecided') return stepped(shown, from, 1)
  const at = shown.findIndex(({ record }) => record === from)
  const waiting = (one: Item) => one.outcome === null && one.record !== from
  return (shown.slice(at + 1).find(waiting) ?? shown.slice(0, Math.max(0, at)).find(waiting))?.record ?? from
}
