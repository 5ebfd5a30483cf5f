// What salts can rely on: the same seed, label and place give the same bytes, however they are asked for.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { keyStream, keyStreams } from '../../../electron/core/job/stream.ts'

const seed = new Uint8Array(32).fill(7)

it('the bytes of a place are the same in whatever order and amount they are drawn', () => {
  const whole = keyStream(seed, 'salt 1')(0, 1 << 18)
  const ask = fc.record({ block: fc.nat((1 << 14) - 300), blocks: fc.integer({ min: 1, max: 300 }) })
  fc.assert(
    fc.property(fc.array(ask, { maxLength: 30 }), (asks) => {
      const stream = keyStream(seed, 'salt 1')
      for (const { block, blocks } of asks)
        expect(stream(block * 16, blocks * 16)).toEqual(whole.slice(block * 16, (block + blocks) * 16))
    }),
    { numRuns: 30 },
  )
})

it('of many labels each has its own bytes, and the same when it comes again', () => {
  const streams = keyStreams(seed)
  const drawn = Array.from({ length: 100 }, (_, nth) => streams(`salt ${nth}`, 32, 16).join())
  expect(new Set(drawn).size).toBe(100)
  expect(Array.from({ length: 100 }, (_, nth) => streams(`salt ${nth}`, 32, 16).join())).toEqual(drawn)
})
