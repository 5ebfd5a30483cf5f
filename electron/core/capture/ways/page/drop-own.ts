// Owns leaving out of stored pages what is the operator's own: their name, feed and notices, by the marks that the site makes for them.
import { selectAll } from 'css-select'
import type { AnyNode, Element } from 'domhandler'
import { parseDocument } from 'htmlparser2'

const SPACE = 0x20

/**
 * The page with every part that a selector names overwritten by spaces, so that its length and all else stay.
 * @param bytes HTML in an encoding in which ASCII stands for itself @param own selectors
 */
export function dropOwn(bytes: Uint8Array, own: readonly string[]): Uint8Array {
  if (own.length === 0) return bytes
  // Read byte for byte as Latin-1: a place in the text is a place in the bytes.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  const document = parseDocument(text, { withStartIndices: true, withEndIndices: true })
  const found = selectAll<AnyNode, Element>(own.join(','), document)
  if (found.length === 0) return bytes
  const left = Buffer.from(bytes)
  for (const { startIndex, endIndex } of found)
    if (startIndex !== null && endIndex !== null) left.fill(SPACE, startIndex, endIndex + 1)
  return left
}
