// Laws of a record's state: a deletion stays until a later export shows the record, and what is taken back leaves the state before.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Driver } from '../../electron/core/vault/catalog/driver.ts'
import { storeItems } from '../../electron/core/vault/record/store.ts'
import { forgetWords, unstoreSlice } from '../../electron/core/vault/record/unstore.ts'
import { dump, memoryCatalog, payloadOf } from '../support/catalog.ts'

type State = 'live' | 'deleted'

/** Stores one post once for each state, in one accession that was made at a time. */
function show(db: Driver, accession: number, made: number | null, states: readonly State[], from = 0): void {
  db.run('UPDATE accession SET generated_at = ? WHERE id = ?', made, accession)
  for (const [place, state] of states.entries()) {
    storeItems(db, payloadOf(accession, [{ id: '1', text: 'Road closed', state, position: from + place }]))
  }
}

function takeBack(db: Driver, accession: number): void {
  while (unstoreSlice(db, accession, 2) === 2);
  forgetWords(db)
}

const stateOf = (db: Driver) =>
  db.get<{ state: string; deleted_at: number | null }>('SELECT state, deleted_at FROM record')
const changesOf = (db: Driver) =>
  db.all<{ accession_id: number; state: string; previous: string }>(
    'SELECT accession_id, state, previous FROM state_change ORDER BY accession_id',
  )
const GONE = { state: 'deleted', deleted_at: Date.UTC(2024, 1, 1) }
const LIVE = { state: 'live', deleted_at: null }

/** What verification compares (V025): the state is what the newest change says. */
function isSound(db: Driver): boolean {
  const last = changesOf(db).at(-1)
  return last === undefined || last.state === stateOf(db)?.state
}

describe('a record that was deleted', () => {
  it('is live again when an export that was received and made later shows it; the deletion stays among its changes', () => {
    const db = memoryCatalog(3)
    show(db, 1, 1000, ['live'])
    show(db, 2, 2000, ['deleted'])
    const before = dump(db)
    show(db, 3, 3000, ['live'])
    expect(stateOf(db)).toEqual(LIVE)
    expect(changesOf(db)).toEqual([
      { accession_id: 2, state: 'deleted', previous: 'live' },
      { accession_id: 3, state: 'live', previous: 'deleted' },
    ])
    takeBack(db, 3)
    const { frame: _, ...after } = dump(db)
    const { frame: __, ...expected } = before
    expect(after).toMatchObject({ record: expected.record, state_change: expected.state_change })
    db.close()
  })

  it('stays deleted when the export was made before, or at the same time, though it was received later', () => {
    for (const made of [1500, 2000]) {
      const db = memoryCatalog(3)
      show(db, 1, 1000, ['live'])
      show(db, 2, 2000, ['deleted'])
      show(db, 3, made, ['live'])
      expect(stateOf(db)).toEqual(GONE)
      db.close()
    }
  })

  it('stays deleted where any export that shows the deletion was made later', () => {
    const db = memoryCatalog(4)
    show(db, 1, 1000, ['deleted'])
    show(db, 2, 3000, ['deleted'])
    show(db, 3, 2000, ['live'])
    expect(stateOf(db)).toEqual(GONE)
    show(db, 4, 4000, ['live'])
    expect(stateOf(db)).toEqual(LIVE)
    db.close()
  })

  it('is not deleted again by an export that was made before the one that brought it back', () => {
    const db = memoryCatalog(4)
    show(db, 1, 1000, ['deleted'])
    show(db, 2, 3000, ['live'])
    show(db, 3, 2000, ['deleted'])
    expect(stateOf(db)).toEqual(LIVE)
    show(db, 4, 4000, ['deleted'])
    expect(stateOf(db)).toEqual(GONE)
    db.close()
  })

  it('is deleted where one export shows both, in whatever order', () => {
    for (const states of [
      ['live', 'deleted'],
      ['deleted', 'live'],
    ] as const) {
      for (const first of ['live', 'deleted'] as const) {
        const db = memoryCatalog(2)
        show(db, 1, 1000, [first])
        show(db, 2, 2000, states)
        expect([stateOf(db), isSound(db)]).toEqual([GONE, true])
        takeBack(db, 2)
        expect(stateOf(db)).toEqual(first === 'live' ? LIVE : GONE)
        db.close()
      }
    }
  })

  it('has the state of its newest change after whatever comes, and its earlier state after whatever is taken back', () => {
    const shown = fc.array(fc.constantFrom<State>('live', 'deleted'), { minLength: 1, maxLength: 3 })
    const made = fc.option(fc.integer({ min: 1, max: 5 }).map((n) => n * 1000))
    fc.assert(
      fc.property(fc.array(fc.tuple(made, shown), { minLength: 2, maxLength: 5 }), fc.nat(), (exports, pick) => {
        const db = memoryCatalog(exports.length)
        const states = exports.map(([at, all], place) => {
          const before = place === 0 ? undefined : stateOf(db)
          show(db, place + 1, at, all)
          expect(isSound(db)).toBe(true)
          return before
        })
        const middle = 2 + (pick % (exports.length - 1))
        if (middle === exports.length) {
          takeBack(db, middle)
          expect(stateOf(db)).toEqual(states.at(-1))
        } else takeBack(db, middle)
        expect(isSound(db)).toBe(true)
        db.close()
      }),
      { numRuns: 150 },
    )
  })
})
