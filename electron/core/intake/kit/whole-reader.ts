// Owns reading a file as one item.
import type { Outcome } from '../draft.ts'
import { failed } from './draft.ts'
import { itemBook } from './items.ts'
import type { FileReader, Reading } from './spec.ts'

const MOST = 64 * 2 ** 20

/** A reader of files that are one item each, such as a post's page; what is larger than 64 MB is a failed item. */
export function wholeReader<State>(spec: {
  readonly make: (bytes: Buffer, reading: Reading<State>) => Outcome | readonly Outcome[]
}): FileReader<State> {
  return async function* (reading) {
    const chunks: Buffer[] = []
    let size = 0
    for await (const chunk of reading.tree.set.read(reading.file.member, reading.signal)) {
      size += chunk.length
      if (size <= MOST) chunks.push(chunk)
      else chunks.length = 0
    }
    const bytes = Buffer.concat(chunks)
    const outcome =
      size > MOST
        ? failed('item-too-large', `is larger than any item of an export (${size} bytes)`)
        : spec.make(bytes, reading)
    const book = itemBook()
    book.add({ pointer: '/', start: 0, bytes }, outcome)
    yield book.take()
  }
}
