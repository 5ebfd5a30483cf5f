// How far back a feed reaches, told from the dates of its items, however many those are.
import { expect, test } from 'vitest'
import { outlineOf } from '../../../electron/core/capture/ways/feed/outline.ts'
import { reachOf } from '../../../electron/core/capture/ways/feed/reach.ts'

const MANY = 300_000
const NEVER = 8_640_000_000_000_000
const itemsOf = (items: string) =>
  outlineOf(Buffer.from(`<rss version="2.0"><channel>${items}</channel></rss>`))?.items ?? []
const dated = (day: number) => `<item><pubDate>2026-03-0${day}T00:00:00Z</pubDate></item>`

test('a feed reaches back to its oldest item, where they stand from new to old', () => {
  expect(reachOf(itemsOf(dated(3) + dated(2)), false)).toBe(Date.UTC(2026, 2, 2))
  expect(reachOf(itemsOf(dated(2) + dated(3)), false)).toBe(Date.UTC(2026, 2, 3))
  expect(reachOf(itemsOf(dated(3)), true)).toBeNull()
})

test('of items without a date nothing can be told to be gone', () => {
  expect(reachOf(itemsOf('<item/>'), false)).toBe(NEVER)
})

test('of more items than one call could take, in no order, the newest date is found', () => {
  const items = itemsOf((dated(2) + dated(3)).repeat(MANY / 2))
  expect(items).toHaveLength(MANY)
  expect(reachOf(items, false)).toBe(Date.UTC(2026, 2, 3))
})
