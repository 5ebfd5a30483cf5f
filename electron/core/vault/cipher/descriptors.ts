// Open files of a vault, sealed or plain: by descriptor, as Node has them. Where no key is held for a path, every call is Node's own.
import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import { fileKeyOf, HEADER, isHeaderOf, looksSealed, SealBroken } from '../../../sealed/form.ts'
import { isDatabase, keyFor, subkey, type VaultKey } from './keyring.ts'
import { finishWhole } from './reseal.ts'
import { SealedFile } from './sealed-file.ts'

/** Sealed files that are open, by their descriptor. */
const open = new Map<number, SealedFile>()
const derived = new WeakMap<VaultKey, Uint8Array>()

/**
 * The key of the files of the vault in which a path lies; null where it has no passphrase, and for its databases. Those are not opened to look whether they
 * are sealed: a lock that SQLite has on a file goes when the process closes any descriptor of it.
 */
export function filesKeyFor(path: string): Uint8Array | null {
  const key = isDatabase(path) ? null : keyFor(path)
  return key === null ? null : filesKey(key)
}

/** The key of the files of a vault. */
export function filesKey(key: VaultKey): Uint8Array {
  const known = derived.get(key) ?? subkey(key, 'files')
  derived.set(key, known)
  return known
}

/** How a file may be opened: what else Node knows would make plain files. */
export type Flags = 'r' | 'r+' | 'w' | 'wx' | 'w+' | 'wx+' | 'a'

/**
 * As Node's, in either form.
 * @param flags a number is one of Node's for reading
 * @throws SealBroken where the file was sealed under another key, or was changed since
 */
export function openSync(path: string, flags: Flags | number = 'r', mode?: number): number {
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
  return keyUnder(path, files) !== null
}

/**
 * The key of one file alone, for who may read that file and no other; null where it is plain or gone.
 * @throws SealBroken where it was sealed under another key
 */
export function ownKeyOf(path: string): Uint8Array | null {
  const files = filesKeyFor(path)
  return files === null || !fs.existsSync(path) ? null : keyUnder(path, files)
}

function keyUnder(path: string, files: Uint8Array): Uint8Array | null {
  const file = fs.openSync(path, 'r')
  try {
    return keyOf(file, path, files)
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

const PIECE = 1 << 20

/** Pours one open file into another, which is synced and closed. */
export function pour(source: number, target: number): void {
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
