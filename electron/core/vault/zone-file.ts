// The zone as vault.json says it. The catalog decides: its transaction changes the zone, and the file follows at once, or at the next opening.
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { MunimentError } from '../../../shared/contract/error.ts'
import type { Zone } from '../../../shared/domain/time.ts'
import { readVaultFile } from './about.ts'
import type { Driver } from './catalog/driver.ts'
import { renameInto } from './file.ts'
import { changedZone } from './repository/zone.ts'

const FILE = 'vault.json'

/**
 * Writes vault.json with another zone aside, so that what can fail fails before anything is changed.
 * @returns what puts it in its place
 */
export function zoneFileAside(folder: string, zone: Zone): () => void {
  const file = join(folder, FILE)
  const aside = `${file}.part`
  const said = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')))
  const handle = openSync(aside, 'w')
  try {
    writeSync(handle, `${JSON.stringify({ ...said, zone }, null, 2)}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  return () => {
    try {
      renameInto(aside, file)
    } catch (cause) {
      const sentence = `The City’s days are reckoned in ${zone} from now on, but vault.json could not be replaced. Close the vault and open it again: that is done then.`
      throw new MunimentError('FILE_UNREADABLE', sentence, { cause })
    }
  }
}

/**
 * At opening: where a change of the zone was cut off between catalog and file, or the file was changed by hand, the catalog is followed.
 * @returns a sentence for the clerk; null where the two agree
 */
export function settleZone(db: Driver, folder: string): string | null {
  const zone = changedZone(db)
  const { zone: said } = readVaultFile(folder)
  if (zone === null || zone === said) return null
  zoneFileAside(folder, zone)()
  return `vault.json named the time zone ${said}; by the ledger of this vault it is ${zone}, and the file says so again.`
}
