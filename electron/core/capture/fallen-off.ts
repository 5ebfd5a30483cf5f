// Owns knowing what may have fallen off the end of a list on a page: one that shows its newest ten, and says nothing of there being more, drops the
// tenth when an eleventh comes. That one is not gone.

/** An item as a capture of pages shows it, in the order of its page. */
export interface ListedItem {
  readonly record: number
  readonly nativeId: string
  /** The page, and the item there that it stands in or answers: those of one list have both in common. */
  readonly page: string | null
  readonly parent: string | null
}

/** The records of an earlier capture that a later one may not show for want of room alone, with what answers them. */
export function fallenOff(before: readonly ListedItem[], after: readonly ListedItem[]): ReadonlySet<number> {
  const lists = (items: readonly ListedItem[]) =>
    Map.groupBy(items, ({ page, parent }) => JSON.stringify([page, parent]))
  const later = lists(after)
  const fallen = new Set<number>()
  for (const [list, own] of lists(before)) {
    const now = later.get(list) ?? []
    // Lists run from new to old, or the other way round.
    for (const one of [...overEnd(own, now), ...overEnd(own.toReversed(), now.toReversed())]) fallen.add(one.record)
  }
  const keys = new Set(before.filter(({ record }) => fallen.has(record)).map(({ nativeId }) => nativeId))
  // An item stands before those that stand in it.
  for (const { record, nativeId, parent } of before) {
    if (parent === null || !keys.has(parent)) continue
    fallen.add(record)
    keys.add(nativeId)
  }
  return fallen
}

/** What is missing at the end of a list, where as many at least have come at its beginning. */
function overEnd(before: readonly ListedItem[], after: readonly ListedItem[]): readonly ListedItem[] {
  const had = new Set(before.map(({ record }) => record))
  const has = new Set(after.map(({ record }) => record))
  const missing = before.slice(before.findLastIndex(({ record }) => has.has(record)) + 1)
  const first = after.findIndex(({ record }) => had.has(record))
  const came = first < 0 ? after.length : first
  return came >= missing.length ? missing : []
}
