// Owns reading the first bytes of a file as text: byte order marks, and what is no text at all.
import { isUtf8 } from 'node:buffer'
import { lastWhole } from './charset.ts'

/** Bytes as text: UTF-8 where they are (the last character may be cut), else Windows-1252; without a byte order mark. */
export function withoutMark(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe)
    return new TextDecoder('utf-16le').decode(head.subarray(0, head.length & ~1))
  if (head[0] === 0xfe && head[1] === 0xff)
    return new TextDecoder('utf-16be').decode(head.subarray(0, head.length & ~1))
  return new TextDecoder(isUtf8(head.subarray(0, lastWhole(head))) ? 'utf-8' : 'windows-1252').decode(head)
}

/** True where the bytes hold control characters that no text has. */
export function looksBinary(head: Buffer): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return false
  const controls = head.subarray(0, 4096).filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)).length
  return controls > 0 && (head.includes(0) || controls > head.length / 100)
}
