// Fifty records drawn by a plan's digest: nobody can choose which ones the signers see, and anybody can draw them again.
import { hash } from 'node:crypto'
import { type Digest, RecordId } from '../../../../shared/domain/id.ts'

/** So many are drawn, or all where there are fewer. */
const DRAWN = 50

/** Ids as they come, each greater than the one before, eight bytes each. */
export function gatheringIds(): { add(id: RecordId): void; at(index: number): RecordId; has(id: number): boolean } {
  let ids = new Float64Array(1024)
  let size = 0
  return {
    add: (id) => {
      if (size === ids.length) {
        const larger = new Float64Array(ids.length * 2)
        larger.set(ids)
        ids = larger
      }
      ids[size] = id
      size += 1
    },
    at: (index) => RecordId.parse(ids[index]),
    has: (id) => {
      let [low, high] = [0, size]
      while (low < high) {
        const middle = (low + high) >>> 1
        if ((ids[middle] ?? 0) < id) low = middle + 1
        else high = middle
      }
      return low < size && ids[low] === id
    },
  }
}

/**
 * Places in a plan's list of records, counted from 0, in their order. Draw n = 0, 1, 2 … is the first 48 bits of SHA-256 over the digest as 64
 * hexadecimal digits, a blank and n in decimal digits, modulo the number of records; a place drawn before is passed over.
 */
export function drawPlaces(digest: Digest, records: number): number[] {
  const drawn = new Set<number>()
  for (let n = 0; drawn.size < Math.min(DRAWN, records); n += 1) {
    const place = hash('sha256', `${digest} ${n}`, 'buffer').readUIntBE(0, 6) % records
    drawn.add(place)
  }
  return [...drawn].sort((one, other) => one - other)
}
