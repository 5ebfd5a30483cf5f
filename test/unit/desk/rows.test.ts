// Where the rows of a very long list stand: exact at every length, never higher than Chromium draws.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { barTop, furthest, geometry, inSight, listTop, topShowing } from '../../../renderer/ui/row-geometry.ts'

const lists = fc.record({ rows: fc.integer({ min: 0, max: 20_000_000 }), view: fc.integer({ min: 100, max: 3000 }) })

test('no list is drawn higher than four million pixels', () => {
  fc.assert(
    fc.property(lists, ({ rows, view }) => {
      expect(geometry(rows, 32, view).spacer).toBeLessThanOrEqual(4_000_000)
    }),
  )
})

test('the scroll bar at its ends shows the first and the last row, however long the list is', () => {
  for (const rows of [40, 125_000, 125_001, 1_000_000, 20_000_000]) {
    const shape = geometry(rows, 32, 800)
    const end = shape.spacer - shape.view
    expect([listTop(shape, 0), inSight(shape, listTop(shape, end), 0).last]).toEqual([0, rows])
  }
})

test('a place in the list is the same after a way over the scroll bar', () => {
  fc.assert(
    fc.property(lists, fc.double({ min: 0, max: 1, noNaN: true }), ({ rows, view }, share) => {
      const shape = geometry(rows, 32, view)
      const top = share * furthest(shape)
      expect(listTop(shape, barTop(shape, top))).toBeCloseTo(top, 3)
    }),
  )
})

test('showing a row brings it wholly into sight and moves no further than needed', () => {
  fc.assert(
    fc.property(lists, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), ({ rows, view }, pick, share) => {
      fc.pre(rows > 0)
      const shape = geometry(rows, 32, view)
      const row = pick % rows
      const before = share * furthest(shape)
      const after = topShowing(shape, before, row)
      expect(row * 32).toBeGreaterThanOrEqual(after)
      expect(row * 32 + 32).toBeLessThanOrEqual(after + view)
      const wasInSight = row * 32 >= before && row * 32 + 32 <= before + view
      if (wasInSight) expect(after).toBe(before)
    }),
  )
})

test('only what is in sight is drawn, with a few rows beyond', () => {
  expect(inSight(geometry(1_000_000, 32, 640), 3200, 8)).toEqual({ first: 92, last: 128 })
})
