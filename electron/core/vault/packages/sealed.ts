// Sealed packages on disk.
import { join } from 'node:path'
import type { Driver } from '../catalog/driver.ts'
import { existsSync, mkdirSync, readdirSync, rmSync } from '../cipher/fs.ts'
import { keyFor } from '../cipher/keyring.ts'
import { RESEALING } from '../cipher/reseal.ts'
import { destroyFile, renameInto } from '../file.ts'
import { packageBody } from './place.ts'

/** A package as a source that can be opened again. */
export interface SealedSource {
  readonly path: string
  readonly name: string
  readonly depth: number
  /** The member that it was in another package of the accession, where it was inside one. */
  readonly inside?: { readonly part: number; readonly name: string }
  readonly leftOut: readonly { readonly position: number; readonly name: string; readonly size: number }[]
}

interface Row {
  readonly id: string
  readonly name: string
  readonly form: string
  readonly outer_part: number | null
  readonly outer_name: string | null
}

/** The packages of an accession in the order of their parts. */
export function sealedPackages(db: Driver, folder: string, accession: number): SealedSource[] {
  const rows = db.all<Row>(
    `SELECT package.id, package.name, package.form, outside.part AS outer_part, member.name AS outer_name
     FROM package LEFT JOIN package_inside ON package_inside.package_id = package.id
       LEFT JOIN member ON member.id = package_inside.member_id LEFT JOIN package AS outside ON outside.id = member.package_id
     WHERE package.accession_id = ? ORDER BY package.part`,
    accession,
  )
  return rows.map(({ id, name, form, outer_part: part, outer_name: inner }) => ({
    name,
    path: packageBody(folder, id, form),
    depth: part === null ? 0 : 1,
    ...(part === null || inner === null ? {} : { inside: { part, name: inner } }),
    leftOut: db.all(
      `SELECT position, left_out.name, left_out.size FROM left_out JOIN member ON member.id = member_id
       WHERE package_id = ? ORDER BY position`,
      id,
    ),
  }))
}

/** Where packages are put that the catalog does not know: nothing that was received is ever deleted at an opening. */
const UNKNOWN = 'unknown'

/**
 * Sets aside packages that the catalog does not know (a crash between sealing and writing down, or an older catalog put back), and
 * empties what was only staged, but for what a capture that can still be gone on with has brought.
 * @returns how many packages were set aside
 */
export function setUnknownAside(db: Driver, folder: string): number {
  emptyStaging(db, join(folder, 'staging'))
  const packages = join(folder, 'packages')
  if (!existsSync(packages)) return 0
  const known = new Set(db.all<{ id: string }>('SELECT id FROM package').map((row) => row.id))
  const unknown = readdirSync(packages).filter((name) => !known.has(name))
  for (const name of unknown) {
    mkdirSync(join(folder, UNKNOWN), { recursive: true })
    if (existsSync(join(folder, UNKNOWN, name))) continue
    renameInto(join(packages, name), join(folder, UNKNOWN, name))
  }
  return unknown.length
}

function emptyStaging(db: Driver, staging: string): void {
  mkdirSync(staging, { recursive: true })
  const isLeft =
    "SELECT 1 FROM job WHERE kind = 'capture.run' AND state IN ('queued', 'running', 'interrupted') AND id = ?"
  for (const name of readdirSync(staging)) {
    // Chunks of a sealed file that are brought in when it is next written to; a plain vault has no use for them.
    if (name.startsWith(RESEALING) && keyFor(staging) !== null) continue
    const capture = /^capture-(.+)$/.exec(name)?.[1]
    if (capture !== undefined && db.get(isLeft, capture) !== undefined) continue
    // A catalog that was copied for an encrypted backup is overwritten, as it would have been at its end.
    destroyFile(join(staging, name, 'catalog.sqlite'))
    rmSync(join(staging, name), { recursive: true, force: true })
  }
}
