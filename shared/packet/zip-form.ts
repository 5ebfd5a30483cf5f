// The one form in which a packet is packed (APPNOTE 4.3): every byte of the archive that belongs to no file's content follows from
// the names, sizes and checksums of its files and from the day on which its production was settled.
import { joined } from './tools.ts'

/** Files up to this size carry their sizes before them; larger ones behind, because they are written as they are read. */
export const WHOLE = 1 << 23
const BIG = 0xffffffff
const MANY = 0xffff
/** A regular file that everybody may read, made on Unix (4.4.15). */
const ATTRIBUTES = ((0o100644 << 16) | 0x20) >>> 0
const MADE_BY = (3 << 8) | 45

/** A file as the archive's records tell of it. */
export interface Entry {
  readonly name: Uint8Array
  readonly size: number
  readonly crc: number
  /** Where its local header begins. */
  readonly start: number
}

/** A moment as ZIP writes it (4.4.6), in UTC, to two seconds. @param at milliseconds since 1970 UTC */
export function dosTime(at: number): number {
  const date = new Date(at)
  if (date.getUTCFullYear() < 1980) return 2162688
  if (date.getUTCFullYear() >= 2044) return 2141175677
  const day = ((date.getUTCFullYear() - 1980) << 25) | ((date.getUTCMonth() + 1) << 21) | (date.getUTCDate() << 16)
  return (day | (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1)) >>> 0
}

/** The record before a file's content. */
export function localHeader({ name, size, crc }: Entry, time: number): Uint8Array {
  const behind = size > WHOLE
  const known = behind ? [0, 0, 0] : [crc, size, size]
  return joined([
    long(0x04034b50),
    ...[behind ? 20 : 10, flags(name, behind), 0].map(short),
    long(time),
    ...known.map(long),
    ...[name.length, 0].map(short),
    name,
  ])
}

/** The record behind a file's content; empty where its sizes stand before it. */
export function descriptor({ size, crc }: Pick<Entry, 'size' | 'crc'>): Uint8Array {
  if (size <= WHOLE) return new Uint8Array(0)
  const wide = size > BIG ? eight : long
  return joined([long(0x08074b50), long(crc), wide(size), wide(size)])
}

/** A file's record in the archive's directory. */
export function centralHeader({ name, size, crc, start }: Entry, time: number): Uint8Array {
  const behind = size > WHOLE
  const wide = size > BIG || start > BIG
  const extra = wide ? joined([short(1), short(24), eight(size), eight(size), eight(start)]) : new Uint8Array(0)
  return joined([
    long(0x02014b50),
    ...[MADE_BY, wide ? 45 : behind ? 20 : 10, flags(name, behind), 0].map(short),
    ...[time, crc, wide ? BIG : size, wide ? BIG : size].map(long),
    ...[name.length, extra.length, 0, 0, 0].map(short),
    ...[ATTRIBUTES, wide ? BIG : start].map(long),
    name,
    extra,
  ])
}

/** What ends an archive whose directory begins at a place and has a length. */
export function ending(entries: number, at: number, length: number, comment: Uint8Array): Uint8Array {
  const wide = entries > MANY || length > BIG || at > BIG
  const counted = wide ? MANY : entries
  return joined([
    ...(wide ? wideEnding(entries, at, length) : []),
    long(0x06054b50),
    ...[0, 0, counted, counted].map(short),
    ...(wide ? [BIG, BIG] : [length, at]).map(long),
    short(comment.length),
    comment,
  ])
}

function wideEnding(entries: number, at: number, length: number): Uint8Array[] {
  return [
    long(0x06064b50),
    eight(44),
    ...[45, 45].map(short),
    ...[0, 0].map(long),
    ...[entries, entries, length, at].map(eight),
    ...[0x07064b50, 0].map(long),
    eight(at + length),
    long(1),
  ]
}

function flags(name: Uint8Array, behind: boolean): number {
  return (behind ? 8 : 0) | (name.some((byte) => byte > 127) ? 0x800 : 0)
}

function short(value: number): Uint8Array {
  return Uint8Array.of(value & 255, (value >> 8) & 255)
}

function long(value: number): Uint8Array {
  return Uint8Array.of(value & 255, (value >>> 8) & 255, (value >>> 16) & 255, (value >>> 24) & 255)
}

function eight(value: number): Uint8Array {
  return joined([long((value % 2 ** 32) >>> 0), long(Math.floor(value / 2 ** 32))])
}
