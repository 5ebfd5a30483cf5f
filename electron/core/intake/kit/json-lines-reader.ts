// Owns reading JSON Lines of any platform: one value a line, each for itself.

import { parseLossless } from '../../json/lossless.ts'
import type { Outcome } from '../draft.ts'
import { failed } from './draft.ts'
import { itemBook } from './items.ts'
import type { FileReader, Reading } from './spec.ts'

const MOST = 64 * 2 ** 20
const LINE_END = 0x0a

interface JsonLinesSpec<State> {
  readonly make: (
    value: unknown,
    place: { readonly index: number; readonly line: number },
    reading: Reading<State>,
  ) => Outcome | readonly Outcome[]
}

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

/** A reader of files with a JSON value on each line. A line that cannot be understood is a failed item, and the next goes on. */
export function jsonLinesReader<State>(spec: JsonLinesSpec<State>): FileReader<State> {
  return async function* (reading) {
    const { tree, file, signal } = reading
    const book = itemBook()
    let [index, line, start] = [0, 1, 0]
    let kept: Buffer[] = []
    let size = 0

    const take = (bytes: Buffer) => {
      const text = bytes
        .toString('utf8')
        .replace(/^\ufeff/, '')
        .trim()
      if (text === '' && size <= MOST) return
      const place = { index, line }
      const raw = { pointer: `/${index}`, start, bytes }
      book.add(raw, size > MOST ? tooLarge(line, size) : made(text, place, spec, reading))
      index += 1
    }

    for await (const chunk of tree.set.read(file.member, signal)) {
      signal.throwIfAborted()
      let from = 0
      for (let at = chunk.indexOf(LINE_END); at >= 0; at = chunk.indexOf(LINE_END, from)) {
        const rest = chunk.subarray(from, at)
        size += rest.length
        take(size > MOST ? Buffer.alloc(0) : kept.length === 0 ? rest : Buffer.concat([...kept, rest]))
        start += size + 1
        line += 1
        from = at + 1
        kept = []
        size = 0
        if (book.full) yield book.take()
      }
      size += chunk.length - from
      if (size > MOST) kept = []
      else kept.push(chunk.subarray(from))
    }
    take(Buffer.concat(kept))
    yield book.take()
  }
}

function made<State>(
  text: string,
  place: { readonly index: number; readonly line: number },
  spec: JsonLinesSpec<State>,
  reading: Reading<State>,
): Outcome | readonly Outcome[] {
  let value: unknown
  try {
    value = parseLossless(text)
  } catch {
    return failed('item-malformed', `(line ${place.line}) is malformed and cannot be understood`)
  }
  return spec.make(value, place, reading)
}

function tooLarge(line: number, size: number): Outcome {
  return failed('item-too-large', `(line ${line}) is larger than any item of an export (${size} bytes)`)
}
