// What many records say, read at once and roughly: a search for words through all of a request must not read each record whole.
import type { Digest } from '../../../../shared/domain/id.ts'
import type { Driver } from '../catalog/driver.ts'
import { digestOf } from '../hex.ts'
import { fragmentsIn } from './frame.ts'

interface SaidRow {
  readonly id: number
  readonly said: string
}

interface FragmentRow {
  readonly id: number
  readonly frame: number
  readonly slot: number
}

const AMONG = 'IN (SELECT value FROM json_each(?))'

const FIELDS = `SELECT id, concat_ws(char(10), author, native_id, at_source, conversation, parent_native_id) AS said
  FROM record WHERE id ${AMONG}`
const VERSIONS = `SELECT record_id AS id, text AS said FROM version WHERE record_id ${AMONG}`
const DETAILS = `SELECT record_id AS id, details AS said FROM version WHERE record_id ${AMONG}`
const MEDIA = `SELECT record_id AS id, concat_ws(char(10), name, alt) AS said FROM media WHERE record_id ${AMONG}`
// In the order of their frames, so that each is unpacked once.
const FRAGMENTS = `SELECT record_id AS id, frame_id AS frame, slot FROM version WHERE record_id ${AMONG}
  UNION ALL SELECT record_id, frame_id, slot FROM joined_fragment WHERE record_id ${AMONG} ORDER BY 2, 3`

/**
 * All that each of a few records says in its fields, its versions and their sources, by its id. Texts that do not belong together stand
 * side by side: whatever the record says stands there, and perhaps more.
 */
export function saidBy(db: Driver, ids: readonly number[]): Map<number, string> {
  const list = JSON.stringify(ids)
  const said = new Map(ids.map((id): [number, string[]] => [id, []]))
  for (const sql of [FIELDS, VERSIONS, MEDIA])
    for (const row of db.all<SaidRow>(sql, list)) said.get(row.id)?.push(row.said)
  // A packet writes what a link shows and where it leads side by side.
  for (const row of db.all<SaidRow>(DETAILS, list))
    said.get(row.id)?.push(unescaped(row.said.replaceAll('","target":"', ' → ')))
  let open = { frame: -1, fragments: fragmentsIn(db, -1) }
  for (const { id, frame, slot } of db.all<FragmentRow>(FRAGMENTS, list, list)) {
    if (open.frame !== frame) open = { frame, fragments: fragmentsIn(db, frame) }
    const bytes = open.fragments[slot] ?? null
    if (bytes !== null) said.get(id)?.push(unescaped(Buffer.from(bytes).toString('utf8')))
  }
  return new Map([...said].map(([id, texts]) => [id, texts.join('\n')]))
}

// Lengths in bytes are read without the texts themselves.
const STAMPS = `SELECT record_id AS id, count(*) || ' ' || sum(frame_id * 64 + slot) || ' ' || sum(octet_length(details))
    || ' ' || sum(octet_length(text)) || ' ' || coalesce((SELECT sum(joined.frame_id * 64 + joined.slot)
      FROM joined_fragment AS joined WHERE joined.record_id = version.record_id), 0) AS said
  FROM version WHERE record_id ${AMONG} GROUP BY record_id`

/** By which is known whether a record says what it said: another where versions came, were read anew, joined, split or destroyed. */
export function stampsOf(db: Driver, ids: readonly number[]): Map<number, string> {
  return new Map(db.all<SaidRow>(STAMPS, JSON.stringify(ids)).map(({ id, said }) => [id, said]))
}

/** Of some records those with a document whose pages were read. */
export function withPages(db: Driver, ids: readonly number[]): ReadonlySet<number> {
  const rows = db.all<{ id: number }>(
    `SELECT DISTINCT record_id AS id FROM media JOIN file_page ON original = object_digest WHERE record_id ${AMONG}`,
    JSON.stringify(ids),
  )
  return new Set(rows.map(({ id }) => id))
}

/** Of some files those that some records hold, with the name that each has there. */
export function filesAmong(
  db: Driver,
  ids: readonly number[],
  digests: readonly Digest[],
): { readonly record: number; readonly digest: Digest; readonly name: string }[] {
  const rows = db.all<{ record: number; digest: Uint8Array; name: string }>(
    `SELECT record_id AS record, object_digest AS digest, min(name) AS name FROM media
     WHERE record_id ${AMONG} AND lower(hex(object_digest)) ${AMONG} GROUP BY record_id, object_digest`,
    JSON.stringify(ids),
    JSON.stringify(digests),
  )
  return rows.map((row) => ({ ...row, digest: digestOf(row.digest) }))
}

/** JSON's letters as they are read, whatever form they are written in (RFC 8259, 7). */
function unescaped(json: string): string {
  if (!json.includes('\\')) return json
  return json.replace(/\\(?:u([0-9a-fA-F]{4})|["\\/bfnrt])/g, (whole, code: string | undefined) =>
    code === undefined ? (whole === '\\/' ? '/' : ' ') : String.fromCharCode(Number.parseInt(code, 16)),
  )
}
