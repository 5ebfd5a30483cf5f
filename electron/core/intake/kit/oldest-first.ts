// Owns handing the versions of records on from the oldest to the newest, where a file gives them the other way round.
import type { ReadItem } from '../draft.ts'
import type { FileReader } from './spec.ts'

/** What is held back at most: beyond it a file is handed on in the order that it has. */
const MOST_BYTES = 32 * 2 ** 20
const MOST_ITEMS = 50_000

/** An element with what stands in it. */
type Unit = readonly [ReadItem, ...ReadItem[]]

/**
 * A reader that gives items by their time; what has no time comes last, as the state of now.
 * @param spec.until `file` holds the whole file back, `record` only items of one record that stand together
 * @param spec.settle is given each group once it is in order, and may change its outcomes, never their number
 */
export function oldestFirst<State>(
  reader: FileReader<State>,
  spec: {
    readonly until: 'file' | 'record'
    readonly settle?: (items: readonly ReadItem[]) => readonly ReadItem[]
  },
): FileReader<State> {
  return async function* (reading) {
    let units: Unit[] = []
    let count = 0
    let size = 0
    let position = 0
    /** The newest time handed on before its file or record was at its end. */
    let handedOn = 0
    const flush = (ended: boolean): readonly ReadItem[] => {
      const inOrder = units.toSorted(([one], [other]) => timeOf(one) - timeOf(other))
      const sorted = inOrder.flat()
      if (inOrder[0] !== undefined && timeOf(inOrder[0][0]) < handedOn) {
        reading.odd(
          'versions-in-parts',
          'This file is too large to be put in order at once: its versions are numbered in the order of its parts.',
        )
      }
      const newest = inOrder.at(-1)
      handedOn = ended || newest === undefined ? 0 : timeOf(newest[0])
      units = []
      count = 0
      size = 0
      return (spec.settle?.(sorted) ?? sorted).map((item) => ({ ...item, position: position++ }))
    }
    /** Holds an item back; what is ready to go comes out. */
    const take = (item: ReadItem): readonly ReadItem[] => {
      const last = units.at(-1)
      // What is held must not keep the chunk that it was cut from.
      const held = { ...item, bytes: Buffer.from(item.bytes) }
      const inside = item.nested && last !== undefined
      const isOther = !inside && last !== undefined && recordOf(last[0]) !== recordOf(item)
      const ready = spec.until === 'record' && isOther ? flush(true) : []
      if (inside) units[units.length - 1] = [...last, held]
      else units.push([held])
      count += 1
      size += item.bytes.length
      return size < MOST_BYTES && count < MOST_ITEMS ? ready : [...ready, ...flush(false)]
    }
    try {
      for await (const group of reader(reading)) yield group.flatMap(take)
    } catch (error) {
      // What stands before the damage was read.
      yield flush(true)
      throw error
    }
    yield flush(true)
  }
}

function timeOf({ outcome }: ReadItem): number {
  return outcome.type === 'record' ? (outcome.draft.at ?? Number.MAX_SAFE_INTEGER) : Number.MAX_SAFE_INTEGER
}

function recordOf({ outcome, pointer }: ReadItem): string {
  return outcome.type === 'record' ? `${outcome.draft.kind} ${outcome.draft.nativeId}` : `item ${pointer}`
}
