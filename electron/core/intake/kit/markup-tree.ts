// Owns building a tree from XML or HTML as it streams in, byte for byte (latin1), and handing items over as they close.
import { CDATA, Document, Element, Text } from 'domhandler'
import { Parser } from 'htmlparser2'

/** Deeper elements are taken as their parent's content: no export is so deep, and trees are walked by functions that call themselves. */
const DEEPEST = 400

/** An item as it closed. */
export interface ClosedItem {
  readonly element: Element
  readonly ancestors: readonly Element[]
  /** Bytes of the file. */
  readonly start: number
  readonly end: number
}

export interface MarkupTree {
  /** Text in latin1, so that places are bytes. */
  write(latin1: string): void
  end(): void
  /** Items closed since the last call. */
  take(): readonly ClosedItem[]
  /** Where the item begins that is being read, else how far everything was read: nothing before it is asked for again. */
  readonly needed: number
  /** Names of elements that were never closed, each once: what holds them, or the end of the file, closed them. */
  readonly leftOpen: ReadonlySet<string>
  /** Whether an element is still being read. */
  readonly isOpen: (element: Element) => boolean
  readonly document: Document
}

type Holder = Document | Element | CDATA

/**
 * @param isItem asked for each element that opens outside an item; closed items are taken off the tree
 * @param keepsRest whether what held items stays in the tree when it closes
 */
export function markupTree(
  xml: boolean,
  isItem: (element: Element, ancestors: readonly Element[]) => boolean,
  keepsRest = false,
): MarkupTree {
  const document = new Document([])
  const stack: Element[] = []
  let cdata: CDATA | null = null
  let item: { readonly element: Element; readonly start: number; readonly depth: number } | null = null
  let overflow = 0
  let read = 0
  let closed: ClosedItem[] = []
  const holding = new Set<Element>()
  const leftOpen = new Set<string>()
  /** Where the tag ends that opened last: an element that closes there has no closing tag and needs none. */
  let openedTo = -1

  const top = (): Holder => cdata ?? stack[stack.length - 1] ?? document
  const append = (node: Element | Text | CDATA) => {
    const parent = top()
    node.parent = parent
    parent.children.push(node)
  }
  const parser = new Parser(
    {
      onopentag(name, attribs) {
        read = parser.startIndex
        openedTo = parser.endIndex
        if (stack.length >= DEEPEST) {
          overflow += 1
          return
        }
        const element = new Element(name, attribs)
        element.startIndex = parser.startIndex
        if (item === null && isItem(element, stack)) {
          element.parent = top()
          item = { element, start: parser.startIndex, depth: stack.length }
          for (const one of stack) holding.add(one)
        } else append(element)
        stack.push(element)
      },
      ontext(data) {
        const last = top().children.at(-1)
        if (last instanceof Text) last.data += data
        else append(new Text(data))
      },
      oncdatastart() {
        const node = new CDATA([])
        append(node)
        cdata = node
      },
      oncdataend() {
        cdata = null
      },
      onclosetag(name, implied) {
        if (xml && implied && parser.endIndex !== openedTo) leftOpen.add(name)
        if (overflow > 0) {
          overflow -= 1
          return
        }
        const element = stack.pop()
        // Where the next tag implies the end, it does not belong to what ended.
        const end = implied && parser.endIndex !== openedTo ? parser.startIndex : parser.endIndex + 1
        read = end
        if (element === undefined) return
        element.endIndex = end - 1
        if (item !== null && element === item.element) {
          closed.push({ element, ancestors: [...stack], start: item.start, end })
          item = null
        } else if (item === null && holding.delete(element) && stack.length > 0 && !keepsRest) {
          // What held items is done with: a dump has a million pages.
          stack[stack.length - 1]?.children.pop()
        }
      },
    },
    { xmlMode: xml, decodeEntities: false, recognizeCDATA: xml, lowerCaseTags: !xml, lowerCaseAttributeNames: !xml },
  )

  return {
    write: (latin1) => parser.write(latin1),
    end: () => parser.end(),
    take: () => {
      const taken = closed
      closed = []
      return taken
    },
    get needed() {
      return closed[0]?.start ?? item?.start ?? read
    },
    leftOpen,
    isOpen: (element) => stack.includes(element),
    document,
  }
}
