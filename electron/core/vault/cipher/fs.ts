// The file system as a vault's files need it: where the vault's key is held in this thread, what lies in its folder is sealed and read as if it were plain.
// Elsewhere, and in a vault without a passphrase, every call is Node's own. The rule test keeps core to this door.
import * as fs from 'node:fs'
import { HEADER, plainSize } from '../../../sealed/form.ts'
import {
  closeSync,
  type Flags,
  filesKeyFor,
  fstatSync,
  fsyncSync,
  isSealedUnder,
  openSync,
  pour,
  readSync,
  writeSync,
} from './descriptors.ts'
import { keyFor } from './keyring.ts'

export {
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs'
export { closeSync, fstatSync, fsyncSync, openSync, readSync, truncateSync, writeSync } from './descriptors.ts'

/** As Node's, with the plain size. */
export function statSync(path: string): fs.Stats {
  return sized(path, fs.statSync(path))
}

/** As Node's, with the plain size. */
export function lstatSync(path: string): fs.Stats {
  return sized(path, fs.lstatSync(path))
}

/** What is known of a file, with the plain size; undefined where there is none. */
export function statIfThere(path: string): fs.Stats | undefined {
  const about = fs.statSync(path, { throwIfNoEntry: false })
  return about === undefined ? undefined : sized(path, about)
}

/** What is known of a file, its size put right where it is sealed. */
export function sized(path: string, about: fs.Stats): fs.Stats {
  const files = filesKeyFor(path)
  if (files === null || !about.isFile() || about.size < HEADER) return about
  if (isSealedUnder(path, files)) about.size = plainSize(about.size)
  return about
}

/** As Node's: the bytes. */
export function readFileSync(path: string): Buffer
/** As Node's: the text. */
export function readFileSync(path: string, encoding: BufferEncoding): string
/** As Node's, in either form. */
export function readFileSync(path: string, encoding?: BufferEncoding): Buffer | string
/** As Node's. */
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
  readonly flag?: Flags
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
