// Records of tests received as an export would be: a package on disk, its accession, its records in the catalog.
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Driver } from '../../../electron/core/vault/catalog/driver.ts'
import { packFrame } from '../../../electron/core/vault/record/frame.ts'
import { storeItems } from '../../../electron/core/vault/record/store.ts'
import { insertAccession, insertMembers } from '../../../electron/core/vault/repository/intake/accession.ts'
import type { AccountId, PersonId } from '../../../shared/domain/id.ts'
import type { Instant } from '../../../shared/domain/time.ts'
import { rawZip } from '../../fixtures/zip/raw-zip.ts'
import { item, type TestRecord } from './items.ts'

interface Receiving {
  readonly db: Driver
  readonly folder: string
  readonly now: Instant
  readonly by: PersonId
  /** The id of the package that is made. */
  readonly packageId: string
  readonly random: (bytes: number) => Uint8Array
}

/** Stores records as one export of an account, inside a transaction. @param generatedAt ISO 8601, null where the export does not say */
export function receiveExport(
  { db, folder, now, by, packageId, random }: Receiving,
  account: AccountId,
  records: readonly TestRecord[],
  generatedAt: string | null,
): void {
  const fragments = records.map((record) => Buffer.from(JSON.stringify(record)))
  const name = 'data/tweets.js'
  const packed = rawZip([{ name, data: Buffer.concat(fragments), method: 0 }])
  const digest = createHash('sha256').update(packed).digest()
  const zip = { id: packageId, part: 0, name: 'export.zip', form: 'zip', size: packed.length, digest }
  mkdirSync(join(folder, 'packages', packageId), { recursive: true })
  writeFileSync(join(folder, 'packages', packageId, 'package.zip'), packed)
  const made = { account, platform: 'x', layout: 'current', parser: 'x 1', job: 'job-import', packages: [zip] }
  const accession = insertAccession(
    db,
    { ...made, generatedAt: generatedAt === null ? null : Date.parse(generatedAt) },
    now,
    by,
  )
  const size = fragments.reduce((sum, { length }) => sum + length, 0)
  const member = insertMembers(db, [
    {
      ...{
        package: packageId,
        position: 0,
        name,
        headerOffset: 0,
        dataOffset: 30 + name.length,
        packedSize: size,
        size,
      },
      ...{ method: 'stored', crc32: 0, use: 'data', finding: null },
    },
  ])
  const items = records.map((record, position) => item(record, position, member, random(16)))
  storeItems(db, { accession, account, items, frames: fragments.length > 0 ? [packFrame(fragments)] : [] })
  db.run("UPDATE accession SET state = 'complete' WHERE id = ?", accession)
}
