// What a clerk can rely on when exports bring again what was removed: it stays out in every form, and nothing else is touched.
import { describe, expect, it } from 'vitest'
import { identities } from '../../../electron/core/intake/identity.ts'
import type { Driver } from '../../../electron/core/vault/catalog/driver.ts'
import { destroyRecord } from '../../../electron/core/vault/record/destroy.ts'
import { type RecordColumns, recordColumns } from '../../../electron/core/vault/record/merge-document.ts'
import { rememberRemoved } from '../../../electron/core/vault/record/removed.ts'
import { placedVersions } from '../../../electron/core/vault/record/renumber.ts'
import { separateVersion } from '../../../electron/core/vault/record/separate.ts'
import { digest, memoryCatalog } from '../../support/catalog.ts'
import { decision, keyed, only, take } from '../../support/taken.ts'

describe('a record that was removed under an order', () => {
  const moment = Date.UTC(2024, 0, 1, 8, 7)
  const remove = (db: Driver, row: RecordColumns) => {
    const identities = [{ kind: row.kind, nativeId: row.native_id }]
    rememberRemoved(db, { account: 1, record: row.id, identities, objects: [] }, new Uint8Array(32))
    destroyRecord(db, row.id)
  }
  const texts = (db: Driver) =>
    db.all('SELECT native_id AS id, text FROM record JOIN version ON record_id = record.id ORDER BY 1, 2')

  it('does not come back by a form of export that sets other spaces between its words', () => {
    const db = memoryCatalog(2)
    take(db, 1, 100, [{ id: '1', text: 'Road closed.\n\nDetour by Main Street', at: moment }])
    remove(db, only(db))
    expect(
      take(db, 2, 200, [{ id: 'k', text: 'Road closed. Detour by Main Street', at: moment }], { numbered: false }),
    ).toEqual(['removed'])
  })

  it('that was entered by hand with its day alone does not come back by an export that knows the minute, nor the other way', () => {
    const db = memoryCatalog(4)
    const day = { precision: 'day', numbered: false }
    take(db, 1, 100, [{ id: 'by hand 1', text: 'Road closed', at: Date.UTC(2024, 0, 1) }], day)
    remove(db, only(db, 'by hand 1'))
    expect(
      take(db, 2, 200, [
        { id: '7', text: 'Road closed', at: moment },
        { id: '8', text: 'Road closed', at: moment + 3 * 86_400_000 },
      ]),
    ).toEqual(['removed', 'stored'])
    remove(db, only(db, '8'))
    expect(take(db, 3, 300, [{ id: 'by hand 2', text: 'Road closed', at: Date.UTC(2024, 0, 4) }], day)).toEqual([
      'removed',
    ])
    expect(take(db, 4, 400, [{ id: '9', text: 'Road closed', at: moment + 4 * 86_400_000 }])).toEqual(['stored'])
  })

  it('without words does not come back as a version of the record that it was taken off', () => {
    const db = memoryCatalog(3)
    take(db, 1, 100, [{ id: '1', text: 'Road closed' }])
    const bare = { text: '', folded: '' }
    take(db, 2, 200, [{ id: '1', text: 'a picture' }], bare)
    const version = placedVersions(db, only(db).id)[1]
    if (!version) throw new Error('it is not there')
    const made = db.transaction(() => separateVersion(db, only(db), version, decision))
    const own = recordColumns(db, made.record)
    if (!own) throw new Error('it is not there')
    remove(db, own)
    expect(take(db, 3, 300, [{ id: '1', text: 'a picture' }], bare)).toEqual(['removed'])
    expect(texts(db)).toEqual([{ id: '1', text: 'Road closed' }])
  })

  it('does not come back as a version of another one with its key, and the other is not doubled', () => {
    const db = memoryCatalog(2)
    const key = '2024-01-01T08:07'
    const bare = { text: '', folded: '', numbered: false }
    take(
      db,
      1,
      100,
      [
        { id: key, text: 'one' },
        { id: `${key}~2`, text: 'two' },
      ],
      bare,
    )
    remove(db, only(db, key))
    const identity = identities(db, 1, 2)
    identity.beginFile()
    const settled = ['one', 'two'].map((content) => identity.settle(keyed(key), digest(content)))
    const again = settled.map(({ nativeId }, place) => ({ id: nativeId, text: ['one', 'two'][place] ?? '' }))
    expect(take(db, 2, 200, again, bare)).toEqual(['removed', 'same'])
  })
})
