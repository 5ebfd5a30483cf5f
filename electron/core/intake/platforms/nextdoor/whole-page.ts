// Owns pages and texts of a Nextdoor export in which no table was found: kept whole, as one record, so that nothing is lost.
import type { Outcome } from '../../draft.ts'
import { charsetOf, decoderFor } from '../../kit/charset.ts'
import { passedOver, record } from '../../kit/draft.ts'
import { blockText, elementsIn, linksIn, parseMarkup } from '../../kit/markup.ts'
import { NO_TIME } from '../../kit/time.ts'

/** @param fileName tells such records apart: nothing in them is known to */
export function pageOutcome(bytes: Uint8Array, fileName: string): Outcome {
  const buffer = Buffer.from(bytes)
  const plain = decoderFor(charsetOf(buffer.subarray(0, 32_768)))(bytes).replace(/^\ufeff/, '')
  const page = /<(?:!doctype|html|body|head)\b/i.test(plain.slice(0, 2000)) ? parseMarkup(bytes, false) : null
  const text = page === null ? plain.trim() : blockText(page)
  if (text === '') return passedOver('A page that says nothing.')
  const [title] = elementsIn(page ?? undefined, ({ name }) => name === 'title').map(blockText)
  return record({
    kind: 'other',
    key: fileName,
    time: NO_TIME,
    author: '',
    text,
    links: page === null ? [] : linksIn(page),
    details: { title, file: fileName },
    content: { text },
  })
}
