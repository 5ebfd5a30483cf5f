// What makes the change of a sealed file's chunks whole or not at all: the new chunks are written aside and synced before any lies in its place.
import { createHash } from 'node:crypto'
import { existsSync, fsyncSync, ftruncateSync, readFileSync, readSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { HEADER } from '../../../sealed/form.ts'
import { heldFolderOf } from './keyring.ts'

const MAGIC = Buffer.from('MUNRSEAL', 'latin1')
const DIGEST = 32

/** A stretch of a file on the disk that is written anew; one of no bytes says where the file ends. */
export interface Stretch {
  readonly at: number
  readonly bytes: Buffer
}

/** How the names of files begin in which stretches lie while they are brought in: they stay in staging/ until then. */
export const RESEALING = 'reseal-'

/** Where the stretches of a file lie: in the vault's staging/, under a digest of its path, so that no file of a package is ever taken for them. */
function beside(path: string): string {
  const folder = heldFolderOf(path)
  if (folder === null) throw new Error(`${path} lies in no vault whose key is held`)
  const name = createHash('sha256')
    .update(relative(folder, resolve(path)))
    .digest('hex')
  return join(folder, 'staging', `${RESEALING}${name}`)
}

/** Writes stretches of an open file so that a kill at any moment leaves either all of them or none. Synced when this returns. */
export function writeWhole(path: string, file: number, stretches: readonly Stretch[]): void {
  const parts = stretches.flatMap(({ at, bytes }) => {
    const head = Buffer.alloc(12)
    head.writeBigUInt64LE(BigInt(at))
    head.writeUInt32LE(bytes.length, 8)
    return [head, bytes]
  })
  const whole = Buffer.concat([MAGIC, headerOf(file), ...parts])
  const digest = createHash('sha256').update(whole).digest()
  writeFileSync(beside(path), Buffer.concat([whole, digest]), { flush: true, mode: 0o600 })
  bringIn(file, stretches)
  rmSync(beside(path))
}

/** Brings in what an earlier process had written aside whole; throws away what it had not. @param file open for writing */
export function finishWhole(path: string, file: number): void {
  if (!existsSync(beside(path))) return
  bringIn(file, leftBeside(path, file))
  rmSync(beside(path))
}

/** A file's header, whose salt no other file has: what lies aside belongs to that file, and to no later one at its place. */
function headerOf(file: number): Buffer {
  const header = Buffer.alloc(HEADER)
  readSync(file, header, 0, HEADER, 0)
  return header
}

/** What lies aside of an open file in whole, for a reader that finds a chunk half written; nothing where there is none, or another file's. */
export function leftBeside(path: string, file: number): readonly Stretch[] {
  if (!existsSync(beside(path))) return []
  const all = readFileSync(beside(path))
  const whole = all.subarray(0, -DIGEST)
  const digest = createHash('sha256').update(whole).digest()
  if (all.length < DIGEST || !digest.equals(all.subarray(-DIGEST))) return []
  const begin = MAGIC.length + HEADER
  if (!headerOf(file).equals(whole.subarray(MAGIC.length, begin))) return []
  const stretches: Stretch[] = []
  for (let from = begin; from + 12 <= whole.length; ) {
    const end = from + 12 + whole.readUInt32LE(from + 8)
    stretches.push({ at: Number(whole.readBigUInt64LE(from)), bytes: whole.subarray(from + 12, end) })
    from = end
  }
  return stretches
}

function bringIn(file: number, stretches: readonly Stretch[]): void {
  for (const { at, bytes } of stretches) {
    if (bytes.length === 0) ftruncateSync(file, at)
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, bytes.length - done, at + done)
  }
  fsyncSync(file)
}
