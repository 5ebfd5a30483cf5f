// What of one of the office's own files leaves traces to look for: everything that people wrote in it. Its objects are traced as objects are.
import type { OfficeFileRef } from '../../../../shared/domain/disposition/office-file.ts'
import type { Driver } from '../catalog/driver.ts'
import { closeSync, openSync, readSync } from '../cipher/fs.ts'
import { packageFile } from '../packages/place.ts'
import { insertTraces } from '../repository/disposition/destruction-work.ts'
import { memberPlace, rowsOfFile } from '../repository/disposition/office-content.ts'
import { digestTraces } from './trace-record.ts'
import { type Tracer, WINDOW } from './traces.ts'

const PLACES = 3
/** Windows are read out of the packed bytes of a member at these parts of their length. */
const MEMBER_PLACES = [0.25, 0.5, 0.9]

/** Keeps the traces of a file that is about to be destroyed. */
export function traceFile(db: Driver, destruction: number, file: OfficeFileRef, tracer: Tracer): void {
  const traces: Buffer[] = []
  for (const { row } of rowsOfFile(db, file, true)) {
    for (const value of Object.values(row)) {
      if (typeof value !== 'string') continue
      for (const text of leavesOf(value)) traces.push(...tracer.trace(Buffer.from(text), PLACES))
    }
  }
  insertTraces(db, destruction, Buffer.concat(traces), true)
}

/** Keeps the traces of a member that was kept unread, as its bytes lie in the package. Returns its size. */
export function traceMember(db: Driver, folder: string, destruction: number, member: number, tracer: Tracer): number {
  const place = memberPlace(db, member)
  if (place === undefined) return 0
  const traces = place.digest === null ? [] : digestTraces(tracer, place.digest)
  const from = place.form === 'zip' ? place.data_offset : 0
  const last = place.packed_size - WINDOW
  if (last >= 0) {
    try {
      const file = openSync(packageFile(folder, place.package, place.form, place.name), 'r')
      try {
        for (const part of MEMBER_PLACES) {
          const window = Buffer.alloc(WINDOW)
          readSync(file, window, 0, WINDOW, from + Math.floor(last * part))
          traces.push(...tracer.trace(window, 1))
        }
      } finally {
        closeSync(file)
      }
    } catch {
      // A package that cannot be read leaves no trace to look for; its strike is looked at byte by byte.
    }
  }
  insertTraces(db, destruction, Buffer.concat(traces), true)
  return place.size
}

/** The texts in a value: it itself, or what stands in it where it is JSON. */
function leavesOf(text: string): string[] {
  if (!/^[[{"]/.test(text)) return [text]
  try {
    return textsIn(JSON.parse(text))
  } catch {
    return [text]
  }
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
