// Owns remembering millions of ids in eight bytes each, so that headers can be checked against what was read.

const FIRST_ROOM = 1024
const DIGITS = /^\d{1,19}$/
const LARGEST = 2n ** 64n - 1n

/** A set of ids. Asking sorts it: first add all, then ask. */
export interface IdSet {
  add(id: string): void
  has(id: string): boolean
}

/** An empty set. Ids that are not plain numbers are kept as texts. */
export function idSet(): IdSet {
  const others = new Set<string>()
  let numbers = new BigUint64Array(FIRST_ROOM)
  let length = 0
  let sorted = true
  return {
    add: (id) => {
      if (!isNumber(id)) {
        others.add(id)
        return
      }
      if (length === numbers.length) {
        const larger = new BigUint64Array(length * 2)
        larger.set(numbers)
        numbers = larger
      }
      numbers[length++] = BigInt(id)
      sorted = false
    },
    has: (id) => {
      if (!isNumber(id)) return others.has(id)
      if (!sorted) numbers.subarray(0, length).sort()
      sorted = true
      const wanted = BigInt(id)
      let low = 0
      let high = length
      while (low < high) {
        const middle = (low + high) >>> 1
        if ((numbers[middle] ?? LARGEST) < wanted) low = middle + 1
        else high = middle
      }
      return low < length && numbers[low] === wanted
    },
  }
}

/** `007` and `7` are different texts: only the plain way of writing is a number. */
const isNumber = (id: string) => DIGITS.test(id) && (id.length === 1 || id[0] !== '0')
