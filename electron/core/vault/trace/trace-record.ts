// What of a record leaves traces to look for: its words, its sources, its files, and the unsalted digests of all of them.
import type { Driver } from '../catalog/driver.ts'
import { closeSync, openSync, readSync } from '../cipher/fs.ts'
import { digestOf, hexOf } from '../hex.ts'
import { leaseOf } from '../objects/lease.ts'
import type { Source } from '../record/destroy.ts'
import { insertTraces } from '../repository/disposition/destruction-work.ts'
import { type Tracer, WINDOW } from './traces.ts'

const PLACES = 3
/** A window is read out of a file at these parts of its length. */
const FILE_PLACES = [0.25, 0.5, 0.9]

/**
 * Keeps the traces of records that are about to be destroyed.
 * @param sources of these records, out of the frames that were emptied
 * @returns the bytes of their sources, by record
 */
export function traceRecords(
  db: Driver,
  destruction: number,
  { records, sources }: { readonly records: readonly number[]; readonly sources: readonly Source[] },
  tracer: Tracer,
): ReadonlyMap<number, number> {
  const traces: Buffer[] = []
  const { words, folded, sighted } = contentOf(db, records)
  for (const { text, digest } of words)
    traces.push(...tracer.trace(Buffer.from(text), PLACES), ...digestTraces(tracer, digest))
  for (const { text } of folded) traces.push(...tracer.trace(Buffer.from(text), 1))
  for (const { digest } of sighted) traces.push(...digestTraces(tracer, digest))
  const sizes = new Map<number, number>()
  for (const { record, bytes } of sources) {
    sizes.set(record, (sizes.get(record) ?? 0) + bytes.length)
    traces.push(...tracer.trace(bytes, PLACES))
  }
  insertTraces(db, destruction, Buffer.concat(traces))
  return sizes
}

const THESE = 'WITH these (id) AS (SELECT value FROM json_each(?))'

/** What records say, as it stands in the catalog, and the digests of where they were seen. */
function contentOf(db: Driver, records: readonly number[]) {
  const these = JSON.stringify(records)
  return {
    words: db.all<{ text: string; digest: Uint8Array }>(
      `${THESE} SELECT text, digest FROM these CROSS JOIN version ON record_id = these.id`,
      these,
    ),
    folded: db.all<{ text: string }>(`${THESE} SELECT text FROM these CROSS JOIN body ON body.id = these.id`, these),
    sighted: db.all<{ digest: Uint8Array }>(
      `${THESE} SELECT observation.digest FROM these CROSS JOIN version ON version.record_id = these.id
         CROSS JOIN observation USING (member_id, position) WHERE observation.digest IS NOT NULL
       UNION SELECT digest FROM these CROSS JOIN observation ON record_id = these.id WHERE again = 1 AND digest IS NOT NULL`,
      these,
    ),
  }
}

/** Keeps the traces of a file that goes. Returns its size. */
export function traceObject(
  db: Driver,
  folder: string,
  destruction: number,
  object: Uint8Array,
  tracer: Tracer,
): number {
  const lease = leaseOf(db, folder, digestOf(object))
  if (lease === null) return 0
  const windows = [...digestTraces(tracer, object)]
  try {
    const file = openSync(lease.file, 'r')
    try {
      const last = lease.length - WINDOW
      for (const part of last < 0 ? [] : FILE_PLACES) {
        const window = Buffer.alloc(WINDOW)
        readSync(file, window, 0, WINDOW, lease.offset + Math.floor(last * part))
        windows.push(...tracer.trace(window, 1))
      }
    } finally {
      closeSync(file)
    }
  } catch {
    // A file that cannot be read leaves no trace to look for; verify tells of it.
  }
  insertTraces(db, destruction, Buffer.concat(windows))
  return lease.length
}

/** A digest as bytes, and as the text that programs write. */
export function digestTraces(tracer: Tracer, digest: Uint8Array): Buffer[] {
  return [...tracer.trace(digest, 1), ...tracer.trace(Buffer.from(hexOf(digest)), 1)]
}
