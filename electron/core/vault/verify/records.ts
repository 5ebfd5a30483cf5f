// Every record compared with its versions, its media, its number and the words that find it.
import { fold } from '../../../../shared/text/fold.ts'
import type { Driver } from '../catalog/driver.ts'
import { current } from '../record/newest.ts'
import { firstIdOf } from '../record/record-id.ts'
import { type Check, finding } from './check.ts'

interface RecordRow {
  readonly id: number
  /** When it was made as it was first told: that its number was made of. */
  readonly at: number | null
  readonly state: string
  readonly versions: number
  readonly media: number
  readonly media_kept: number
  readonly last_state: string | null
  readonly body: string | null
  readonly released: number
}

/** `last_state` is what the newest export that changed the record's state said of it. */
const RECORDS = `SELECT record.id, at, state, versions, media, body.text AS body,
    (SELECT count(*) FROM media WHERE record_id = record.id AND number = ${current()}) AS media_kept,
    (SELECT state FROM state_change WHERE record_id = record.id ORDER BY accession_id DESC LIMIT 1) AS last_state,
    EXISTS (SELECT 1 FROM production_item WHERE production_item.record_id = record.id) AS released
  FROM record LEFT JOIN body USING (id)`

/** Sightings whose record is gone; where one was destroyed by the schedule, its sightings keep nothing but their leaf. */
const ORPHANS = `SELECT member_id, position FROM observation
  WHERE leaf IS NULL AND NOT EXISTS (SELECT 1 FROM version WHERE version.record_id = observation.record_id AND version.number = observation.number)`

export const checkRecords: Check = {
  name: 'records',
  *run({ db, signal, total, counted }) {
    total(db.get<{ n: number }>('SELECT count(*) AS n FROM record')?.n ?? 0)
    for (const row of db.iterate<RecordRow>(RECORDS)) {
      signal.throwIfAborted()
      counted()
      const subject = `record ${row.id}`
      const versions = versionsOf(db, row.id)
      if (versions.length !== row.versions || versions.some(({ number }, place) => number !== place + 1)) {
        yield finding('V023', subject, `${versions.length} of ${row.versions} are there`)
      } else if (row.body !== versions.map(({ text }) => fold(text)).join('\n')) {
        yield finding('V052', subject, 'the words it is found by are not those of its versions')
      }
      if (row.media_kept !== row.media) yield finding('V024', subject, `${row.media_kept} of ${row.media} are there`)
      // The number of a record that was given out stays, though a later export tells its time better.
      if (firstIdOf(row.at) !== secondOf(row.id) && row.released === 0)
        yield finding('V025', subject, 'its time is not that of its number')
      if (row.last_state !== null && row.last_state !== row.state) {
        yield finding(
          'V025',
          subject,
          `it is “${row.state}”, the newest export to change that said “${row.last_state}”`,
        )
      }
    }
    for (const { member_id, position } of db.iterate<{ member_id: number; position: number }>(ORPHANS)) {
      signal.throwIfAborted()
      yield finding('V051', `observation ${position} of member ${member_id}`, 'its version is not there')
    }
  },
}

function versionsOf(db: Driver, record: number): { readonly number: number; readonly text: string }[] {
  return db.all('SELECT number, text FROM version WHERE record_id = ? AND number > 0 ORDER BY number', record)
}

/** The smallest number of the second that a record's number belongs to. */
function secondOf(id: number): number {
  return Math.floor(id / SECOND) * SECOND
}

const SECOND = firstIdOf(1000)
