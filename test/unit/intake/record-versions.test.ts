// What a clerk can rely on of a record's versions: which is current, that the same content is one, and that what was joined or parted is undone exactly.
import { describe, expect, it } from 'vitest'
import { moveJoining } from '../../../electron/core/correction/join-moved.ts'
import { type Driver, openDriver } from '../../../electron/core/vault/catalog/driver.ts'
import { migrations } from '../../../electron/core/vault/catalog/migrate.ts'
import { mergeRecords } from '../../../electron/core/vault/record/merge.ts'
import { type RecordColumns, recordColumns } from '../../../electron/core/vault/record/merge-document.ts'
import { recordDetail, recordRows } from '../../../electron/core/vault/record/read.ts'
import { placedVersions } from '../../../electron/core/vault/record/renumber.ts'
import { rejoin, separateVersion } from '../../../electron/core/vault/record/separate.ts'
import { splitRecords, standingMerge } from '../../../electron/core/vault/record/split.ts'
import { storeItems } from '../../../electron/core/vault/record/store.ts'
import { unstoreSlice } from '../../../electron/core/vault/record/unstore.ts'
import { candidates } from '../../../electron/core/vault/repository/packet/production.ts'
import { RecordId } from '../../../shared/domain/id.ts'
import { Instant } from '../../../shared/domain/time.ts'
import { digest, dump, memoryCatalog, type Post, payloadOf } from '../../support/catalog.ts'

const at = Instant.parse(0)
/** When the platform says that a version was edited: it goes wherever the version goes. */
const edited = { at: 5, source: '1970-01-01T00:00:00.005Z' }
const decision = { reason: 'r', at, by: null }
/** Dated in seconds, so that an older export can come later. */
function take(db: Driver, accession: number, made: number | null, posts: readonly Post[], account = 1) {
  const sql = "UPDATE accession SET generated_at = ?, account_id = ?, state = 'complete' WHERE id = ?"
  db.run(sql, made === null ? null : made * 1000, account, accession)
  return db.transaction(() => storeItems(db, { ...payloadOf(accession, posts), account }))
}
function only(db: Driver, id = '1'): RecordColumns {
  const row = db.get<{ id: number }>('SELECT id FROM record WHERE native_id = ?', id)
  const columns = row && recordColumns(db, row.id)
  if (!columns) throw new Error(`there is no record ${id}`)
  return columns
}
function shown(db: Driver, id: number) {
  const detail = recordDetail(db, RecordId.parse(id))
  return detail?.versions.map(({ text, observations }) => [text, ...observations.map(({ accession }) => accession)])
}
const lineOf = (db: Driver, id: number) => recordRows(db, [id])[0]?.text
/** The records and all that hangs on them; not the register of what was decided, nor frames, of which emptied ones stay. */
function records(db: Driver) {
  const decided = ['record_merge', 'record_merge_version', 'record_separation', 'migration', 'frame']
  return Object.fromEntries(Object.entries(dump(db)).filter(([name]) => !decided.includes(name)))
}

describe('the current version', () => {
  it('is what the export made last shows, though an older export arrives later, in lists and in packets', () => {
    const db = memoryCatalog(3)
    take(db, 1, 200, [{ id: '1', text: 'As it is now' }])
    take(db, 2, 100, [{ id: '1', text: 'As it was' }])
    const { id } = only(db)
    expect([lineOf(db, id), shown(db, id)]).toEqual([
      'As it is now',
      [
        ['As it was', 2],
        ['As it is now', 1],
      ],
    ])
    // A packet takes in both, as far as its exports show them.
    expect(candidates(db, [id], '[1,2]')).toMatchObject([{ number: 2 }])
    take(db, 3, 300, [{ id: '1', text: 'As it was' }])
    expect(lineOf(db, id)).toBe('As it was')
    db.transaction(() => unstoreSlice(db, 3, 500))
    expect(lineOf(db, id)).toBe('As it is now')
  })

  it('is the one received last where no export says when it was made', () => {
    const db = memoryCatalog(2)
    take(db, 1, null, [{ id: '1', text: 'First' }])
    take(db, 2, null, [{ id: '1', text: 'Second' }])
    expect(lineOf(db, only(db).id)).toBe('Second')
  })
})

it('of a vault that was made before is found when it is opened', () => {
  const db = openDriver(':memory:', { readonly: false })
  const last = migrations.findIndex(({ name }) => name.endsWith('same_content'))
  for (const { sql } of migrations.slice(0, last)) db.exec(sql)
  db.exec(`INSERT INTO account VALUES (1, 'x', 'a', NULL, '', '', '', 0);
    INSERT INTO accession (id, account_id, platform, layout, parser, received_at, generated_at, state, job_id) VALUES
      (1, 1, 'x', '', '', 1000, 900, 'complete', ''), (2, 1, 'x', '', '', 2000, 100, 'complete', '');
    INSERT INTO frame VALUES (1, '[]', x'');
    INSERT INTO record VALUES (5, 1, 'post', '1', NULL, NULL, 'unknown', NULL, '', NULL, NULL, 'live', NULL, 2, 0, 0, NULL, 1, 2);
    INSERT INTO version VALUES (5, 1, x'01', 'As it is now', '{"links":[1]}', 1, 1, 0, 1, 0), (5, 2, x'02', 'As it was', '{}', 2, 2, 0, 1, 0)`)
  for (const { sql } of migrations.slice(last)) db.exec(sql)
  expect([lineOf(db, 5), db.get('SELECT links FROM record')]).toEqual(['As it is now', { links: 1 }])
})

describe('two records with the same content that become one', () => {
  it('have one version with the sightings of both, also from another form of export with the same words; split, they are as they were', () => {
    const db = memoryCatalog(4)
    db.run("UPDATE accession SET layout = 'html' WHERE id IN (2, 3)")
    take(db, 1, 100, [{ id: '1', text: 'Road closed' }])
    const html = payloadOf(2, [{ id: '2', text: 'Road  Closed', likes: 3, edited }])
    db.transaction(() => storeItems(db, html))
    const before = records(db)
    const merge = db.transaction(() => mergeRecords(db, only(db), only(db, '2'), { ...decision, moved: null }))
    const { id } = only(db)
    expect(shown(db, id)).toEqual([['Road closed', 1, 2]])
    // A later export in that form is a further sighting, not a version.
    expect(take(db, 3, 300, [{ id: '2', text: 'Road  Closed' }])).toEqual(['same'])
    expect(shown(db, id)).toEqual([['Road closed', 1, 2, 3]])
    db.transaction(() => unstoreSlice(db, 3, 500))
    const standing = standingMerge(db, merge)
    if (standing === null) throw new Error('the merge is not there')
    db.transaction(() => splitRecords(db, standing, at, null))
    db.run("UPDATE accession SET generated_at = NULL, state = 'receiving' WHERE id = 3")
    expect(records(db)).toEqual(before)
  })

  it('keep two versions where the words are the same in one form but something else is not', () => {
    const db = memoryCatalog(2)
    take(db, 1, 100, [{ id: '1', text: 'Road closed' }])
    take(db, 2, 200, [{ id: '2', text: 'Road  Closed' }])
    db.transaction(() => mergeRecords(db, only(db), only(db, '2'), { ...decision, moved: null }))
    expect(shown(db, only(db).id)).toHaveLength(2)
  })
})

describe('a version that is made a record of its own', () => {
  it('goes with its sightings and what was counted with it, later imports follow, and joined again all is as it was', () => {
    const db = memoryCatalog(4)
    take(db, 1, 100, [{ id: '1', text: 'Road closed', likes: 1, edited }])
    take(db, 2, 200, [{ id: '1', text: 'Road open', likes: 2 }])
    const before = records(db)
    const first = placedVersions(db, only(db).id)[0]
    if (first === undefined) throw new Error('it has no version')
    const made = db.transaction(() => separateVersion(db, only(db), first, decision))
    expect([shown(db, only(db).id), shown(db, made.record)]).toEqual([[['Road open', 2]], [['Road closed', 1]]])
    expect(db.all('SELECT record_id FROM version_edited')).toEqual([{ record_id: made.record }])
    expect(db.all('SELECT record_id, accession_id FROM measure ORDER BY accession_id')).toEqual([
      { record_id: made.record, accession_id: 1 },
      { record_id: only(db).id, accession_id: 2 },
    ])
    expect(take(db, 3, 300, [{ id: '1', text: 'Road closed' }])).toEqual(['same'])
    expect(take(db, 4, 400, [{ id: '1', text: 'Road shut' }])).toEqual(['version'])
    expect([shown(db, only(db).id), shown(db, made.record)]).toEqual([
      [
        ['Road open', 2],
        ['Road shut', 4],
      ],
      [['Road closed', 1, 3]],
    ])
    for (const accession of [4, 3]) db.transaction(() => unstoreSlice(db, accession, 500))
    db.run("UPDATE accession SET generated_at = NULL, state = 'receiving' WHERE id > 2")
    db.transaction(() => rejoin(db, made.separation, only(db).id, made.record, at, null))
    expect(records(db)).toEqual(before)
  })
})

describe('an import that is moved to an account that holds its items', () => {
  it('joins them there, and moved back all is as it was', () => {
    const db = memoryCatalog(3)
    db.run("INSERT INTO account VALUES (2, 'x', 'AlderBayFire', NULL, 'Fire', '', '', 0)")
    take(db, 1, 100, [
      { id: '1', text: 'Road closed', edited },
      { id: '2', text: 'Only here' },
    ])
    take(db, 2, 200, [{ id: '1', text: 'Road closed' }], 2)
    take(db, 3, 300, [{ id: '1', text: 'Road open' }], 2)
    const before = records(db)
    const move = { accessions: [1], ...decision }
    expect(db.transaction(() => moveJoining(db, { ...move, from: 1, to: 2 }))).toBe(1)
    expect(shown(db, only(db).id)).toEqual([
      ['Road closed', 2, 1],
      ['Road open', 3],
    ])
    expect(only(db, '2').account_id).toBe(2)
    db.transaction(() => moveJoining(db, { ...move, from: 2, to: 1 }))
    expect(records(db)).toEqual(before)
  })
})

it('finds what was folded by its own digest', () => {
  const db = memoryCatalog(2)
  take(db, 1, 100, [{ id: '1', text: 'Road closed' }])
  take(db, 2, 200, [{ id: '2', text: 'Road closed' }])
  db.transaction(() => mergeRecords(db, only(db), only(db, '2'), { ...decision, moved: null }))
  const found = db.all('SELECT number FROM version WHERE digest = ? ORDER BY number', digest('Road closed'))
  expect(found).toEqual([{ number: -1 }, { number: 1 }])
})
