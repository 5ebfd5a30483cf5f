// Every source fragment unpacked again, compared with what was observed, and what is shown with it.
import { hash } from 'node:crypto'
import type { Driver } from '../catalog/driver.ts'
import { unpack } from '../record/frame.ts'
import { type Check, finding } from './check.ts'
import { originOf, standsInSource } from './source-text.ts'

const FRAMES_KEPT = 256

interface Place {
  readonly frame_id: number
  readonly slot: number
  readonly record_id: number
  readonly number: number
  readonly digest: Uint8Array | null
  /** What is shown of the version; null for what was joined to one. */
  readonly text: string | null
  readonly kind: string | null
  readonly details: string | null
  /** How the platform says that texts come about, as JSON. */
  readonly texts: string | null
}

/** Every fragment with the digest that was observed where it was read, and what is shown of it. */
const FRAGMENTS = `SELECT version.frame_id, version.slot, version.record_id, version.number, observation.digest, text, kind, details,
    coalesce(origin, iif(accession.platform = 'x', '{"how":"value"}', NULL)) AS texts
    FROM version LEFT JOIN observation USING (member_id, position) LEFT JOIN record ON record.id = version.record_id
    LEFT JOIN accession ON accession.id = version.accession_id
    LEFT JOIN text_origin ON text_origin.accession_id = version.accession_id
  UNION ALL
  SELECT frame_id, slot, record_id, number, NULL, NULL, NULL, NULL, NULL FROM joined_fragment`

export const checkFragments: Check = {
  name: 'fragments',
  *run({ db, signal, total, counted, noted }) {
    total(db.get<{ n: number }>('SELECT count(*) AS n FROM record')?.n ?? 0)
    const slotsOf = frameReader(db)
    for (const place of db.iterate<Place>(FRAGMENTS)) {
      signal.throwIfAborted()
      counted()
      const bytes = slotsOf(place.frame_id)?.[place.slot]
      const subject = `record ${place.record_id}, version ${place.number}`
      if (!bytes) yield finding('V020', subject)
      else if (!observed(db, place, hash('sha256', bytes, 'buffer'))) yield finding('V021', subject)
      else if (place.text !== null && place.kind !== null) {
        const shown = { kind: place.kind, text: place.text, details: place.details ?? '{}' }
        const stands = standsInSource(shown, originOf(place.texts), sources(db, place, bytes, slotsOf))
        noted(stands === null ? 'texts that cannot be compared' : 'texts compared')
        if (stands === false) yield finding('V022', subject)
      }
    }
  },
}

type FrameReader = (frame: number) => (Uint8Array | null)[] | null

/** A version's own fragment, then those that were joined to it. */
function* sources(db: Driver, { record_id, number }: Place, own: Uint8Array, slotsOf: FrameReader) {
  yield own
  const sql = 'SELECT frame_id, slot FROM joined_fragment WHERE record_id = ? AND number = ? ORDER BY part'
  for (const { frame_id, slot } of db.all<Pick<Place, 'frame_id' | 'slot'>>(sql, record_id, number)) {
    yield slotsOf(frame_id)?.[slot]
  }
}

/** Records of a time lie in few frames: the last ones unpacked are kept. A frame that cannot be unpacked is null. */
function frameReader(db: Driver): FrameReader {
  const kept = new Map<number, (Uint8Array | null)[] | null>()
  return (frame) => {
    const known = kept.get(frame)
    if (known !== undefined) return known
    const row = db.get<{ lengths: string; bytes: Uint8Array }>('SELECT lengths, bytes FROM frame WHERE id = ?', frame)
    const slots = row ? unpackOrNull(row) : null
    kept.set(frame, slots)
    const oldest = kept.keys().next()
    if (kept.size > FRAMES_KEPT && !oldest.done) kept.delete(oldest.value)
    return slots
  }
}

function unpackOrNull(row: { lengths: string; bytes: Uint8Array }): (Uint8Array | null)[] | null {
  try {
    return unpack(row)
  } catch {
    return null
  }
}

/** What was joined stands among the record's other sightings, of which there are few; two versions may have joined the same item. */
function observed(db: Driver, place: Place, digest: Buffer): boolean {
  if (place.digest !== null) return digest.equals(place.digest)
  const sql = 'SELECT 1 FROM observation WHERE record_id = ? AND digest = ? AND again = 1'
  return db.get(sql, place.record_id, digest) !== undefined
}
