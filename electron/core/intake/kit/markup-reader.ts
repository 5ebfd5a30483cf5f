// Owns reading XML and HTML files of any platform item by item: streaming, recovering from what is not well-formed.
import type { Document, Element } from 'domhandler'
import type { Outcome, ReadItem } from '../draft.ts'
import { byteWindow } from './byte-window.ts'
import { charsetOf, decoderFor } from './charset.ts'
import { failed } from './draft.ts'
import { damagedFile, itemBook } from './items.ts'
import { decodeNodes } from './markup.ts'
import { aroundBytes, aroundDecoder } from './markup-around.ts'
import { markupTree } from './markup-tree.ts'
import type { FileReader, Reading } from './spec.ts'

/** Where an item stands. */
export interface MarkupPlace {
  /** Among the file's items. */
  readonly index: number
  /** What the item stands in, the root first, each with what stood in it before. */
  readonly ancestors: readonly Element[]
}

interface MarkupSpec<Given> {
  readonly xml: boolean
  /** Asked for each element outside items; its children are not there yet. */
  readonly isItem: (element: Element, ancestors: readonly Element[]) => boolean
  readonly make: (element: Element, place: MarkupPlace, reading: Given) => Outcome | readonly Outcome[]
  /** Records made of what stands around the items, which is kept where this is given; `leftOpen` names elements that were never closed. */
  readonly rest?: (document: Document, leftOpen: ReadonlySet<string>, reading: Given) => readonly Outcome[]
}

/** Larger items are not kept in memory: no honest export has them. */
const MOST = 256 * 2 ** 20

/** A reader of XML or HTML files. */
export function markupReader<State>(spec: MarkupSpec<Reading<State>>): FileReader<State> {
  return (reading) => {
    const { tree, file, signal } = reading
    return markupItems(spec, tree.set.read(file.member, signal), reading, (sentence) => damagedFile(file, sentence))
  }
}

/** The items of XML or HTML wherever its bytes come from. @param damaged what is thrown where it cannot be read further */
export async function* markupItems<Given extends { readonly signal: AbortSignal }>(
  spec: MarkupSpec<Given>,
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
  reading: Given,
  damaged: (sentence: string) => Error,
): AsyncGenerator<readonly ReadItem[], void, undefined> {
  const window = byteWindow()
  const book = itemBook()
  let decode = decoderFor('utf-8')
  const tree = markupTree(spec.xml, (element, ancestors) => spec.isItem(element, ancestors), spec.rest !== undefined)
  const around = aroundDecoder(spec.xml, tree.isOpen)
  const outside = spec.rest === undefined ? null : aroundBytes(window)
  let size = 0
  let index = 0

  const takeItems = () => {
    for (const { element, ancestors, start, end } of tree.take()) {
      decodeNodes(element, decode, spec.xml)
      around.ancestors(ancestors, decode)
      outside?.to(start)
      const bytes = window.take(start, end)
      outside?.itemTo(end)
      const pointer = `/${element.name}[${index}]`
      const outcome =
        bytes.length === 0
          ? failed('item-too-large', 'is larger than any item of an export')
          : spec.make(element, { index, ancestors }, reading)
      book.add({ pointer, start, bytes }, outcome)
      index += 1
    }
  }

  for await (const chunk of chunks) {
    reading.signal.throwIfAborted()
    if (size === 0) decode = decoderFor(charsetOf(chunk.subarray(0, 32_768)))
    window.add(chunk)
    size += chunk.length
    tree.write(chunk.toString('latin1'))
    takeItems()
    if (size - tree.needed > MOST) {
      yield book.take()
      throw damaged('holds an element that is larger than any item of an export; it and what follows were not read.')
    }
    outside?.to(tree.needed)
    window.forget(tree.needed)
    if (book.full) yield book.take()
  }
  tree.end()
  takeItems()
  outside?.to(size)
  const bytes = outside?.bytes() ?? null
  if (spec.rest !== undefined && bytes !== null) {
    around.rest(tree.document.children, decode)
    const outcomes = spec.rest(tree.document, tree.leftOpen, reading)
    if (outcomes.length > 0) book.add({ pointer: '/', start: 0, bytes }, outcomes)
  }
  yield book.take()
}
