// A sealed file that is open: any range of it read and written as if it were plain.
import { fstatSync, fsyncSync, ftruncateSync, readSync, writeSync } from 'node:fs'
import {
  CHUNK,
  chunkCount,
  HEADER,
  newHeader,
  openChunk,
  placeOf,
  plainSize,
  SealBroken,
  sealChunk,
} from '../../../sealed/form.ts'
import { leftBeside, type Stretch, writeWhole } from './reseal.ts'

/** Chunks that are kept until they are written; a new file needs fewer, for nothing of it has to be written twice. */
const MOST_CHANGED = 256
const MOST_NEW = 16

const NOTHING = Buffer.alloc(0)

/** A chunk that is not on the disk as it should be: the first bytes of a buffer that it can grow in. */
interface Changed {
  readonly room: Buffer
  length: number
}

function roomy(plain: Uint8Array): Changed {
  const room = Buffer.alloc(CHUNK)
  room.set(plain)
  return { room, length: plain.length }
}

/** Reads and writes by position in the plain bytes. What is written is on the disk after `flush`. */
export class SealedFile {
  readonly #path: string
  readonly #file: number
  readonly #key: Uint8Array
  readonly #changed = new Map<number, Changed>()
  #seen: { readonly index: number; readonly plain: Buffer } | null = null
  #size: number
  /** Plain bytes that the disk holds, all of it valid; null in a new file until its first flush. */
  #whole: number | null
  /** Where reading and writing go on that name no position. */
  #next = 0

  private constructor(path: string, file: number, key: Uint8Array, size: number, whole: number | null) {
    this.#path = path
    this.#file = file
    this.#key = key
    this.#size = size
    this.#whole = whole
  }

  /** A file that was sealed. @param key the file's own @throws SealBroken where its end is not the end that was sealed */
  static opened(path: string, file: number, key: Uint8Array): SealedFile {
    const size = plainSize(fstatSync(file).size)
    const opened = new SealedFile(path, file, key, size, size)
    // The last chunk knows that it is the last: a file that was cut is told at once, not at the end of a long reading.
    opened.#chunk(chunkCount(size) - 1)
    return opened
  }

  /** Makes an empty file, or empties one. @param file open for reading and writing @param files the key of the vault's files */
  static made(path: string, file: number, files: Uint8Array): SealedFile {
    const { header, key } = newHeader(files)
    ftruncateSync(file, 0)
    writeSync(file, header, 0, HEADER, 0)
    return new SealedFile(path, file, key, 0, null)
  }

  get size(): number {
    return this.#size
  }

  /** Goes on at the end, as a file opened for appending does. */
  toEnd(): void {
    this.#next = this.#size
  }

  /** @returns how many bytes were read: fewer only at the end */
  read(into: Uint8Array, offset: number, length: number, position: number | null): number {
    const from = position ?? this.#next
    const end = Math.min(from + length, this.#size)
    for (let at = from; at < end; ) {
      const index = Math.floor(at / CHUNK)
      const plain = this.#chunk(index)
      const begin = at - index * CHUNK
      const stop = Math.min(plain.length, end - index * CHUNK)
      if (stop <= begin) throw new SealBroken('the file was cut short')
      into.set(plain.subarray(begin, stop), offset + at - from)
      at = index * CHUNK + stop
    }
    const read = Math.max(0, end - from)
    if (position === null) this.#next = from + read
    return read
  }

  write(bytes: Uint8Array, position: number | null): number {
    if (bytes.length === 0) return 0
    const from = position ?? this.#next
    this.#fillTo(from)
    this.#write(bytes, from)
    if (position === null) this.#next = from + bytes.length
    return bytes.length
  }

  #fillTo(end: number): void {
    for (let gap = this.#size; gap < end; gap = this.#size) this.#write(Buffer.alloc(Math.min(CHUNK, end - gap)), gap)
  }

  #write(bytes: Uint8Array, from: number): void {
    for (let done = 0; done < bytes.length; ) {
      const at = from + done
      const index = Math.floor(at / CHUNK)
      const begin = at - index * CHUNK
      const piece = bytes.subarray(done, done + CHUNK - begin)
      this.#change(index, begin, piece)
      this.#size = Math.max(this.#size, at + piece.length)
      done += piece.length
      if (this.#changed.size > (this.#whole === null ? MOST_NEW : MOST_CHANGED)) this.#makeRoom()
    }
  }

  #change(index: number, begin: number, piece: Uint8Array): void {
    const there = Math.max(0, Math.min(CHUNK, this.#size - index * CHUNK))
    let chunk = this.#changed.get(index)
    if (chunk === undefined) {
      const isCovered = begin === 0 && piece.length >= there
      chunk = roomy(isCovered || there === 0 ? NOTHING : this.#chunk(index))
      this.#changed.set(index, chunk)
    }
    chunk.room.set(piece, begin)
    chunk.length = Math.max(chunk.length, begin + piece.length)
    if (this.#seen?.index === index) this.#seen = null
  }

  /** Cuts the file to so many bytes, or fills it up with zeros; on the disk when this returns. */
  truncate(length: number): void {
    this.#fillTo(length)
    this.flush()
    if (length >= this.#size) return
    const last = chunkCount(length) - 1
    const plain = this.#chunk(last).subarray(0, length - last * CHUNK)
    const { at, length: bytes } = placeOf(last, length)
    const sealed = { at, bytes: sealChunk(this.#key, last, true, plain) }
    writeWhole(this.#path, this.#file, [sealed, { at: at + bytes, bytes: NOTHING }])
    this.#size = length
    this.#whole = length
    this.#seen = null
  }

  /** Brings everything to the disk, valid to its end. */
  flush(): void {
    const before = this.#whole
    if (before === this.#size && this.#changed.size === 0) return
    const last = chunkCount(this.#size) - 1
    if (before !== this.#size) {
      // What was the last chunk no longer is.
      if (before !== null) this.#keep(chunkCount(before) - 1)
      this.#keep(last)
    }
    const stretches = [...this.#changed].map(([index, chunk]) => this.#sealed(index, chunk, index === last))
    if (before === null) this.#bringOut(stretches)
    else writeWhole(this.#path, this.#file, stretches)
    this.#changed.clear()
    this.#whole = this.#size
  }

  sync(): void {
    this.flush()
    fsyncSync(this.#file)
  }

  #keep(index: number): void {
    if (!this.#changed.has(index)) this.#changed.set(index, roomy(this.#size === 0 ? NOTHING : this.#chunk(index)))
  }

  #makeRoom(): void {
    if (this.#whole !== null) {
      this.flush()
      return
    }
    // The last stays: nobody knows yet whether it is the last.
    const last = chunkCount(this.#size) - 1
    const out = [...this.#changed].filter(([index]) => index !== last)
    this.#bringOut(out.map(([index, chunk]) => this.#sealed(index, chunk, false)))
    for (const [index] of out) this.#changed.delete(index)
  }

  #sealed(index: number, { room, length }: Changed, isLast: boolean): Stretch {
    return { at: placeOf(index, this.#size).at, bytes: sealChunk(this.#key, index, isLast, room.subarray(0, length)) }
  }

  #bringOut(stretches: readonly Stretch[]): void {
    for (const { at, bytes } of stretches)
      for (let done = 0; done < bytes.length; )
        done += writeSync(this.#file, bytes, done, bytes.length - done, at + done)
  }

  #chunk(index: number): Buffer {
    const changed = this.#changed.get(index)
    if (changed !== undefined) return changed.room.subarray(0, changed.length)
    if (this.#seen?.index === index) return this.#seen.plain
    const plain = this.#read(index)
    this.#seen = { index, plain }
    return plain
  }

  #read(index: number): Buffer {
    const size = this.#whole ?? this.#size
    const { at, length } = placeOf(index, size)
    const isLast = this.#whole !== null && index === chunkCount(size) - 1
    const sealed = Buffer.alloc(length)
    let filled = 0
    for (let read = -1; read !== 0 && filled < length; filled += read)
      read = readSync(this.#file, sealed, filled, length - filled, at + filled)
    try {
      return openChunk(this.#key, index, isLast, sealed.subarray(0, filled))
    } catch (error) {
      // A kill may have left it half written: then it lies aside in whole.
      const aside = leftBeside(this.#path, this.#file).find((one) => one.at === at)
      if (aside === undefined) throw error
      return openChunk(this.#key, index, isLast, aside.bytes)
    }
  }
}
