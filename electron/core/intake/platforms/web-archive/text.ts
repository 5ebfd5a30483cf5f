// Owns words as records keep them: a plain text in its letters, and no more than anybody would read.
import { withoutMark } from '../../kit/head-text.ts'

const MOST = 2_000_000

/** A plain text. @param charset what the server said of the letters; `''` where it said nothing */
export function readText(bytes: Buffer, charset: string): string {
  if (charset !== '' && !/^utf-?8$/.test(charset)) {
    try {
      return new TextDecoder(charset).decode(bytes)
    } catch {
      return withoutMark(bytes)
    }
  }
  return withoutMark(bytes)
}

/** At most two million letters, whole ones; the rest stays in the record's source. */
export function atMost(text: string): string {
  return text.length <= MOST ? text : text.slice(0, MOST).toWellFormed()
}
