// The file system as a vault's files need it: where the vault's key is held in this thread, what lies in its folder is sealed and read as if it were plain.
// Elsewhere, and in a vault without a passphrase, every call is Node's own. The rule test keeps core to this door.
import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import { fileKeyOf, HEADER, isHeaderOf, looksSealed, plainSize, SealBroken } from '../../../sealed/form.ts'
import { keyFor, subkey, type VaultKey } from './keyring.ts'
import { finishWhole } from './reseal.ts'
import { SealedFile } from './sealed-file.ts'

export {
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statfsSync,
} from 'node:fs'

/** Sealed files that are open, by their descriptor. */
const open = new Map<number, SealedFile>()
const derived = new WeakMap<VaultKey, Uint8Array>()

/** The key of the files of the vault in which a path lies; null where it has no passphrase. */
export function filesKeyFor(path: string): Uint8Array | null {
  const key = keyFor(path)
  return key === null ? null : filesKey(key)
}

/** The key of the files of a vault. */
export function filesKey(key: VaultKey): Uint8Array {
  const known = derived.get(key) ?? subkey(key, 'files')
  derived.set(key, known)
  return known
}

/**
 * As Node's, in either form.
 * @param flags by letters; a number means reading
 * @throws SealBroken where the file was sealed under another key, or was changed since
 */
export function openSync(path: string, flags: string | number = 'r', mode?: number): number {
  const files = filesKeyFor(path)
  if (files === null) return fs.openSync(path, flags, mode)
  if (typeof flags === 'string' && flags.startsWith('w'))
    return made(path, flags.includes('x') ? 'wx+' : 'w+', files, mode)
  if (flags === 'a' && !fs.existsSync(path)) return made(path, 'wx+', files, mode)
  // While a vault is being converted, some of it is plain still.
  if (flags === 'a' && !isSealedUnder(path, files)) return fs.openSync(path, flags, mode)
  const file = fs.openSync(path, flags === 'a' ? 'r+' : flags)
  return closedOnError(file, () => {
    if (typeof flags === 'string' && flags !== 'r') finishWhole(path, file)
    const key = keyOf(file, path, files)
    if (key === null) return file
    const sealed = SealedFile.opened(path, file, key)
    if (flags === 'a') sealed.toEnd()
    open.set(file, sealed)
    return file
  })
}

function made(path: string, flags: string, files: Uint8Array, mode?: number): number {
  const file = fs.openSync(path, flags, mode)
  return closedOnError(file, () => {
    open.set(file, SealedFile.made(path, file, files))
    return file
  })
}

/** Whether a file is sealed under a key. @throws SealBroken where it was sealed under another */
export function isSealedUnder(path: string, files: Uint8Array): boolean {
  const file = fs.openSync(path, 'r')
  try {
    return keyOf(file, path, files) !== null
  } finally {
    fs.closeSync(file)
  }
}

function closedOnError(file: number, use: () => number): number {
  try {
    return use()
  } catch (error) {
    fs.closeSync(file)
    throw error
  }
}

/** The key of an open file; null where it is plain, or a folder. @throws SealBroken where it was sealed under another key */
function keyOf(file: number, path: string, files: Uint8Array): Uint8Array | null {
  const about = fs.fstatSync(file)
  if (!about.isFile() || about.size < HEADER) return null
  const header = Buffer.alloc(HEADER)
  fs.readSync(file, header, 0, HEADER, 0)
  if (!looksSealed(header)) return null
  const key = fileKeyOf(files, header)
  if (isHeaderOf(key, header)) return key
  throw new SealBroken(`${path} is sealed under another key, or its beginning was changed`)
}

/** As Node's, for a descriptor of {@link openSync}. */
export function readSync(
  file: number,
  into: Uint8Array,
  offset = 0,
  length = into.byteLength - offset,
  position: number | null = null,
): number {
  const sealed = open.get(file)
  if (sealed === undefined) return fs.readSync(file, into, offset, length, position)
  return sealed.read(into, offset, length, position)
}

/** As Node's, for a descriptor of {@link openSync}. */
export function writeSync(
  file: number,
  bytes: Uint8Array,
  offset = 0,
  length = bytes.byteLength - offset,
  position: number | null = null,
): number {
  const sealed = open.get(file)
  if (sealed === undefined) return fs.writeSync(file, bytes, offset, length, position)
  return sealed.write(bytes.subarray(offset, offset + length), position)
}

/** As Node's: everything written is on the disk. */
export function fsyncSync(file: number): void {
  open.get(file)?.flush()
  fs.fsyncSync(file)
}

/** Brings out what was written so far, so that a kill leaves it; without waiting for the disk where the file is plain. */
export function flushSync(file: number): void {
  open.get(file)?.flush()
}

/** As Node's; what was written is sealed to its end first. */
export function closeSync(file: number): void {
  const sealed = open.get(file)
  open.delete(file)
  try {
    sealed?.flush()
  } finally {
    fs.closeSync(file)
  }
}

/** As Node's, with the plain size. */
export function fstatSync(file: number): fs.Stats {
  const about = fs.fstatSync(file)
  const sealed = open.get(file)
  if (sealed !== undefined) about.size = sealed.size
  return about
}

/** As Node's, with the plain size. */
export function statSync(path: string): fs.Stats
export function statSync(path: string, options: { readonly throwIfNoEntry: false }): fs.Stats | undefined
export function statSync(path: string, options?: { readonly throwIfNoEntry: boolean }): fs.Stats | undefined {
  const about = fs.statSync(path, options)
  return about === undefined ? undefined : sized(path, about)
}

/** As Node's, with the plain size. */
export function lstatSync(path: string): fs.Stats
export function lstatSync(path: string, options: { readonly throwIfNoEntry: false }): fs.Stats | undefined
export function lstatSync(path: string, options?: { readonly throwIfNoEntry: boolean }): fs.Stats | undefined {
  const about = fs.lstatSync(path, options)
  return about === undefined ? undefined : sized(path, about)
}

/** What is known of a file, its size put right where it is sealed. */
export function sized(path: string, about: fs.Stats): fs.Stats {
  const files = filesKeyFor(path)
  if (files === null || !about.isFile() || about.size < HEADER) return about
  if (isSealedUnder(path, files)) about.size = plainSize(about.size)
  return about
}

/** As Node's. */
export function readFileSync(path: string): Buffer
export function readFileSync(path: string, encoding: BufferEncoding): string
export function readFileSync(path: string, encoding?: BufferEncoding): Buffer | string
export function readFileSync(path: string, encoding?: BufferEncoding): Buffer | string {
  const file = keyFor(path) === null ? null : openSync(path)
  if (file === null) return encoding === undefined ? fs.readFileSync(path) : fs.readFileSync(path, encoding)
  try {
    const bytes = Buffer.alloc(fstatSync(file).size)
    readSync(file, bytes)
    return encoding === undefined ? bytes : bytes.toString(encoding)
  } finally {
    closeSync(file)
  }
}

/** What {@link writeFileSync} may be told. */
export interface Writing {
  readonly flag?: string
  readonly mode?: number
  readonly flush?: boolean
}

/** As Node's. */
export function writeFileSync(path: string, data: string | Uint8Array, options: Writing = {}): void {
  if (keyFor(path) === null) {
    fs.writeFileSync(path, data, options)
    return
  }
  const file = openSync(path, options.flag ?? 'w', options.mode)
  try {
    writeSync(file, typeof data === 'string' ? Buffer.from(data) : data)
    if (options.flush === true) fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** As Node's: out of a vault the copy is plain, into one it is sealed under that vault's key. */
export function copyFileSync(from: string, to: string): void {
  if (keyFor(from) === null && keyFor(to) === null) {
    fs.copyFileSync(from, to)
    return
  }
  const source = openSync(from)
  try {
    pour(source, openSync(to, 'w', fs.fstatSync(source).mode & 0o777))
  } finally {
    closeSync(source)
  }
}

const PIECE = 1 << 20

function pour(source: number, target: number): void {
  try {
    const piece = Buffer.alloc(PIECE)
    for (let read = readSync(source, piece); read > 0; read = readSync(source, piece))
      for (let done = 0; done < read; ) done += writeSync(target, piece, done, read - done)
    fsyncSync(target)
  } finally {
    closeSync(target)
  }
}

/** Copies a file into the other form: what is sealed under a key to a plain file, what is plain to one that is sealed. Synced. */
export function copyOver(from: string, to: string, files: Uint8Array): void {
  const source = fs.openSync(from, 'r')
  try {
    const key = keyOf(source, from, files)
    if (key !== null) open.set(source, SealedFile.opened(from, source, key))
    pour(source, key === null ? made(to, 'w+', files) : fs.openSync(to, 'w'))
  } finally {
    closeSync(source)
  }
}

/** SHA-256 of what a file holds, whether it is sealed under a key or plain. */
export function digestUnder(path: string, files: Uint8Array): Buffer {
  const hash = createHash('sha256')
  const source = fs.openSync(path, 'r')
  try {
    const key = keyOf(source, path, files)
    if (key !== null) open.set(source, SealedFile.opened(path, source, key))
    const piece = Buffer.alloc(PIECE)
    for (let read = readSync(source, piece); read > 0; read = readSync(source, piece))
      hash.update(piece.subarray(0, read))
  } finally {
    closeSync(source)
  }
  return hash.digest()
}

/** As Node's. */
export function truncateSync(path: string, length: number): void {
  if (keyFor(path) === null) {
    fs.truncateSync(path, length)
    return
  }
  const file = openSync(path, 'r+')
  try {
    const sealed = open.get(file)
    if (sealed === undefined) fs.ftruncateSync(file, length)
    else sealed.truncate(length)
  } finally {
    closeSync(file)
  }
}
