// What a search finds is counted truly: each facet agrees with the search that a click on it makes, and the bars with both.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createVault } from '../../electron/core/create-vault.ts'
import { facets } from '../../electron/core/search/facets.ts'
import { compileSearch } from '../../electron/core/search/find.ts'
import { outline } from '../../electron/core/search/outline.ts'
import { storeItems } from '../../electron/core/vault/record/store.ts'
import { Instant, Zone } from '../../shared/domain/time.ts'
import { memoryCatalog, payloadOf } from '../support/catalog.ts'

const ZONE = 'America/Los_Angeles'
let folder = ''
beforeAll(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'muniment-facets-')), 'v')
  createVault(
    folder,
    { city: 'City', zone: Zone.parse(ZONE) },
    { clock: () => Instant.parse(0), random: (n) => new Uint8Array(n) },
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const span = fc.constantFrom(20 * 86_400_000, 2 * 366 * 86_400_000, 15 * 366 * 86_400_000)
const posts = span.chain((length) =>
  fc.uniqueArray(
    fc.record({
      id: fc.nat(400).map(String),
      text: fc.constantFrom('road', 'road closed', 'park', ''),
      at: fc.option(fc.integer({ min: Date.UTC(2014, 11, 30), max: Date.UTC(2014, 11, 30) + length }), {
        nil: null,
        freq: 9,
      }),
      state: fc.constantFrom('live' as const, 'deleted' as const),
      series: fc.constantFrom(null, 'GEN-1', 'a series (old)'),
    }),
    { maxLength: 40, selector: ({ id }) => id },
  ),
)
const query = fc.constantFrom(
  '',
  'road',
  '-road',
  'road OR park',
  'untagged',
  '-deleted road',
  'on:2015',
  'park OR untagged',
)

describe('facets', () => {
  it('add up where each record has one value, and every click finds as many as it says', async () => {
    await fc.assert(
      fc.asyncProperty(posts, query, async (all, text) => {
        const db = memoryCatalog(1)
        storeItems(db, payloadOf(1, all))
        for (const { id, series } of all) db.run('UPDATE record SET series = ? WHERE native_id = ?', series, id)
        const { signal } = new AbortController()
        const search = (words: string) => compileSearch(db, folder, words, { live: true, everyday: true })
        const totalOf = async (words: string) => {
          expect(search(words).problems).toEqual([])
          return (await outline(db, search(words), 50, signal)).total
        }
        const found = await facets(db, search(text), text, ZONE, signal)
        expect(found.total).toBe(await totalOf(text))
        for (const { single, values } of found.facets) {
          if (single) expect(values.reduce((sum, { count }) => sum + count, 0)).toBe(found.total)
          for (const { count, chosen, included, excluded } of values) {
            if (chosen === null) expect(await totalOf(included)).toBe(count)
            if (chosen === null && single) expect(await totalOf(excluded)).toBe(found.total - count)
            if (chosen === 'in') expect(await totalOf(included)).toBeGreaterThanOrEqual(found.total)
          }
        }
        const { bars, undated, rest, narrowed } = found.timeline
        expect(bars.reduce((sum, { count }) => sum + count, undated)).toBe(found.total)
        expect(bars.length).toBeLessThanOrEqual(100)
        for (const { on, previous, next, count } of narrowed
          ? []
          : [bars.at(0), bars.at(-1)].flatMap((bar) => bar ?? [])) {
          expect(await totalOf(`${rest} on:${on}`)).toBe(count)
          expect(await totalOf(`${rest} after:${previous} before:${next}`)).toBe(count)
        }
        db.close()
      }),
      { numRuns: 60, seed: 20_261_129 },
    )
  })
})
