// Owns telling of answers of Tumblr's old API that hold fewer posts than the blog has: they come in pages.
import { withoutMark } from '../../kit/head-text.ts'
import type { FileReader, Reading } from '../../kit/spec.ts'
import { countOf } from '../../kit/value.ts'
import { elementsAt } from './head.ts'

/** A reader that counts what it reads against what the file says the blog has. */
export function withTotal<State>(reader: FileReader<State>): FileReader<State> {
  return async function* (reading) {
    let read = 0
    for await (const items of reader(reading)) {
      read += items.length
      yield items
    }
    const total = await totalIn(reading)
    if (total === null || total <= read) return
    reading.odd(
      'posts-fewer-than-counted',
      `Tumblr says that the blog has ${total} posts of this kind, and this file holds ${read}. Answers of its API are pages: import the others as well.`,
    )
  }
}

async function totalIn<State>({ tree, file, signal }: Reading<State>): Promise<number | null> {
  for await (const chunk of tree.set.read(file.member, signal)) {
    return countOf(elementsAt(withoutMark(chunk.subarray(0, 32_768)), 'posts')[0]?.total)
  }
  return null
}
