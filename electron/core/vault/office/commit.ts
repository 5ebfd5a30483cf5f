// What a plan commits to for one of the office's own files: everything in it, by a salt that is destroyed with it.
import { createHash } from 'node:crypto'
import type { OfficeFileRef } from '../../../../shared/domain/disposition/office-file.ts'
import type { Digest } from '../../../../shared/domain/id.ts'
import { canonicalJson } from '../canonical.ts'
import type { Driver, Value } from '../catalog/driver.ts'
import { digestOf } from '../hex.ts'
import { packagesOfRemainder, rowsOfFile } from '../repository/disposition/office-content.ts'
import { saltOf } from '../repository/disposition/office-series.ts'

const COMMITMENT = Buffer.from([4])

/**
 * H(0x04 ‖ salt ‖ kind, id and every row as canonical JSON, a line each); of a remainder the packages as received. What goes with records that are
 * destroyed is not in it: a file does not drift because they went before it.
 * @returns null where the file has no salt yet
 */
export function commitmentOfFile(db: Driver, file: OfficeFileRef): Digest | null {
  const salt = saltOf(db, file)
  if (salt === null) return null
  const whole = createHash('sha256').update(COMMITMENT).update(salt)
  const add = (value: unknown) => whole.update(`${canonicalJson(value)}\n`)
  add([file.kind, file.id])
  for (const { table, row } of rowsOfFile(db, file, false)) {
    const values = Object.entries(row).map(([name, value]) => [name, plain(value)])
    add([table, Object.fromEntries(values)])
  }
  if (file.kind === 'remainder') for (const one of packagesOfRemainder(db, file.id)) add(one)
  return digestOf(whole.digest())
}

function plain(value: Value): string | number | null {
  return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value
}
