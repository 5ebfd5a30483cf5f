// Ranges as media players ask for them.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseRange } from '../../../electron/main/byte-range.ts'

test('a range is always a stretch of what there is', () => {
  const part = fc.option(fc.nat(2000), { nil: '' })
  fc.assert(
    fc.property(part, part, fc.nat(1000), (first, last, size) => {
      const range = parseRange(`bytes=${first}-${last}`, size)
      if (range === null || range === 'unsatisfiable') return
      expect(range.start).toBeGreaterThanOrEqual(0)
      expect(range.length).toBeGreaterThan(0)
      expect(range.start + range.length).toBeLessThanOrEqual(size)
    }),
  )
})

test('a range asks for exactly the bytes that it names', () => {
  fc.assert(
    fc.property(fc.nat(999), fc.nat(999), (a, b) => {
      const [first, last] = [Math.min(a, b), Math.max(a, b)]
      expect(parseRange(`bytes=${first}-${last}`, 1000)).toEqual({ start: first, length: last - first + 1 })
    }),
  )
})

test.each([
  null,
  '',
  'bytes',
  'bytes=',
  'bytes=-',
  'bytes=a-b',
  'bytes=0-1,2-3',
  'items=0-1',
  'bytes=1e3-',
  'bytes= 0-1',
  'bytes=0x1-',
  `bytes=${'9'.repeat(400)}-`,
])('%j is in a form that may be ignored', (header) => {
  expect(parseRange(header, 1000)).toBeNull()
})
