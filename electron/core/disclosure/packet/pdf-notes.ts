// The notes below a record: for each number in “[redacted 1]” the ground, and what was taken out, neutrally (OMC 2.20.240).
import { piecesByGround } from '../../../../shared/text/redact.ts'
import type { Telling } from '../../typeset/heard.ts'
import type { Span, Text } from '../../typeset/setting.ts'
import type { PrintedGround } from '../review/frozen.ts'
import type { Told } from './released.ts'
import { groundRows } from './withholding-log.ts'

/** Number and words of each note, in the order of the numbers; none where nothing is kept back. */
export function notesOf(
  decision: Told['decision'],
  grounds: readonly PrintedGround[],
): (readonly [number: string, text: string])[] {
  if (decision === null) return []
  const cited = new Map(groundRows(grounds).map(({ key, citation }) => [key, citation]))
  return decision.log
    .toSorted((a, b) => a.key - b.key)
    .map(({ key, describes, places }) => {
      const where = places > 1 ? ` (${places} places)` : ''
      const what = describes === '' ? '' : `: ${describes}`
      return [String(key), `${cited.get(key) ?? ''}${what}${where}.`] as const
    })
}

/** What of a document a record is written with. */
export type Paper = Pick<Telling, 'heading' | 'paragraph' | 'facts' | 'image'>

/** A document in which each number of a mark “[redacted 1]” leads to the note that tells of it, below the same record. */
export function leadingToNotes(doc: Telling, decision: Told['decision']): Paper {
  const known = new Set(decision?.log.map(({ key }) => String(key)))
  if (known.size === 0) return doc
  const led = (text: Text): Text => {
    const spans = typeof text === 'string' ? [{ text }] : text
    const pieces = spans.flatMap((span) => piecesOf(span, known))
    return pieces.some(({ note }) => note !== undefined) ? pieces : text
  }
  return {
    heading: (level, text, options) => doc.heading(level, led(text), options),
    paragraph: (text, options) => doc.paragraph(led(text), options),
    facts: (rows, options) =>
      doc.facts(
        Array.from(rows, ([label, value]) => [label, led(value)] as const),
        options,
      ),
    image: (bytes, { caption, ...options }) =>
      doc.image(bytes, caption === undefined ? options : { ...options, caption: led(caption) }),
  }
}

function piecesOf(span: Span, known: ReadonlySet<string>): Span[] {
  const { link: _link, ...plain } = span
  return piecesByGround(span.text, known).map(({ text, ground }) =>
    ground === null ? { ...span, text } : { ...plain, text, note: ground },
  )
}
