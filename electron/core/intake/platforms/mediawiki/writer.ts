// Owns who made a change to a wiki. An address of a computer is nobody's name: it stays in the source.
import type { Element } from 'domhandler'
import { child, childText } from '../../kit/markup.ts'

/** The writer's name, and what else the dump says or hides of the writer. */
export function writerOf(element: Element) {
  const contributor = child(element, 'contributor')
  const author = childText(contributor, 'username')
  const hidden = contributor?.attribs.deleted !== undefined
  return {
    author: { author },
    details: {
      withoutAccount: (child(contributor, 'ip') !== undefined && author === '') || undefined,
      suppressedWriter: hidden || undefined,
    },
  }
}
