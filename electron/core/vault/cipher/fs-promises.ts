// The file system with promises, as fs.ts has it without.
import type { Stats } from 'node:fs'
import * as fs from 'node:fs/promises'
import type { Flags } from './descriptors.ts'
import {
  closeSync,
  copyFileSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  readSync,
  sized,
  truncateSync,
  type Writing,
  writeFileSync,
  writeSync,
} from './fs.ts'
import { keyFor } from './keyring.ts'

export { access, chmod, mkdir, mkdtemp, readdir, rename, rm, rmdir, statfs, utimes } from 'node:fs/promises'

interface Read<Bytes> {
  readonly bytesRead: number
  readonly buffer: Bytes
}

/** An open file, plain or sealed: what core uses of Node's. */
export interface FileHandle {
  read<Bytes extends Uint8Array>(
    into: Bytes,
    offset?: number | null,
    length?: number | null,
    position?: number | null,
  ): Promise<Read<Bytes>>
  read<Bytes extends Uint8Array>(into: Bytes, options: { readonly position: number }): Promise<Read<Bytes>>
  write(
    bytes: Uint8Array,
    offset?: number,
    length?: number,
    position?: number,
  ): Promise<{ readonly bytesWritten: number }>
  writeFile(bytes: Uint8Array | string): Promise<void>
  stat(): Promise<Stats>
  sync(): Promise<void>
  close(): Promise<void>
}

/** As Node's. */
export async function open(path: string, flags: Flags | number = 'r', mode?: number): Promise<FileHandle> {
  return keyFor(path) === null ? fs.open(path, flags, mode) : new Handle(openSync(path, flags, mode))
}

class Handle implements FileHandle {
  #file: number | null
  constructor(file: number) {
    this.#file = file
  }

  get #open(): number {
    if (this.#file === null) throw new Error('file closed')
    return this.#file
  }

  async read<Bytes extends Uint8Array>(
    into: Bytes,
    from: number | null | { readonly position: number } = 0,
    length: number | null = null,
    position: number | null = null,
  ): Promise<Read<Bytes>> {
    const [offset, at] = typeof from === 'object' && from !== null ? [0, from.position] : [from ?? 0, position]
    return { bytesRead: readSync(this.#open, into, offset, length ?? into.byteLength - offset, at), buffer: into }
  }

  async write(bytes: Uint8Array, offset?: number, length?: number, position?: number) {
    return { bytesWritten: writeSync(this.#open, bytes, offset, length, position ?? null) }
  }

  async writeFile(bytes: Uint8Array | string): Promise<void> {
    const whole = typeof bytes === 'string' ? Buffer.from(bytes) : bytes
    for (let done = 0; done < whole.length; ) done += writeSync(this.#open, whole, done)
  }

  async stat(): Promise<Stats> {
    return fstatSync(this.#open)
  }

  async sync(): Promise<void> {
    fsyncSync(this.#open)
  }

  async close(): Promise<void> {
    const file = this.#file
    this.#file = null
    if (file !== null) closeSync(file)
  }
}

/** As Node's, with the plain size. */
export async function stat(path: string): Promise<Stats> {
  return sized(path, await fs.stat(path))
}

/** As Node's, with the plain size. */
export async function lstat(path: string): Promise<Stats> {
  return sized(path, await fs.lstat(path))
}

/** As Node's: the bytes. */
export async function readFile(path: string): Promise<Buffer>
/** As Node's: the text. */
export async function readFile(path: string, encoding: BufferEncoding): Promise<string>
/** As Node's, in either form. */
export async function readFile(path: string, encoding?: BufferEncoding): Promise<Buffer | string> {
  return keyFor(path) === null ? fs.readFile(path, encoding ?? null) : readFileSync(path, encoding)
}

/** As Node's. */
export async function writeFile(
  path: string,
  data: string | Uint8Array | AsyncIterable<string | Uint8Array>,
  options: Writing = {},
): Promise<void> {
  if (keyFor(path) === null) return fs.writeFile(path, data, options)
  if (typeof data === 'string' || data instanceof Uint8Array) return writeFileSync(path, data, options)
  const file = await open(path, options.flag ?? 'w', options.mode)
  try {
    for await (const piece of data) await file.writeFile(piece)
    if (options.flush === true) await file.sync()
  } finally {
    await file.close()
  }
}

/** As Node's. */
export async function appendFile(path: string, data: string | Uint8Array): Promise<void> {
  return keyFor(path) === null ? fs.appendFile(path, data) : writeFileSync(path, data, { flag: 'a' })
}

/** As Node's: out of a vault the copy is plain, into one it is sealed. */
export async function copyFile(from: string, to: string): Promise<void> {
  return keyFor(from) === null && keyFor(to) === null ? fs.copyFile(from, to) : copyFileSync(from, to)
}

/** As Node's. */
export async function truncate(path: string, length: number): Promise<void> {
  return keyFor(path) === null ? fs.truncate(path, length) : truncateSync(path, length)
}
