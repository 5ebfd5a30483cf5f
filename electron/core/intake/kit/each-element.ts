// Owns reading an XML file once before its records are made: for what other files and other items refer to.
import type { Element } from 'domhandler'
import { MemberError } from '../archive/archive.ts'
import { charsetOf, decoderFor } from './charset.ts'
import { decodeNodes } from './markup.ts'
import { markupTree } from './markup-tree.ts'
import type { Peek, Survey } from './peek.ts'

/** Larger elements are not kept in memory: no honest export has them. */
const MOST = 256 * 2 ** 20

/** Hands over every element of a name; of a damaged file those before the damage. Throws the signal's reason. */
export async function eachElement(
  { tree }: Survey,
  { member, head }: Peek,
  name: string,
  signal: AbortSignal,
  take: (element: Element) => void,
): Promise<void> {
  const decode = decoderFor(charsetOf(head))
  const markup = markupTree(true, (element) => element.name === name)
  let size = 0
  const takeAll = () => {
    for (const { element } of markup.take()) {
      decodeNodes(element, decode, true)
      take(element)
    }
  }
  try {
    for await (const chunk of tree.set.read(member, signal)) {
      signal.throwIfAborted()
      size += chunk.length
      markup.write(chunk.toString('latin1'))
      takeAll()
      if (size - markup.needed > MOST) return
    }
    markup.end()
    takeAll()
  } catch (error) {
    if (!(error instanceof MemberError)) throw error
  }
}
