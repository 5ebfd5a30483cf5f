// Owns making records of comments and live chat messages, in both shapes of their text.
import type { Outcome } from '../../draft.ts'
import { failed, record } from '../../kit/draft.ts'
import type { Row } from '../../kit/row.ts'
import { writtenTime } from '../../kit/time.ts'
import { isObject, objectsOf, textOf } from '../../kit/value.ts'
import type { Columns } from './columns.ts'

/** A row of a table of comments or of live chats. */
export function commentOutcome({ cells, header }: Row, columns: Columns): Outcome {
  const at = (place: number) => cells[place] ?? ''
  const id = at(columns.id)
  const raw = at(columns.text)
  if (id === '' && raw === '') return failed('comment-empty', 'has neither a number nor words, as a comment must')
  const segments = segmentsOf(raw)
  const text = segments === null ? raw : segments.map(({ text: piece }) => textOf(piece)).join('')
  const links = (segments ?? []).flatMap(({ link, text: piece }) =>
    isObject(link) && textOf(link.linkUrl) !== '' ? [{ shown: textOf(piece), target: textOf(link.linkUrl) }] : [],
  )
  const video = at(columns.video)
  const price = at(header.findIndex((cell) => /^price$/i.test(cell.trim())))
  return record({
    kind: 'comment',
    id: id || null,
    key: video,
    time: writtenTime(at(columns.time), 'UTC'),
    author: at(columns.channel),
    conversation: video || null,
    parent: at(columns.parent) || video || null,
    text,
    links: video === '' ? links : [...links, { shown: video, target: `https://www.youtube.com/watch?v=${video}` }],
    details: { video, price: price === '0' ? '' : price },
    content: { text, video, parent: at(columns.parent) },
  })
}

/** `{"takeoutSegments":[…]}`, or objects one after another without brackets; null where it is plain text. */
function segmentsOf(raw: string): ReturnType<typeof objectsOf> | null {
  if (!raw.trimStart().startsWith('{')) return null
  try {
    const parsed: unknown = JSON.parse(`[${raw}]`)
    const list = objectsOf(parsed)
    const [first] = list
    return Array.isArray(first?.takeoutSegments) ? objectsOf(first.takeoutSegments) : list
  } catch {
    return null
  }
}
