// A search finds exactly what its words and filters say, page by page, newest first; its outline agrees with its pages.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createVault } from '../../electron/core/create-vault.ts'
import { compileSearch, pageOfIds } from '../../electron/core/search/find.ts'
import { outline } from '../../electron/core/search/outline.ts'
import type { Driver } from '../../electron/core/vault/catalog/driver.ts'
import { storeItems } from '../../electron/core/vault/record/store.ts'
import { Instant, localDate, Zone } from '../../shared/domain/time.ts'
import { memoryCatalog, type Post, payloadOf } from '../support/catalog.ts'

const ZONE = 'America/Los_Angeles'
let folder = ''
beforeAll(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'muniment-search-')), 'v')
  createVault(
    folder,
    { city: 'City', zone: Zone.parse(ZONE) },
    { clock: () => Instant.parse(0), random: (n) => new Uint8Array(n) },
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const posts = fc.uniqueArray(
  fc.record({
    id: fc.nat(400).map(String),
    text: fc.shuffledSubarray(['road', 'closed', 'park', 'storm', 'fiesta']).map((words) => words.join(' ')),
    at: fc.option(fc.integer({ min: Date.UTC(2014, 11, 30), max: Date.UTC(2016, 0, 3) }), { nil: null, freq: 12 }),
    state: fc.constantFrom('live' as const, 'deleted' as const),
  }),
  { maxLength: 40, selector: ({ id }) => id },
)

interface Part {
  readonly text: string
  readonly holds: (post: Post, day: string | null) => boolean
}
const part: fc.Arbitrary<Part> = fc.constantFrom(
  ...['road', 'park', 'storm'].map(
    (word): Part => ({ text: word, holds: (post) => post.text.split(' ').includes(word) }),
  ),
  ...['road', 'fiesta'].map(
    (word): Part => ({ text: `-${word}`, holds: (post) => !post.text.split(' ').includes(word) }),
  ),
  { text: '"road closed"', holds: (post: Post) => post.text.includes('road closed') },
  { text: 'deleted', holds: (post: Post) => post.state === 'deleted' },
  { text: '-deleted', holds: (post: Post) => post.state !== 'deleted' },
  { text: 'untagged', holds: () => true },
  { text: 'edited', holds: () => false },
  { text: 'kind:post', holds: () => true },
  { text: 'kind:reply', holds: () => false },
  { text: '-kind:reply', holds: () => true },
  { text: 'account:alderbaycity', holds: () => true },
  { text: 'platform:facebook', holds: () => false },
  { text: 'before:2015', holds: (_: Post, day: string | null) => day !== null && day < '2015-01-01' },
  { text: 'after:2015-06', holds: (_: Post, day: string | null) => day !== null && day > '2015-06-30' },
  { text: 'on:2015', holds: (_: Post, day: string | null) => day?.startsWith('2015') === true },
  { text: '-on:2015', holds: (_: Post, day: string | null) => !day?.startsWith('2015') },
)

function inPages(db: Driver, text: string, size: number): number[] {
  const search = compileSearch(db, folder, text, { live: false })
  expect(search.problems).toEqual([])
  const ids: number[] = []
  for (;;) {
    const page = pageOfIds(db, search, ids.at(-1) ?? null, size)
    ids.push(...page)
    if (page.length < size) return ids
  }
}

describe('a search', () => {
  it('finds exactly what holds, newest first, whatever the size of its pages', async () => {
    await fc.assert(
      fc.asyncProperty(
        posts,
        fc.array(part, { maxLength: 4 }),
        fc.integer({ min: 1, max: 9 }),
        async (all, parts, size) => {
          const db = memoryCatalog(1)
          storeItems(db, payloadOf(1, all))
          const day = (post: Post) => (typeof post.at === 'number' ? localDate(Instant.parse(post.at), ZONE) : null)
          const expected = all.filter((post) => parts.every(({ holds }) => holds(post, day(post)))).map(({ id }) => id)
          const query = parts.map(({ text }) => text).join(' ')
          const ids = inPages(db, query, size)
          expect([...ids].sort((a, b) => b - a)).toEqual(ids)
          const names = ids.map(
            (id) => db.get<{ native_id: string }>('SELECT native_id FROM record WHERE id = ?', id)?.native_id,
          )
          expect(names.sort()).toEqual(expected.sort())
          const search = compileSearch(db, folder, query, { live: false })
          const { total, anchors } = await outline(db, search, size, new AbortController().signal)
          expect(total).toBe(ids.length)
          expect(anchors).toEqual(ids.filter((_, place) => place % size === 0))
          db.close()
        },
      ),
      { numRuns: 300 },
    )
  })
})
