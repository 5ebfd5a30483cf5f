// Owns reading JSON Lines: one object a line, as scripts write down what an interface answered.
import type { Outcome } from '../draft.ts'
import { parseLossless } from '../json/lossless.ts'
import { failed } from './draft.ts'
import { itemBook } from './items.ts'
import type { FileReader, Reading } from './spec.ts'

/** A longer line is no item of an export. */
const MOST = 64 * 2 ** 20
const NEWLINE = 10

/** Whether a file that begins so holds one object a line, and more than one. */
export function looksLikeJsonLines(text: string): boolean {
  const [first = '', second = ''] = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
  if (!first.startsWith('{') || !second.startsWith('{')) return false
  try {
    JSON.parse(first)
    return true
  } catch {
    return false
  }
}

/** A reader of JSON Lines; a line that is no JSON is a failed item, and the next is read. */
export function jsonLinesReader<State>(spec: {
  readonly make: (value: unknown, reading: Reading<State>) => Outcome | readonly Outcome[]
}): FileReader<State> {
  return async function* (reading) {
    const { tree, file, signal } = reading
    const book = itemBook()
    let parts: Buffer[] = []
    let size = 0
    let start = 0
    let index = 0
    const endLine = () => {
      const bytes = Buffer.concat(parts)
      const length = size
      if (length > MOST || bytes.toString('latin1').trim() !== '') {
        book.add({ pointer: `/${index++}`, start, bytes }, outcomeOf(bytes, length))
      }
      parts = []
      size = 0
    }
    const outcomeOf = (bytes: Buffer, length: number) => {
      if (length > MOST) return failed('item-too-large', `is larger than any item of an export (${length} bytes)`)
      const parsed = parse(bytes)
      return parsed.ok
        ? spec.make(parsed.value, reading)
        : failed('item-malformed', 'is malformed and cannot be understood')
    }
    for await (const chunk of tree.set.read(file.member, signal)) {
      signal.throwIfAborted()
      let from = 0
      while (from < chunk.length) {
        const at = chunk.indexOf(NEWLINE, from)
        const to = at < 0 ? chunk.length : at
        size += to - from
        if (size <= MOST) parts.push(Buffer.from(chunk.subarray(from, to)))
        else parts = []
        if (at < 0) break
        const whole = size
        endLine()
        start += whole + 1
        from = to + 1
        if (book.full) yield book.take()
      }
    }
    endLine()
    yield book.take()
  }
}

function parse(bytes: Buffer): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
  try {
    return { ok: true, value: parseLossless(bytes.toString('utf8').replace(/^\ufeff/, '')) }
  } catch {
    return { ok: false }
  }
}
