// Owns reading a WARC file's records as items, in groups that memory bears.
import { damagedFile, itemBook } from '../../kit/items.ts'
import type { FileReader } from '../../kit/spec.ts'
import { madeOf } from './capture-record.ts'
import { PackingError } from './gzip.ts'
import type { WebArchiveState } from './state.ts'
import { readWarc, WarcError } from './warc.ts'

/** Bytes of records that are held before they are handed on. */
const MOST_HELD = 8 << 20

/** A reader of WARC files, packed or not. Places of items count bytes of the unpacked file. */
export const warcReader: FileReader<WebArchiveState> = async function* ({ tree, file, state, odd, signal }) {
  const book = itemBook()
  let held = 0
  try {
    for await (const warc of readWarc(tree.set.read(file.member, signal), signal)) {
      const { outcomes, bytes, parts = [], streaming } = await madeOf(warc, state.captures, odd, signal)
      const pointer = `/${warc.field('WARC-Record-ID').replace(/^<(.*)>$/, '$1') || warc.start}`
      book.add({ pointer, start: warc.start, bytes }, outcomes)
      for await (const part of streaming ?? parts) {
        book.add({ ...part, pointer: `${pointer}${part.pointer}` }, part.outcome)
        if (book.full) yield book.take()
      }
      held += bytes.length
      if (!book.full && held < MOST_HELD) continue
      held = 0
      yield book.take()
    }
  } catch (error) {
    yield book.take()
    if (!(error instanceof WarcError) && !(error instanceof PackingError)) throw error
    throw damagedFile(file, error.message)
  }
  yield book.take()
}
