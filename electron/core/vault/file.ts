// Files in the vault: written aside, synced, renamed; never half there (engineering.md 6.4).
import { createHash } from 'node:crypto'
import { dirname } from 'node:path'
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from './cipher/fs.ts'

const CHUNK = 1 << 20

/** SHA-256 and size of a file, read synchronously in pieces. */
export function fileDigest(path: string): { readonly digest: Uint8Array; readonly size: number } {
  const hash = createHash('sha256')
  const file = openSync(path, 'r')
  try {
    const buffer = Buffer.allocUnsafe(CHUNK)
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer))
      hash.update(buffer.subarray(0, read))
  } finally {
    closeSync(file)
  }
  return { digest: hash.digest(), size: statSync(path).size }
}

/** Makes a rename last: syncs the folder that holds it. Windows has no such thing and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Puts a finished file in its place, for good. */
export function renameInto(from: string, to: string): void {
  renameSync(from, to)
  syncFolder(dirname(to))
}

/** Overwrites a file and removes it; one that is not there is left alone. */
export function destroyFile(path: string): void {
  if (!existsSync(path)) return
  const zeros = Buffer.alloc(CHUNK)
  const file = openSync(path, 'r+')
  try {
    const { size } = fstatSync(file)
    for (let done = 0; done < size; done += zeros.length)
      writeSync(file, zeros, 0, Math.min(zeros.length, size - done), done)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  rmSync(path)
}
