// Looking for what was destroyed: every trace is met wherever it lies, and nothing else is.
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { seeker } from '../../../electron/core/vault/trace/seek.ts'
import { TRACE_BYTES, tracer, WINDOW } from '../../../electron/core/vault/trace/traces.ts'

const key = createHash('sha256').update('key').digest()
const words = (number: number) =>
  Buffer.from(`Words of record ${number}, which ${createHash('sha256').update(`${number}`).digest('hex')}`)
const haystack = Buffer.concat(Array.from({ length: 400 }, (_, number) => words(number)))
const { trace } = tracer(key)

/** The numbers of the traces that are met in bytes given in pieces of a size. */
function met(traces: Buffer, bytes: Buffer, size: number, only?: ReadonlySet<number>): number[] {
  const seek = seeker(traces, tracer(key), only)
  const found = new Set<number>()
  seek.begin()
  for (let from = 0; from < bytes.length; from += size) {
    seek.read(bytes.subarray(from, from + size), (number) => found.add(number))
  }
  return [...found].sort((one, other) => one - other)
}

describe('a seeker', () => {
  const sought = Array.from({ length: 60 }, (_, place) => trace(words(place * 6), 3)).flat()
  const all = sought.map((_, number) => number)

  it('meets every trace, in pieces of any size', () => {
    const traces = Buffer.concat(sought)
    for (const size of [1, 5, WINDOW - 1, WINDOW, WINDOW + 1, 97, haystack.length])
      expect(met(traces, haystack, size)).toEqual(all)
  })

  it('meets nothing that is not there, and looks only for what it is told to', () => {
    const strange = Buffer.concat(Array.from({ length: 60 }, (_, place) => trace(words(1000 + place), 3)).flat())
    expect(met(strange, haystack, 64)).toEqual([])
    expect(met(Buffer.concat(sought), haystack, 64, new Set([3, 20]))).toEqual([3, 20])
    expect(met(Buffer.alloc(0), haystack, 64)).toEqual([])
  })

  it('takes bytes that were begun anew for nothing that goes on', () => {
    const seek = seeker(Buffer.concat(trace(words(1), 3)), tracer(key))
    const found: number[] = []
    for (const byte of words(1)) {
      seek.begin()
      seek.read(Buffer.from([byte]), (number) => found.push(number))
    }
    expect(found).toEqual([])
  })

  it('counts a trace that is there twice once, under the number of the first', () => {
    const twice = Buffer.concat([...sought, ...sought])
    expect(twice.length).toBe(2 * all.length * TRACE_BYTES)
    expect(seeker(twice, tracer(key)).count).toBe(all.length)
    expect(met(twice, haystack, 4096)).toEqual(all)
  })
})
