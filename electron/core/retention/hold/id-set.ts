// Ids of many records in eight bytes each: what the searches of holds find.

/** A fixed set of record ids. */
export interface IdSet {
  readonly size: number
  has(id: number): boolean
}

/**
 * Gathers ids page by page.
 * @param page gives ids below `before` (null: from the top), highest first; an empty page ends
 */
export function gatherIds(page: (before: number | null) => readonly number[]): IdSet {
  let ids = new Float64Array(1024)
  let size = 0
  for (let found = page(null); found.length > 0; found = page(ids[size - 1] ?? null)) {
    if (size + found.length > ids.length) {
      const larger = new Float64Array(Math.max(ids.length * 2, size + found.length))
      larger.set(ids)
      ids = larger
    }
    ids.set(found, size)
    size += found.length
  }
  return { size, has: (id) => includes(ids, size, id) }
}

// Highest first: halved until the place of the id is left.
function includes(ids: Float64Array, size: number, id: number): boolean {
  let from = 0
  let to = size
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((ids[middle] ?? 0) > id) from = middle + 1
    else to = middle
  }
  return from < size && ids[from] === id
}
