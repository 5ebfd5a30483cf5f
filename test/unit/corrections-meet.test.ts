// What a clerk can rely on where corrections, further exports and readings meet.
import { describe, expect, it } from 'vitest'
import type { RecordDraft } from '../../electron/core/intake/draft.ts'
import { type Identities, identities } from '../../electron/core/intake/identity.ts'
import { record } from '../../electron/core/intake/kit/draft.ts'
import { preparer } from '../../electron/core/intake/prepare.ts'
import type { Driver } from '../../electron/core/vault/catalog/driver.ts'
import { candidatesByKey } from '../../electron/core/vault/record/candidates-by-key.ts'
import { destroyRecord } from '../../electron/core/vault/record/destroy.ts'
import { mergeRecords } from '../../electron/core/vault/record/merge.ts'
import { type RecordColumns, recordColumns } from '../../electron/core/vault/record/merge-document.ts'
import { merkle } from '../../electron/core/vault/record/merkle.ts'
import { recordRows } from '../../electron/core/vault/record/read.ts'
import { rememberRemoved } from '../../electron/core/vault/record/removed.ts'
import { placedVersions } from '../../electron/core/vault/record/renumber.ts'
import { reread } from '../../electron/core/vault/record/reread.ts'
import { rejoin, separateVersion } from '../../electron/core/vault/record/separate.ts'
import { splitRecords, standingMerge } from '../../electron/core/vault/record/split.ts'
import { storeItems } from '../../electron/core/vault/record/store.ts'
import { insertReading, readingChanged } from '../../electron/core/vault/repository/reading.ts'
import { partedFrom } from '../../electron/core/vault/repository/separation.ts'
import { Instant } from '../../shared/domain/time.ts'
import { digest, memoryCatalog, type Post, payloadOf } from '../support/catalog.ts'

const at = Instant.parse(0)
const decision = { reason: 'r', at, by: null }

function take(db: Driver, accession: number, made: number, posts: readonly Post[], other: object = {}) {
  db.run("UPDATE accession SET generated_at = ?, state = 'complete' WHERE id = ?", made * 1000, accession)
  const payload = payloadOf(accession, posts)
  const items = payload.items.map((item) => ({ ...item, ...other }))
  return db.transaction(() => storeItems(db, { ...payload, items }))
}
function only(db: Driver, id = '1'): RecordColumns {
  const row = db.get<{ id: number }>('SELECT id FROM record WHERE native_id = ?', id)
  const columns = row && recordColumns(db, row.id)
  if (!columns) throw new Error(`there is no record ${id}`)
  return columns
}

it('joins a version again though a record was merged into it and split off since, and keeps the note', () => {
  const db = memoryCatalog(3)
  take(db, 1, 100, [{ id: '1', text: 'a' }])
  take(db, 2, 200, [{ id: '1', text: 'b' }])
  take(db, 3, 300, [{ id: '9', text: 'c' }])
  const version = placedVersions(db, only(db).id)[1]
  if (!version) throw new Error('none')
  const made = db.transaction(() => separateVersion(db, only(db), version, decision))
  const own = recordColumns(db, made.record)
  if (!own) throw new Error('none')
  const merge = db.transaction(() => mergeRecords(db, own, only(db, '9'), { ...decision, moved: null }))
  const standing = standingMerge(db, merge)
  if (!standing) throw new Error('none')
  db.transaction(() => splitRecords(db, standing, at, null))
  db.transaction(() => rejoin(db, made.separation, only(db).id, made.record, at, null))
  expect(recordRows(db, [only(db).id])[0]?.versions).toBe(2)
})

describe('a message in another form of export', () => {
  it('is another sighting of the version that has its words, not of the one received last', () => {
    const db = memoryCatalog(3)
    const said = {
      kind: 'message',
      author: 'Ana',
      conversation: 'c1',
      details: '{"participants":["Ana","City"]}',
      numbered: false,
    }
    const first = Date.UTC(2024, 0, 1)
    take(db, 1, 200, [{ id: 'k', text: 'As it is now', at: first }], said)
    take(db, 2, 100, [{ id: 'k', text: 'As it was', at: first }], said)
    const draft = record({
      kind: 'message',
      id: 'mid.7',
      twin: 'words',
      author: 'Ana',
      conversation: 'e2ee',
      text: 'As it is now',
      time: { at: first, atSource: String(first), precision: 'millisecond', sourceZone: 'UTC' },
      details: { participants: ['Ana', 'City'] },
      content: { form: 'other' },
    })
    if (draft.type !== 'record') throw new Error('none')
    const settled = identities(db, 1, 3).settle(draft.draft, digest('other'))
    expect([settled.nativeId, Buffer.from(settled.contentDigest).equals(digest('As it is now'))]).toEqual(['k', true])
  })
})

it('an import that is read again does not take back the time that another export told better', () => {
  const db = memoryCatalog(2)
  const vague = Date.UTC(2024, 0, 1, 8)
  const exact = Date.UTC(2024, 0, 1, 16)
  take(db, 1, 100, [{ id: '1', text: 'a', at: vague }], { sourceZone: 'unknown' })
  take(db, 2, 200, [{ id: '1', text: 'a', at: exact }])
  const now = {
    member: 1,
    position: 0,
    start: 0,
    kind: 'post',
    at: vague,
    atSource: null,
    precision: 'second',
    sourceZone: 'unknown',
    author: 'AlderBayCity',
    conversation: null,
    parentNativeId: null,
    text: 'a',
    details: '{}',
    media: [],
  }
  expect(db.transaction(() => reread(db, now)).outcome).toBe('same')
  expect(only(db)).toMatchObject({ at: exact, source_zone: 'UTC' })
})

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
    if (!version) throw new Error('none')
    const made = db.transaction(() => separateVersion(db, only(db), version, decision))
    const own = recordColumns(db, made.record)
    if (!own) throw new Error('none')
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

it('an item whose record was merged is that record, whatever else has its words in some zone', () => {
  const db = memoryCatalog(3)
  const moment = Date.UTC(2024, 0, 1, 8)
  take(db, 1, 100, [
    { id: '5', text: 'Road closed', at: moment },
    { id: '6', text: 'Road shut', at: moment },
  ])
  take(db, 2, 200, [{ id: 'k', text: 'Road closed', at: moment + 3600_000 }], {
    sourceZone: 'unknown',
    numbered: false,
  })
  db.transaction(() => mergeRecords(db, only(db, '6'), only(db, '5'), { ...decision, moved: null }))
  const draft = { ...keyed('5'), identity: 'id' as const, text: 'Road closed', at: moment }
  expect(identities(db, 1, 3).settle(draft, digest('Road closed')).nativeId).toBe('5')
})

it('names the records that would stay alone if the import of the one that they came of went', () => {
  const db = memoryCatalog(2)
  take(db, 1, 100, [{ id: '1', text: 'a' }])
  take(db, 2, 200, [{ id: '1', text: 'b' }])
  const version = placedVersions(db, only(db).id)[1]
  if (!version) throw new Error('none')
  const made = db.transaction(() => separateVersion(db, only(db), version, decision))
  expect([partedFrom(db, 1), partedFrom(db, 2)]).toEqual([[made.record], []])
})

function keyed(key: string): RecordDraft {
  const made = record({
    kind: 'post',
    author: 'AlderBayCity',
    text: '',
    content: {},
    time: { at: Date.UTC(2024, 0, 1, 8, 7), atSource: key, precision: 'second', sourceZone: 'UTC' },
  })
  if (made.type !== 'record') throw new Error('it is no record')
  return { ...made.draft, nativeId: key, stem: null }
}

it('a version that is joined again brings along that it was deleted since', () => {
  const db = memoryCatalog(4)
  take(db, 1, 100, [{ id: '1', text: 'a' }])
  take(db, 2, 200, [{ id: '1', text: 'b' }])
  const version = placedVersions(db, only(db).id)[1]
  if (!version) throw new Error('none')
  const made = db.transaction(() => separateVersion(db, only(db), version, decision))
  take(db, 3, 300, [{ id: '1', text: 'b', state: 'deleted' }])
  expect(only(db).state).toBe('live')
  db.transaction(() => rejoin(db, made.separation, only(db).id, made.record, at, null))
  expect(only(db)).toMatchObject({ state: 'deleted', deleted_at: Date.UTC(2024, 1, 1) })
  take(db, 4, 400, [{ id: '1', text: 'b' }])
  expect(only(db).state).toBe('live')
})

it('a record whose time a newer parser reads otherwise is not doubled by the next export', () => {
  const db = memoryCatalog(2)
  const wrong = Date.UTC(1970, 0, 20)
  const right = Date.UTC(2024, 0, 1, 8, 7)
  take(db, 1, 100, [{ id: 'wrong', text: 'Road closed', at: wrong }], { numbered: false })
  const reading = insertReading(db, 1, { parser: 'x/2', before: 'x/1', at, by: null })
  const place = { member: 1, position: 0, start: 0 }
  const draft = { ...keyed('right'), at: right, text: 'Road closed' }
  const { kind, atSource, precision, sourceZone, author, conversation, parentNativeId, text } = draft
  const facts = { kind, atSource, precision, sourceZone, author, conversation, parentNativeId, text }
  const { changed } = db.transaction(() => reread(db, { ...place, ...facts, at: right, details: '{}', media: [] }))
  if (changed) readingChanged(db, reading, place)
  expect(identities(db, 1, 2).settle(draft, digest('Road closed')).nativeId).toBe('wrong')
})

it.each([
  ['day', '02.03.2019', '2019-03-02', Date.UTC(2019, 2, 2)],
  ['second', '2019-03-02T18:04:11.000Z', '2019-03-02T18:04:11Z', Date.UTC(2019, 2, 2, 18, 4, 11)],
])(
  'a record that an older vault keeps under its %s as the source wrote it, %s, is found again',
  (precision, atSource, moment, time) => {
    const db = memoryCatalog(2)
    take(db, 1, 100, [{ id: `k @ ${atSource}`, text: 'Road closed', at: time }], {
      precision,
      atSource,
      numbered: false,
    })
    const found = candidatesByKey(db, 1)({ kind: 'post', nativeId: `k @ ${moment}`, stem: 'k @ ', at: time, atSource })
    expect(found.map(({ nativeId }) => nativeId)).toEqual([`k @ ${atSource}`])
  },
)

it('an import that goes on after a crash knows which records its numbered items had taken in the same file', () => {
  const settled: string[] = []
  const identity: Identities = {
    settle: (draft, contentDigest) => {
      settled.push(draft.nativeId)
      return { kind: draft.kind, nativeId: draft.nativeId, contentDigest, alike: [] }
    },
    beginFile: () => undefined,
    committed: () => undefined,
  }
  const random = () => Buffer.alloc(16)
  const media = { resolve: () => [], named: 0, missing: 0, bytes: 0 }
  const prepared = preparer(
    { random },
    1,
    merkle(),
    media,
    () => false,
    identity,
    () => undefined,
  )
  prepared.replay({ ...keyed('7'), identity: 'id', twin: 'moment' })
  expect(settled).toEqual(['7'])
})
