// Storing items as records, versions and observations: the hot path of every import.
import type { Driver } from '../catalog/driver.ts'
import { changeState } from './change-state.ts'
import { noteEdited } from './edited.ts'
import { insertFrames } from './frame.ts'
import type { StoredItem, StoredObservation, StoreOutcome, StorePayload, StoreResult } from './item.ts'
import { type MergedInto, mergedInto } from './merged-into.ts'
import { currentOf } from './newest.ts'
import { type RecordIds, recordIds } from './record-id.ts'
import { relocate } from './relocate.ts'
import { observeRemoved, removedFrom } from './removed.ts'
import { followVersions } from './renumber.ts'

const COLUMNS =
  'SELECT id, versions, accession_id, last_accession_id, state, deleted_at, at, precision, source_zone FROM record'
const KNOWN = `${COLUMNS} WHERE account_id = ? AND kind = ? AND native_id = ?`
const KEPT = `${COLUMNS} WHERE id = ?`

const OBSERVE = 'INSERT INTO observation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?)'

interface Known {
  readonly id: number
  readonly versions: number
  readonly accession_id: number
  readonly last_accession_id: number
  readonly state: string
  readonly at: number | null
  readonly precision: string
  readonly deleted_at: number | null
  readonly source_zone: string | null
}

/**
 * Stores a batch. An item seen before with the same content adds an observation; with other content, a version (design §4).
 * @returns what became of each item, in order; seen twice in one accession is `merged`
 */
export function storeItems(db: Driver, payload: StorePayload): StoreResult {
  const frames = insertFrames(db, payload)
  const idFor = recordIds(db)
  const merged = mergedInto(db, payload.account)
  const removed = removedFrom(db, payload.account)
  const outcomes: StoreOutcome[] = new Array(payload.items.length)
  const bodies = new Map<number, string>()
  for (const [place, item] of payload.items.entries()) {
    if (removed?.(item)) {
      observeRemoved(db, payload.accession, item.observations)
      outcomes[place] = 'removed'
      continue
    }
    const id = insertRecord(db, idFor, payload, item, merged)
    if (id === null) {
      outcomes[place] = storeAgain(db, payload, item, frames, bodies, merged)
      continue
    }
    insertVersion(db, id, 1, payload, item, frames)
    observe(db, id, 1, payload.accession, item.observations, true)
    count(db, id, payload.accession, item)
    bodies.set(id, item.folded)
    outcomes[place] = 'stored'
  }
  // The index is written in the order of its keys: out of order, every row would flush it.
  for (const [id, text] of [...bodies].sort((a, b) => a[0] - b[0])) {
    db.run('INSERT INTO body VALUES (?, ?)', id, text)
    db.run('INSERT INTO found (rowid, text) VALUES (?, ?)', id, text)
  }
  frames.dropUnused()
  return outcomes
}

function storeAgain(
  db: Driver,
  payload: StorePayload,
  item: StoredItem,
  frames: ReturnType<typeof insertFrames>,
  bodies: Map<number, string>,
  merged: MergedInto,
): StoreOutcome {
  const kept = merged(item, item.contentDigest)
  const known =
    kept === null ? db.get<Known>(KNOWN, payload.account, item.kind, item.nativeId) : db.get<Known>(KEPT, kept)
  if (known === undefined) throw new Error('a record is neither new nor known')
  const number = versionWith(db, known.id, item.contentDigest)
  const here = known.accession_id === payload.accession
  changeState(db, known, payload.accession, item)
  const id = tellsTimeBetter(known, item) ? tellTime(db, known.id, payload.accession, item, bodies) : known.id
  count(db, id, payload.accession, item)
  if (number !== null) {
    observe(db, id, number, payload.accession, item.observations, false)
    noteEdited(db, id, number, item.edited)
    // An export that shows an earlier text again makes it current, where it was made after the others.
    if (number !== currentOf(db, id, known.versions)) followVersions(db, id)
    return here ? 'merged' : 'same'
  }
  const next = known.versions + 1
  insertVersion(db, id, next, payload, item, frames)
  observe(db, id, next, payload.accession, item.observations, true)
  followVersions(db, id)
  // A record that came in this very batch is not in the index yet.
  const waiting = bodies.get(id)
  if (waiting === undefined) addToBody(db, id, item.folded)
  else bodies.set(id, `${waiting}\n${item.folded}`)
  return 'version'
}

/** Whether a record's time is of unknown zone, or was only known roughly (as of an entry by hand), and the item tells it. */
function tellsTimeBetter(known: Known, { at, precision, sourceZone }: StoredItem): boolean {
  if (at === null || sourceZone === 'unknown') return false
  if (known.at === null || known.source_zone === 'unknown') return true
  return ROUGH.includes(known.precision) && EXACT.includes(precision)
}

const ROUGH: readonly string[] = ['minute', 'day', 'month', 'year', 'unknown']
const EXACT: readonly string[] = ['millisecond', 'second']

/** The time gives way to one that is told better, and is kept aside; the record goes to its place. Returns its id from then on. */
function tellTime(
  db: Driver,
  before: number,
  accession: number,
  { at, atSource, precision, sourceZone }: StoredItem,
  bodies: Map<number, string>,
): number {
  db.run(
    `INSERT INTO time_retold SELECT id, ?, id, at, at_source, precision, source_zone FROM record WHERE id = ?
     ON CONFLICT DO NOTHING`,
    accession,
    before,
  )
  const sql = 'UPDATE record SET at = ?, at_source = ?, precision = ?, source_zone = ? WHERE id = ?'
  db.run(sql, at, atSource, precision, sourceZone, before)
  const id = relocate(db, before, at)
  const waiting = bodies.get(before)
  if (id !== before && waiting !== undefined) {
    bodies.delete(before)
    bodies.set(id, waiting)
  }
  return id
}

/** The number of the version with this content, or null. */
function versionWith(db: Driver, record: number, digest: Uint8Array): number | null {
  const row = db.get<{ number: number }>(
    `SELECT coalesce(same_as, number) AS number FROM version LEFT JOIN version_folded USING (record_id, number)
     WHERE record_id = ? AND digest = ? ORDER BY number DESC LIMIT 1`,
    record,
    digest,
  )
  return row?.number ?? null
}

/** Inserts a record that is not known yet. Returns its id, or null where its identity is known already. */
function insertRecord(
  db: Driver,
  idFor: RecordIds,
  payload: StorePayload,
  item: StoredItem,
  merged: MergedInto,
): number | null {
  if (merged(item, item.contentDigest) !== null) return null
  const likely = idFor.likely(item.at)
  if (tryInsert(db, likely, payload, item)) return likely
  if (db.get(KNOWN, payload.account, item.kind, item.nativeId) !== undefined) return null
  const id = idFor.free(item.at)
  if (tryInsert(db, id, payload, item)) return id
  throw new Error('no free id was found for a record')
}

function tryInsert(db: Driver, id: number, payload: StorePayload, item: StoredItem): boolean {
  const { changes } = db.run(
    'INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, NULL, ?, ?) ON CONFLICT DO NOTHING',
    id,
    payload.account,
    item.kind,
    item.nativeId,
    item.at,
    item.atSource,
    item.precision,
    item.sourceZone,
    item.author,
    item.conversation,
    item.parentNativeId,
    item.state,
    item.deletedAt,
    item.media.length,
    item.links,
    payload.accession,
    payload.accession,
  )
  return changes > 0
}

function insertVersion(
  db: Driver,
  id: number,
  number: number,
  payload: StorePayload,
  item: StoredItem,
  frames: ReturnType<typeof insertFrames>,
): void {
  const [own, ...joined] = item.fragments
  const [first] = item.observations
  if (own === undefined || first === undefined)
    throw new Error('a new version comes with its source and where it was seen')
  db.run(
    'INSERT INTO version VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    id,
    number,
    item.contentDigest,
    item.text,
    item.details,
    payload.accession,
    first.member,
    first.position,
    frames.use(own),
    own.slot,
  )
  noteEdited(db, id, number, item.edited)
  for (const [place, fragment] of joined.entries()) {
    const { role, slot } = fragment
    db.run(
      'INSERT INTO joined_fragment VALUES (?, ?, ?, ?, ?, ?)',
      id,
      number,
      place + 1,
      role,
      frames.use(fragment),
      slot,
    )
  }
  for (const [position, media] of item.media.entries()) {
    const { role, name, digest, alt, missing } = media
    db.run('INSERT INTO media VALUES (?, ?, ?, ?, ?, ?, ?, ?)', id, number, position, role, name, digest, alt, missing)
  }
}

/** @param own whether the version was read from the first of them */
function observe(
  db: Driver,
  id: number,
  number: number,
  accession: number,
  seen: readonly StoredObservation[],
  own: boolean,
): void {
  for (const [place, { member, position, pointer, start, length, digest, salt }] of seen.entries()) {
    // A post that stands twice in an export joins the same note twice; its own item is never seen twice at one place.
    db.run(
      place === 0 ? OBSERVE : `${OBSERVE} ON CONFLICT DO NOTHING`,
      member,
      position,
      accession,
      id,
      number,
      pointer,
      start,
      length,
      digest,
      salt,
      own && place === 0 ? 0 : 1,
    )
  }
}

function count(db: Driver, id: number, accession: number, item: StoredItem): void {
  if (item.measures === null) return
  db.run(
    'INSERT INTO measure VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET counts = excluded.counts',
    id,
    accession,
    item.measures,
  )
}

function addToBody(db: Driver, id: number, folded: string): void {
  const body = db.get<{ text: string }>('SELECT text FROM body WHERE id = ?', id)
  if (body === undefined) return
  const text = `${body.text}\n${folded}`
  db.run("INSERT INTO found (found, rowid, text) VALUES ('delete', ?, ?)", id, body.text)
  db.run('UPDATE body SET text = ? WHERE id = ?', text, id)
  db.run('INSERT INTO found (rowid, text) VALUES (?, ?)', id, text)
}
