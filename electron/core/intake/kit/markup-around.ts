// Owns what stands around the items of an XML or HTML file: decoding it once, though it is asked for while it is still being read, and its bytes.
import { type AnyNode, type Element, isTag } from 'domhandler'
import type { byteWindow } from './byte-window.ts'
import { decodeNodes } from './markup.ts'

/** What stands around items is small where it is asked for. */
const MOST = 32 * 2 ** 20

export interface AroundDecoder {
  /** What an item stands in: attributes, and children that are whole. */
  ancestors(ancestors: readonly Element[], decode: (bytes: Uint8Array) => string): void
  /** All that is not decoded yet, at the end of the file. */
  rest(nodes: readonly AnyNode[], decode: (bytes: Uint8Array) => string): void
}

/** @param isOpen whether an element is still being read */
export function aroundDecoder(xml: boolean, isOpen: (element: Element) => boolean): AroundDecoder {
  /** Decoded with all that is in them. */
  const whole = new WeakSet<Element>()
  /** Only their attributes are decoded. */
  const begun = new WeakSet<Element>()

  const begin = (element: Element, decode: (bytes: Uint8Array) => string) => {
    if (begun.has(element)) return
    begun.add(element)
    const { children } = element
    element.children = []
    decodeNodes(element, decode, xml)
    element.children = children
  }
  const finish = (element: Element, decode: (bytes: Uint8Array) => string) => {
    if (whole.has(element)) return
    if (begun.has(element)) for (const one of element.children) isTag(one) ? finish(one, decode) : null
    else decodeNodes(element, decode, xml)
    whole.add(element)
  }
  return {
    ancestors: (ancestors, decode) => {
      for (const one of ancestors) begin(one, decode)
      for (const one of ancestors) {
        for (const inner of one.children) {
          if (isTag(inner) && !begun.has(inner) && !isOpen(inner)) finish(inner, decode)
        }
      }
    },
    rest: (nodes, decode) => {
      for (const one of nodes) if (isTag(one)) finish(one, decode)
    },
  }
}

export interface AroundBytes {
  /** Takes what stands before this place and belongs to no item. */
  to(place: number): void
  /** An item ends here. */
  itemTo(place: number): void
  /** All that was taken; null where it is too large to be what it is taken for. */
  bytes(): Buffer | null
}

/** Gathers the bytes around items from a window over the file. */
export function aroundBytes(window: ReturnType<typeof byteWindow>): AroundBytes {
  let pieces: Buffer[] = []
  let size = 0
  let shared = 0
  return {
    to: (place) => {
      if (place <= shared) return
      size += place - shared
      const piece = window.take(shared, place)
      shared = place
      if (size <= MOST) pieces.push(Buffer.from(piece))
      else pieces = []
    },
    itemTo: (place) => {
      shared = place
    },
    bytes: () => (size <= MOST ? Buffer.concat(pieces) : null),
  }
}
