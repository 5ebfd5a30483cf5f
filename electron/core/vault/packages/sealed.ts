// Sealed packages on disk.
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Driver } from '../catalog/driver.ts'
import { renameInto } from '../file.ts'
import { packageFolder } from './place.ts'

/** The packages of an accession as sources that can be opened again, in the order of their parts. */
export function sealedPackages(db: Driver, folder: string, accession: number): { path: string; name: string }[] {
  const rows = db.all<{ id: string; name: string; form: string }>(
    'SELECT id, name, form FROM package WHERE accession_id = ? ORDER BY part',
    accession,
  )
  return rows.map(({ id, name, form }) => ({
    name,
    path: join(packageFolder(folder, id), form === 'zip' ? 'package.zip' : 'files'),
  }))
}

/** Where packages are put that the catalog does not know: nothing that was received is ever deleted at an opening. */
const UNKNOWN = 'unknown'

/**
 * Sets aside packages that the catalog does not know (a crash between sealing and writing down, or an older catalog put back), and
 * empties what was only staged.
 * @returns how many packages were set aside
 */
export function setUnknownAside(db: Driver, folder: string): number {
  rmSync(join(folder, 'staging'), { recursive: true, force: true })
  mkdirSync(join(folder, 'staging'), { recursive: true })
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
