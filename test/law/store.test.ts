// Laws of storing: nothing is overwritten, nothing is stored twice, and what is taken back leaves no trace.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Driver } from '../../electron/core/vault/catalog/driver.ts'
import { fragmentsOf } from '../../electron/core/vault/record/read.ts'
import { storeItems } from '../../electron/core/vault/record/store.ts'
import { forgetWords, unstoreSlice } from '../../electron/core/vault/record/unstore.ts'
import { fold } from '../../shared/text/fold.ts'
import { digest, dump, memoryCatalog, type Post, payloadOf } from '../support/catalog.ts'

const post = fc.record({
  id: fc.constantFrom('1', '2', '3', '4', '5'),
  text: fc.constantFrom('Road closed', 'Road open', 'Biblioteca cerrada', '道路封閉', 'đường'),
  at: fc.constantFrom(null, Date.UTC(2020, 1, 1), Date.UTC(2020, 1, 1, 0, 0, 0, 500), Date.UTC(1969, 6, 20)),
  likes: fc.nat(3),
  state: fc.constantFrom('live' as const, 'deleted' as const),
})
const distinct = fc.uniqueArray(post, { maxLength: 5, selector: ({ id }) => id })

const versions = (db: Driver) =>
  db.all<{ native_id: string; text: string }>(
    'SELECT native_id, text FROM record JOIN version ON record_id = id ORDER BY native_id, number',
  )
const found = (db: Driver, words: string) =>
  db.all<{ rowid: number }>('SELECT rowid FROM found WHERE found MATCH ?', `"${words}"`).length

/** Whether a record without a time gets one, while another of the second export is new and without a time. */
const leavesItsNumber = (first: readonly Post[], second: readonly Post[]) =>
  first.some(({ id, at }) => at === null && second.some((later) => later.id === id && later.at !== null)) &&
  second.some(({ id, at }) => at === null && !first.some((earlier) => earlier.id === id))

describe('storing an export', () => {
  it('keeps every distinct content of every post, in the order of arrival, whatever comes', () => {
    fc.assert(
      fc.property(distinct, distinct, (first, second) => {
        const db = memoryCatalog()
        storeItems(db, payloadOf(1, first))
        storeItems(db, payloadOf(2, second))
        const texts = new Map<string, string[]>()
        for (const { id, text } of [...first, ...second]) {
          const known = texts.get(id) ?? []
          if (!known.includes(text)) texts.set(id, [...known, text])
        }
        const expected = [...texts].sort().flatMap(([native_id, all]) => all.map((text) => ({ native_id, text })))
        expect(versions(db)).toEqual(expected)
        db.close()
      }),
      { numRuns: 150 },
    )
  })

  it('adds nothing but a sighting when the same content comes again', () => {
    fc.assert(
      fc.property(distinct, (posts: readonly Post[]) => {
        const db = memoryCatalog()
        storeItems(db, payloadOf(1, posts))
        // A deletion that is shown again is remembered as such.
        const { record: _, observation: __, measure: ___, state_change: ____, frame, ...before } = dump(db)
        expect(storeItems(db, payloadOf(2, posts))).toEqual(posts.map(() => 'same'))
        expect(dump(db)).toMatchObject({ ...before, frame })
        db.close()
      }),
      { numRuns: 100 },
    )
  })

  it('gives back the exact bytes that each version was read from', () => {
    fc.assert(
      fc.property(distinct, distinct, (first, second) => {
        const db = memoryCatalog()
        storeItems(db, payloadOf(1, first))
        storeItems(db, payloadOf(2, second))
        for (const { id, number } of db.all<{ id: number; number: number }>(
          'SELECT record_id AS id, number FROM version',
        )) {
          const [fragment] = fragmentsOf(db, id, number)
          const text = db.get<{ text: string }>(
            'SELECT text FROM version WHERE record_id = ? AND number = ?',
            id,
            number,
          )?.text
          expect(JSON.parse(Buffer.from(fragment?.bytes ?? []).toString())).toMatchObject({ text })
        }
        db.close()
      }),
      { numRuns: 60 },
    )
  })

  it('joins what two copies of a post have in common only once, and takes it back whole', () => {
    const db = memoryCatalog()
    const before = dump(db)
    const payload = payloadOf(1, [
      { id: '1', text: 'Road closed' },
      { id: '1', text: 'Road closed' },
      { id: '1', text: 'Road open' },
    ])
    const note = { pointer: null, start: 0, length: 4, digest: digest('note'), salt: digest('salt').subarray(0, 16) }
    const items = payload.items.map((item) => ({
      ...item,
      observations: [...item.observations, { ...note, member: 1, position: 900 }],
    }))
    expect(storeItems(db, { ...payload, items })).toEqual(['stored', 'merged', 'version'])
    const seen = 'SELECT position, number, again FROM observation ORDER BY position'
    expect(db.all(seen)).toEqual([
      { position: 0, number: 1, again: 0 },
      { position: 1, number: 1, again: 1 },
      { position: 2, number: 2, again: 0 },
      { position: 900, number: 1, again: 1 },
    ])
    while (unstoreSlice(db, 1, 2) === 2);
    forgetWords(db)
    const { frame: _, ...after } = dump(db)
    const { frame: __, ...expected } = before
    expect(after).toEqual(expected)
    db.close()
  })

  it('leaves no trace of an import that is taken back, in rows, states or words', () => {
    fc.assert(
      fc.property(distinct, distinct, fc.integer({ min: 1, max: 7 }), (first, second, slice) => {
        // A record whose time became known leaves its number, and what comes then may take it: it gets another one back.
        fc.pre(!leavesItsNumber(first, second))
        const db = memoryCatalog()
        storeItems(db, payloadOf(1, first))
        const before = dump(db)
        storeItems(db, payloadOf(2, second))
        while (unstoreSlice(db, 2, slice) === slice);
        forgetWords(db)
        const words = "SELECT count(*) AS n FROM temp.words WHERE term GLOB '*[a-z]*'"
        db.exec('CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, found, row)')
        if (first.length === 0) expect(db.get(words)).toEqual({ n: 0 })
        const { frame: _, ...after } = dump(db)
        const { frame: __, ...expected } = before
        expect(after).toEqual(expected)
        for (const { text } of second) {
          expect(found(db, fold(text))).toBe(first.filter((one) => one.text === text).length)
        }
        db.close()
      }),
      { numRuns: 150 },
    )
  })
})
