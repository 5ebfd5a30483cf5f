// What a clerk can rely on where corrections, further exports and readings meet.
import { describe, expect, it } from 'vitest'
import { type Identities, identities } from '../../../electron/core/intake/identity.ts'
import { record } from '../../../electron/core/intake/kit/draft.ts'
import { preparer } from '../../../electron/core/intake/prepare.ts'
import { candidatesByKey } from '../../../electron/core/vault/record/candidates-by-key.ts'
import { mergeRecords } from '../../../electron/core/vault/record/merge.ts'
import { recordColumns } from '../../../electron/core/vault/record/merge-document.ts'
import { merkle } from '../../../electron/core/vault/record/merkle.ts'
import { recordRows } from '../../../electron/core/vault/record/read.ts'
import { placedVersions } from '../../../electron/core/vault/record/renumber.ts'
import { reread } from '../../../electron/core/vault/record/reread.ts'
import { rejoin, separateVersion } from '../../../electron/core/vault/record/separate.ts'
import { splitRecords, standingMerge } from '../../../electron/core/vault/record/split.ts'
import { insertReading, readingChanged } from '../../../electron/core/vault/repository/intake/reading.ts'
import { partedFrom } from '../../../electron/core/vault/repository/intake/separation.ts'
import { digest, memoryCatalog } from '../../support/catalog.ts'
import { at, decision, keyed, only, take } from '../../support/taken.ts'

it('joins a version again though a record was merged into it and split off since', () => {
  const db = memoryCatalog(3)
  take(db, 1, 100, [{ id: '1', text: 'a' }])
  take(db, 2, 200, [{ id: '1', text: 'b' }])
  take(db, 3, 300, [{ id: '9', text: 'c' }])
  const version = placedVersions(db, only(db).id)[1]
  if (!version) throw new Error('it is not there')
  const made = db.transaction(() => separateVersion(db, only(db), version, decision))
  const own = recordColumns(db, made.record)
  if (!own) throw new Error('it is not there')
  const merge = db.transaction(() => mergeRecords(db, own, only(db, '9'), { ...decision, moved: null }))
  const standing = standingMerge(db, merge)
  if (!standing) throw new Error('it is not there')
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
    edited: null,
    media: [],
  }
  expect(db.transaction(() => reread(db, now)).outcome).toBe('same')
  expect(only(db)).toMatchObject({ at: exact, source_zone: 'UTC' })
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
  if (!version) throw new Error('it is not there')
  const made = db.transaction(() => separateVersion(db, only(db), version, decision))
  expect([partedFrom(db, 1), partedFrom(db, 2)]).toEqual([[made.record], []])
})

it('a version that is joined again brings along that it was deleted since', () => {
  const db = memoryCatalog(4)
  take(db, 1, 100, [{ id: '1', text: 'a' }])
  take(db, 2, 200, [{ id: '1', text: 'b' }])
  const version = placedVersions(db, only(db).id)[1]
  if (!version) throw new Error('it is not there')
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
  const said = { ...place, ...facts, at: right, details: '{}', edited: null, media: [] }
  const { changed } = db.transaction(() => reread(db, said))
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
    looksBack: () => false,
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

describe('a record that was first seen without its zone and then with it', () => {
  const vague = { at: Date.UTC(2024, 0, 1, 0, 7), sourceZone: 'unknown', numbered: false }
  const exact = Date.UTC(2024, 0, 1, 8, 7)
  const seen = () => {
    const db = memoryCatalog(3)
    take(db, 1, 100, [{ id: 'k @ 2024-01-01T00:07:00', text: 'Road closed' }], vague)
    take(db, 2, 200, [{ id: 'k @ 2024-01-01T00:07:00', text: 'Road closed', at: exact }])
    return db
  }

  it('is the one that a later export holds edited, by its moment', () => {
    const draft = { ...keyed('k @ 2024-01-01T08:07:00Z'), stem: 'k @ ', at: exact, text: 'Road open' }
    const settled = identities(seen(), 1, 3).settle(draft, digest('Road open'))
    expect(settled.nativeId).toBe('k @ 2024-01-01T00:07:00')
  })

  it('is named to the clerk where the edited one has a number of the platform', () => {
    const db = seen()
    const draft = { ...keyed('5'), identity: 'id' as const, at: exact, text: 'Road open' }
    const { nativeId, alike } = identities(db, 1, 3).settle(draft, digest('Road open'))
    expect([nativeId, alike.map(({ record: id }) => id)]).toEqual(['5', [only(db, 'k @ 2024-01-01T00:07:00').id]])
  })
})
