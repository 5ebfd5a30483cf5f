// A list in any order holds each record once, page by page and at every anchor, and reads no more of the vault than its page.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createVault } from '../../electron/core/create-vault.ts'
import { compileSearch } from '../../electron/core/search/find.ts'
import { groupShape, type Key, OLDEST, pageInOrder } from '../../electron/core/search/order.ts'
import { outline } from '../../electron/core/search/outline.ts'
import type { Driver, Value } from '../../electron/core/vault/catalog/driver.ts'
import { FIRST_DATED } from '../../electron/core/vault/record/record-id.ts'
import { storeItems } from '../../electron/core/vault/record/store.ts'
import { RecordOrder as Orders, type RecordOrder } from '../../shared/domain/record/record-list.ts'
import { Instant, Zone } from '../../shared/domain/time.ts'
import { memoryCatalog, payloadOf } from '../support/catalog.ts'

let folder = ''
beforeAll(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'muniment-order-')), 'v')
  createVault(
    folder,
    { city: 'City', zone: Zone.parse('America/Los_Angeles') },
    { clock: () => Instant.parse(0), random: (n) => new Uint8Array(n) },
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const HANDLES = ['fire10', 'Fire9', 'alder']
const SERIES = ['A-10', 'A-9', 'b', null]
const posts = fc.uniqueArray(
  fc.record({
    id: fc.nat(400).map(String),
    text: fc.constantFrom('road', 'road closed', 'road road road', 'park'),
    at: fc.option(fc.integer({ min: Date.UTC(2015, 0, 1), max: Date.UTC(2015, 0, 2) }), { nil: null, freq: 9 }),
    account: fc.nat(2),
    series: fc.nat(3),
  }),
  { maxLength: 40, selector: ({ id }) => id },
)

function filled(all: readonly { id: string; text: string; at: number | null; account: number; series: number }[]) {
  const db = memoryCatalog(1)
  db.run('UPDATE account SET handle = ? WHERE id = 1', HANDLES[0] ?? '')
  for (const id of [2, 3])
    db.run("INSERT INTO account VALUES (?, 'x', ?, NULL, '', '', '', 0)", id, HANDLES[id - 1] ?? '')
  storeItems(db, payloadOf(1, all))
  for (const { id, account, series } of all)
    db.run('UPDATE record SET account_id = ?, series = ? WHERE native_id = ?', account + 1, SERIES[series] ?? null, id)
  return db
}

interface Whole {
  readonly id: number
  readonly handle: string
  readonly series: string | null
}
const places: Readonly<Record<RecordOrder, (record: Whole) => number>> = {
  newest: ({ id }) => -id,
  oldest: ({ id }) => (id < FIRST_DATED ? id - FIRST_DATED + 2 ** 53 : id),
  account: ({ handle }) => ['alder', 'Fire9', 'fire10'].indexOf(handle),
  series: ({ series }) => ['A-9', 'A-10', 'b', null].indexOf(series),
  relevance: () => 0,
}

function inPages(db: Driver, text: string, order: RecordOrder, size: number, looked?: number): Key[] {
  const search = compileSearch(db, folder, text, { live: false })
  const keys: Key[] = []
  for (;;) {
    const page = pageInOrder(db, search, order, keys.at(-1) ?? null, size, looked)
    keys.push(...page)
    if (page.length < size) return keys
  }
}

describe('a list in an order', () => {
  it('holds what is found, each record once and in its place, whatever the size of its pages; anchors agree', async () => {
    await fc.assert(
      fc.asyncProperty(
        posts,
        fc.constantFrom('', 'road', '-closed', 'road after:2015-01-01'),
        fc.constantFrom(...Orders.options),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(1, 5, 20_000),
        async (all, text, order, size, looked) => {
          const db = filled(all)
          const keys = inPages(db, text, order, size, looked)
          const ids = keys.map(({ id }) => id)
          const search = compileSearch(db, folder, text, { live: false })
          expect([...ids].sort((a, b) => b - a)).toEqual(inPages(db, text, 'newest', 500).map(({ id }) => id))
          if (order !== 'relevance') {
            const whole = (id: number) =>
              db.get<Whole>(
                'SELECT record.id, handle, series FROM record JOIN account ON account.id = account_id WHERE record.id = ?',
                id,
              )
            const standing = ids.map((id) => places[order](whole(id) ?? { id, handle: '', series: '' }))
            const sorted = ids
              .map((id, place) => ({ id, place: standing[place] ?? 0 }))
              .sort((a, b) => a.place - b.place || b.id - a.id)
            expect(ids).toEqual(sorted.map(({ id }) => id))
          }
          const { total, anchors, besides } = await outline(db, search, size, new AbortController().signal, order)
          const steps = keys.filter((_, place) => place % size === 0)
          expect({ total, anchors }).toEqual({ total: ids.length, anchors: steps.map(({ id }) => id) })
          if (besides.length > 0) expect(besides).toEqual(steps.map(({ beside }) => beside))
          db.close()
        },
      ),
      { numRuns: 300 },
    )
  })

  it('puts the record that answers best first where words are searched for', () => {
    const at = Date.UTC(2015, 0, 1)
    const db = filled([
      { id: '1', text: 'road', at, account: 0, series: 0 },
      {
        id: '2',
        text: 'road closed today near the old park and the library of the city',
        at: at + 5000,
        account: 0,
        series: 0,
      },
      { id: '3', text: 'park', at: at + 9000, account: 0, series: 0 },
    ])
    const names = inPages(db, 'road', 'relevance', 1).map(
      ({ id }) => db.get<{ native_id: string }>('SELECT native_id FROM record WHERE id = ?', id)?.native_id,
    )
    expect(names).toEqual(['1', '2'])
  })

  it('is read by ranges of an index: no order but that of words found is made by sorting', () => {
    const db = filled([])
    const search = compileSearch(db, folder, '', { live: false })
    const plan = (sql: string, values: Value[]) =>
      db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql} LIMIT 10`, ...values).map(({ detail }) => detail)
    expect(plan(search.sql, [0])).toEqual(['SEARCH record USING INTEGER PRIMARY KEY (rowid<?)'])
    expect(plan(search.shaped(OLDEST), [0, 0])).toEqual([
      'SEARCH record USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)',
    ])
    expect(plan(search.shaped(groupShape('account', 1)), [1, 0])).toEqual([
      'SEARCH record USING COVERING INDEX record_account (account_id=? AND id<?)',
    ])
    expect(plan(search.shaped(groupShape('series', 'A')), ['A', 0])).toEqual([
      'SEARCH record USING COVERING INDEX record_series (series=? AND id<?)',
    ])
    expect(plan(search.shaped(groupShape('series', null)), [0])).toEqual([
      'SEARCH record USING INTEGER PRIMARY KEY (rowid<?)',
    ])
  })
})
