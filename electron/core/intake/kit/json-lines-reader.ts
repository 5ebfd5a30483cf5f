// Owns reading JSON Lines: one value a line.
import type { Outcome } from '../draft.ts'
import { parseLossless } from '../json/lossless.ts'
import { failed } from './draft.ts'
import { itemBook } from './items.ts'
import { lines } from './lines.ts'
import type { FileReader, Reading } from './spec.ts'

/** A reader of files with one JSON value a line; blank lines are no items. */
export function jsonLinesReader<State>(spec: {
  readonly make: (
    value: unknown,
    place: { readonly index: number },
    reading: Reading<State>,
  ) => Outcome | readonly Outcome[]
}): FileReader<State> {
  return async function* (reading) {
    const book = itemBook()
    let index = 0
    for await (const { start, bytes } of lines(reading.tree.set.read(reading.file.member, reading.signal))) {
      const text = bytes.toString('utf8').replace(/^\ufeff/, '')
      if (text.trim() === '') continue
      book.add({ pointer: `/${index}`, start, bytes }, outcomeOf(text, index, reading))
      index += 1
      if (book.full) yield book.take()
    }
    yield book.take()
  }

  function outcomeOf(text: string, index: number, reading: Reading<State>): Outcome | readonly Outcome[] {
    let value: unknown
    try {
      value = parseLossless(text)
    } catch {
      return failed('item-malformed', 'is malformed and cannot be understood')
    }
    return spec.make(value, { index }, reading)
  }
}
