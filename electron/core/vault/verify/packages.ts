// Every package read again: whole against what was received or kept of it, and member by member once it was struck or is not whole.
import { createHash } from 'node:crypto'
import { join, relative, sep } from 'node:path'
import { crc32 } from 'node:zlib'
import type { Driver } from '../catalog/driver.ts'
import { existsSync, readdirSync } from '../cipher/fs.ts'
import { createReadStream } from '../cipher/streams.ts'
import { memberBytes } from '../packages/member-bytes.ts'
import { packageBody, packageFile } from '../packages/place.ts'
import { type Check, type CheckContext, finding } from './check.ts'

interface PackageRow {
  readonly id: string
  readonly name: string
  readonly form: string
  readonly state: string
  /** Of what lies in the vault: as received, or what was kept of it. */
  readonly digest: Uint8Array
}

interface MemberRow {
  readonly name: string
  readonly data_offset: number
  readonly packed_size: number
  readonly method: string
  readonly size: number
  readonly crc32: number
  readonly digest: Uint8Array | null
}

export const checkPackages: Check = {
  name: 'packages',
  async *run(context) {
    const rows = context.db.all<PackageRow>(
      `SELECT id, name, form, state, coalesce(package_kept.digest, package.digest) AS digest
       FROM package LEFT JOIN package_kept ON package_id = id WHERE state <> 'unlinked'`,
    )
    context.total(rows.length)
    for (const row of rows) {
      context.signal.throwIfAborted()
      context.counted()
      const file = packageBody(context.folder, row.id, row.form)
      if (!existsSync(file)) yield finding('V001', row.name)
      else if (row.state === 'struck') yield* checkMembers(context, row)
      else {
        const digest = await digestBody(file, row.form, context.signal)
        if (!digest.equals(row.digest)) {
          yield finding('V002', row.name, `its digest is now ${digest.toString('hex')}`)
          if (row.form !== 'zip' || row.state === 'filtered') yield* checkMembers(context, row)
        }
      }
    }
  },
}

async function* checkMembers(context: CheckContext, row: PackageRow) {
  for (const member of survivingMembers(context.db, row.id)) {
    const file = packageFile(context.folder, row.id, row.form, member.name)
    try {
      const differs = await difference(file, member, row.form, context.signal)
      if (differs !== null) yield finding('V003', member.name, `in ${row.name}: ${differs}`)
    } catch (error) {
      context.signal.throwIfAborted()
      yield finding('V003', member.name, `in ${row.name}: ${error instanceof Error ? error.message : 'unreadable'}`)
    }
  }
}

/** In what a member is not what was received; the checksum of the ZIP decides where no digest was taken (a folder's files have neither). */
async function difference(file: string, member: MemberRow, form: string, signal: AbortSignal): Promise<string | null> {
  const hash = createHash('sha256')
  let sum = 0
  let size = 0
  for await (const chunk of memberBytes(file, member, signal)) {
    size += chunk.length
    if (member.digest === null) sum = crc32(chunk, sum)
    else hash.update(chunk)
  }
  if (size !== member.size) return `${size} of ${member.size} bytes`
  if (member.digest !== null) return hash.digest().equals(member.digest) ? null : 'its digest differs'
  return form !== 'zip' || sum === member.crc32 ? null : 'its checksum differs'
}

/** Media without a digest could not be read at the import either, and what was quarantined was never meant to be. */
function survivingMembers(db: Driver, id: string): MemberRow[] {
  return db.all(
    `SELECT name, data_offset, packed_size, method, size, crc32, digest FROM member
     WHERE package_id = ? AND struck_at IS NULL AND (digest IS NOT NULL OR use IN ('data', 'unread')) ORDER BY position`,
    id,
  )
}

async function digestFile(path: string, signal: AbortSignal): Promise<Buffer> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20, signal })) hash.update(chunk)
  return hash.digest()
}

async function digestBody(body: string, form: string, signal: AbortSignal): Promise<Buffer> {
  if (form === 'zip') return digestFile(body, signal)
  const [only, ...others] = form === 'file' ? readdirSync(body) : []
  return only !== undefined && others.length === 0 ? digestFile(join(body, only), signal) : digestFolder(body, signal)
}

/** As it was sealed: names and digests of all files, in the order of their names. */
async function digestFolder(folder: string, signal: AbortSignal): Promise<Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const names = entries.map((entry) => relative(folder, join(entry.parentPath, entry.name))).sort()
  const whole = createHash('sha256')
  for (const name of names) {
    whole.update(`${(await digestFile(join(folder, name), signal)).toString('hex')}  ${name.split(sep).join('/')}\n`)
  }
  return whole.digest()
}
