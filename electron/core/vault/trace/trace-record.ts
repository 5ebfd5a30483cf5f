// What of a record leaves traces to look for: its words, its sources, its files, and the unsalted digests of all of them.
import { closeSync, openSync, readSync } from 'node:fs'
import type { Driver } from '../catalog/driver.ts'
import { digestOf } from '../hex.ts'
import { leaseOf } from '../objects/lease.ts'
import { fragmentsOf } from '../record/destroy.ts'
import { unpack } from '../record/frame.ts'
import { insertTraces, type Trace } from '../repository/destruction-work.ts'
import { type Tracer, WINDOW } from './traces.ts'

const PLACES = 3
/** A window is read out of a file at these parts of its length. */
const FILE_PLACES = [0.25, 0.5, 0.9]

/** Keeps the traces of records that are about to be destroyed. Returns the bytes of their sources, by record. */
export function traceRecords(db: Driver, destruction: number, records: readonly number[], tracer: Tracer) {
  const frames = new Map<number, (Uint8Array | null)[]>()
  const frameOf = (id: number) => {
    const known = frames.get(id)
    if (known !== undefined) return known
    const row = db.get<{ lengths: string; bytes: Uint8Array }>('SELECT lengths, bytes FROM frame WHERE id = ?', id)
    const fragments = row === undefined ? [] : unpack(row)
    frames.set(id, fragments)
    return fragments
  }
  const sizes = new Map<number, number>()
  for (const record of records) {
    const traces: Trace[] = []
    const versions = db.all<{ text: string; digest: Uint8Array }>(
      'SELECT text, digest FROM version WHERE record_id = ?',
      record,
    )
    for (const { text, digest } of versions) {
      traces.push(...tracer.trace(Buffer.from(text), PLACES), ...digestTraces(tracer, digest))
    }
    const folded = db.get<{ text: string }>('SELECT text FROM body WHERE id = ?', record)
    if (folded !== undefined) traces.push(...tracer.trace(Buffer.from(folded.text), 1))
    let size = 0
    for (const { frame_id, slot } of fragmentsOf(db, record)) {
      const fragment = frameOf(frame_id)[slot]
      if (fragment === null || fragment === undefined) continue
      size += fragment.length
      traces.push(...tracer.trace(fragment, PLACES))
    }
    const sighted = db.all<{ digest: Uint8Array }>(
      `SELECT observation.digest FROM version JOIN observation USING (member_id, position)
       WHERE version.record_id = ? AND observation.digest IS NOT NULL
       UNION SELECT digest FROM observation WHERE again = 1 AND record_id = ? AND digest IS NOT NULL`,
      ...[record, record],
    )
    for (const { digest } of sighted) traces.push(...digestTraces(tracer, digest))
    insertTraces(db, destruction, traces)
    sizes.set(record, size)
  }
  return sizes
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
  insertTraces(db, destruction, windows)
  return lease.length
}

/** A digest as bytes, and as the text that programs write. */
export function digestTraces(tracer: Tracer, digest: Uint8Array): Trace[] {
  return [...tracer.trace(digest, 1), ...tracer.trace(Buffer.from(Buffer.from(digest).toString('hex')), 1)]
}
