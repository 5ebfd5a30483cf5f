// Streams over files that may be sealed: Node's own, with a file system beneath them that seals and opens.
import * as fs from 'node:fs'
import { closeSync, type Flags, flushSync, fsyncSync, openSync, readSync, writeSync } from './descriptors.ts'
import { keyFor } from './keyring.ts'

/** What a reading stream may be told; `end` is the place of the last byte. */
export interface Reading {
  readonly start?: number
  readonly end?: number
  readonly highWaterMark?: number
  readonly signal?: AbortSignal
}

/** What a writing stream may be told; `flush` syncs at the end. */
export interface WritingOn {
  readonly flags?: Flags
  readonly mode?: number
  readonly flush?: boolean
  readonly signal?: AbortSignal
  readonly highWaterMark?: number
}

type Done<Value> = (error: NodeJS.ErrnoException | null, value: Value) => void

/** Calls back later, as the file system does. */
function later<Value>(work: () => Value, none: Value, done: Done<Value>): void {
  setImmediate(() => {
    let value = none
    let failed: Error | null = null
    try {
      value = work()
    } catch (error) {
      failed = error instanceof Error ? error : new Error(String(error))
    }
    done(failed, value)
  })
}

const sealing = {
  open: (path: string, flags: Flags, mode: number | undefined, done: Done<number>) =>
    later(() => openSync(path, flags, mode), -1, done),
  read: (
    file: number,
    into: Uint8Array,
    offset: number,
    length: number,
    position: number | null | undefined,
    done: (error: Error | null, read: number, into: Uint8Array) => void,
  ) =>
    later(
      () => readSync(file, into, offset, length, position ?? null),
      0,
      (error, read) => done(error, read, into),
    ),
  write: (
    file: number,
    bytes: Uint8Array,
    offset: number,
    length: number,
    position: number | null | undefined,
    done: (error: Error | null, written: number, bytes: Uint8Array) => void,
  ) =>
    later(
      () => writeSync(file, bytes, offset, length, position ?? null),
      0,
      (error, written) => done(error, written, bytes),
    ),
  fsync: (file: number, done: Done<void>) => later(() => fsyncSync(file), undefined, done),
  close: (file: number, done: Done<void>) => later(() => closeSync(file), undefined, done),
}

/** As Node's. */
export function createReadStream(path: string, options: Reading = {}): fs.ReadStream {
  return fs.createReadStream(path, keyFor(path) === null ? options : { ...options, fs: sealing })
}

/** As Node's. */
export function createWriteStream(path: string, options: WritingOn = {}): fs.WriteStream {
  return fs.createWriteStream(path, keyFor(path) === null ? options : { ...options, fs: sealing })
}

/** Waits until everything that was given to a stream has gone out to its file, so that a kill leaves it. */
export async function written(stream: fs.WriteStream): Promise<void> {
  await new Promise<void>((resolve, reject) => stream.write('', (error) => (error == null ? resolve() : reject(error))))
  if ('fd' in stream && typeof stream.fd === 'number') flushSync(stream.fd)
}
