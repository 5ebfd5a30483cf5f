// Reading records back: rows for lists, a record whole, its fragments.

import { z } from 'zod'
import type { RecordId } from '../../../../shared/domain/id.ts'
import { Link, RecordDetail, RecordRow } from '../../../../shared/domain/record/record.ts'
import type { Driver } from '../catalog/driver.ts'
import { digestOf } from '../hex.ts'
import { fragmentPlaces, readFragment } from './frame.ts'
import { leafOf } from './merkle.ts'
import { current } from './newest.ts'
import { unshown } from './unshown.ts'

/** Characters of a row's text: a line of the list, with room for marks. */
const ROW_TEXT = 400

const IN_SIGHT = 'basis IS NULL AND ground IS NULL'

/** Of what is locked only the ground is shown, and of what is restricted the ground and how many media it has. */
const rowSql = (
  text: string,
) => `SELECT record.id, account_id AS account, kind, at, series, state, ${unshown()} AS unshown, versions,
  iif(${IN_SIGHT}, author, '') AS author, iif(basis IS NULL, media, 0) AS media, iif(${IN_SIGHT}, ${text}, '') AS text,
  iif(${IN_SIGHT}, native_id, '') AS nativeId, basis AS locked,
  iif(ground IS NULL, NULL, json_object('ground', ground, 'words', words)) AS restricted
  FROM record LEFT JOIN record_lock ON record_lock.record_id = record.id AND record_lock.ended_at IS NULL
    LEFT JOIN restriction ON restriction.record_id = record.id AND restriction.ended_at IS NULL
    JOIN version ON version.record_id = record.id AND version.number = ${current()}`

/** Rows for a list, in the order of `ids`; ids that are gone are left out. */
export function recordRows(db: Driver, ids: readonly number[]): RecordRow[] {
  return inOrder(db, rowSql(`substr(version.text, 1, ${ROW_TEXT})`), ids).map((row) => RecordRow.parse(row))
}

/** As {@link recordRows}, with all that the newest version says. */
export function wholeRows(db: Driver, ids: readonly number[]): RecordRow[] {
  return inOrder(db, rowSql('version.text'), ids).map((row) => RecordRow.parse(row))
}

interface Row {
  readonly id: number
  readonly restricted: string | null
}

function inOrder(db: Driver, sql: string, ids: readonly number[]) {
  const rows = db.all<Row>(`${sql} WHERE record.id IN (SELECT value FROM json_each(?))`, JSON.stringify(ids))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row ? { ...row, restricted: row.restricted === null ? null : JSON.parse(row.restricted) } : []
  })
}

interface RecordFields {
  readonly id: number
  readonly versions: number
}

/** A record whole, its versions from the earliest to the current one, or null. Whether it is locked or restricted is the caller's to ask. */
export function recordDetail(db: Driver, id: RecordId): RecordDetail | null {
  const record = db.get<RecordFields>(
    `SELECT record.id, account_id AS account, account.platform, kind, record.native_id AS nativeId, at, at_source AS atSource,
       precision, source_zone AS sourceZone, author, conversation, parent_native_id AS parentNativeId, state,
       deleted_at AS deletedAt, series, versions
     FROM record JOIN account ON account.id = account_id WHERE record.id = ?`,
    id,
  )
  if (record === undefined) return null
  const { versions, ...fields } = record
  return RecordDetail.parse({
    ...fields,
    versions: versionOrder(db, id, versions).map((number) => versionOf(db, id, number)),
    measures: db.all(
      `SELECT measured.name, value, received_at AS seenAt FROM measured JOIN accession ON accession.id = accession_id
       WHERE record_id = ? ORDER BY measured.name, received_at`,
      id,
    ),
  })
}

/** The versions of a record in the order in which exports were made that show them last; the current one ends it. */
function versionOrder(db: Driver, id: number, versions: number): number[] {
  if (versions === 1) return [1]
  return db.all<{ number: number }>(SHOWN_ORDER, id, id).map(({ number }) => number)
}

const SHOWN_ORDER = `SELECT coalesce(same_as, shown.number) AS number FROM (
    SELECT record_id, number, accession_id FROM version WHERE record_id = ?
    UNION ALL SELECT record_id, number, accession_id FROM observation WHERE record_id = ? AND again = 1
  ) AS shown JOIN accession ON accession.id = shown.accession_id LEFT JOIN version_folded USING (record_id, number)
  GROUP BY coalesce(same_as, shown.number)
  ORDER BY max(printf('%020d %020d', coalesce(generated_at, received_at), accession.id)), 1`

const Details = z.object({ links: z.array(Link).default([]) }).loose()

function versionOf(db: Driver, id: RecordId, number: number) {
  const row = db.get<{ digest: Uint8Array; text: string; details: string }>(
    'SELECT digest, text, details FROM version WHERE record_id = ? AND number = ?',
    id,
    number,
  )
  if (row === undefined) throw new Error(`record ${id} lacks its version ${number}`)
  const { links, ...details } = Details.parse(JSON.parse(row.details))
  return {
    number,
    digest: digestOf(row.digest),
    text: row.text,
    details,
    links,
    media: mediaOf(db, id, number),
    observations: observationsOf(db, id, number),
  }
}

/** The media of a version, in order. */
function mediaOf(db: Driver, id: number, number: number) {
  const rows = db.all<{ digest: Uint8Array | null }>(
    `SELECT role, name, object_digest AS digest, mime, size, alt, missing FROM media LEFT JOIN object ON object.digest = object_digest
     WHERE record_id = ? AND number = ? ORDER BY position`,
    id,
    number,
  )
  return rows.map((row) => ({ ...row, digest: row.digest === null ? null : digestOf(row.digest) }))
}

interface ObservationRow {
  readonly pointer: string | null
  readonly position: number
  readonly digest: Uint8Array | null
  readonly salt: Uint8Array | null
  readonly leaf: Uint8Array | null
}

/** By which parser what is shown was read: before a reading has ended, by its parser where it has shown something else already. */
const READ_BY = `coalesce((SELECT reading.parser FROM reading_version JOIN reading ON reading.id = reading_id
    WHERE reading_version.member_id = observation.member_id AND reading_version.position = observation.position
      AND reading_id > coalesce((SELECT max(id) FROM reading AS ended
        WHERE ended.accession_id = observation.accession_id AND ended.parser = accession.parser), 0)
    ORDER BY reading_id DESC LIMIT 1), accession.parser)`

const SEEN = `SELECT observation.accession_id AS accession, received_at AS receivedAt, package.name AS packageName, member.name AS member,
    pointer, observation.position, start, length, observation.digest, salt, leaf, ${READ_BY} AS parser
  FROM observation JOIN accession ON accession.id = observation.accession_id JOIN member ON member.id = observation.member_id
    JOIN package ON package.id = member.package_id`

/** A version, and what was folded into it. */
const SAME = 'SELECT ? UNION ALL SELECT number FROM version_folded WHERE record_id = ? AND same_as = ?'

function observationsOf(db: Driver, id: number, number: number) {
  const first = db.all<ObservationRow>(
    `${SEEN} JOIN version ON version.member_id = observation.member_id AND version.position = observation.position
     WHERE version.record_id = ? AND version.number IN (${SAME})
     ORDER BY version.number DESC`,
    id,
    number,
    id,
    number,
  )
  const later = db.all<ObservationRow>(
    `${SEEN} WHERE record_id = ? AND number IN (${SAME}) AND again = 1
     ORDER BY observation.accession_id, observation.member_id, observation.position`,
    id,
    number,
    id,
    number,
  )
  return [...first, ...later].map(({ position, salt, digest, leaf, pointer, ...row }) => ({
    ...row,
    pointer: pointer ?? `/${position}`,
    digest: digest === null ? null : digestOf(digest),
    leaf: leaf !== null ? digestOf(leaf) : salt !== null && digest !== null ? digestOf(leafOf(salt, digest)) : null,
  }))
}

/** What a version says; `''` where there is none. */
export function versionText(db: Driver, id: number, number: number): string {
  const row = db.get<{ text: string }>('SELECT text FROM version WHERE record_id = ? AND number = ?', id, number)
  return row?.text ?? ''
}

/** The source fragments of a version, the main one first; a destroyed one is left out. */
export function fragmentsOf(db: Driver, id: number, number: number): { role: string; bytes: Uint8Array }[] {
  return fragmentPlaces(db, id, number).flatMap(({ role, frame_id, slot }) => {
    const bytes = readFragment(db, frame_id, slot)
    return bytes === null ? [] : [{ role, bytes }]
  })
}
