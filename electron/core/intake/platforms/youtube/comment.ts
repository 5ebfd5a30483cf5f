// Owns making records of comments and live chat messages, in both shapes of their text.
import type { Outcome } from '../../draft.ts'
import { failed, record } from '../../kit/draft.ts'
import type { Row } from '../../kit/row.ts'
import { writtenTime } from '../../kit/time.ts'
import { columnsOf } from './columns.ts'
import { watchAddress, wordsOf } from './segments.ts'

/** A row of a table of comments or of live chats. @param header the table's own; empty where it has none */
export function commentOutcome({ cells }: Row, header: readonly string[]): Outcome {
  const columns = columnsOf(header, cells)
  const at = (place: number) => (cells[place] ?? '').trim()
  const raw = cells[columns.text] ?? ''
  const id = at(columns.id)
  if (id === '' && raw === '') return failed('comment-empty', 'has neither a number nor words, as a comment must')
  const { text, links } = wordsOf(raw)
  const [video, post, parent] = [at(columns.video), at(columns.post), at(columns.parent)]
  const target = video || post
  const price = at(columns.price)
  const place =
    video !== ''
      ? [{ shown: video, target: watchAddress(video) }]
      : post === ''
        ? []
        : [{ shown: post, target: `https://www.youtube.com/post/${post}` }]
  return record({
    kind: 'comment',
    id: id || null,
    key: target,
    time: writtenTime(at(columns.time), 'UTC'),
    author: at(columns.channel),
    conversation: target || null,
    parent: parent || at(columns.top) || target || null,
    text,
    links: [...links, ...place],
    details: { video, post, thread: at(columns.top), price: price === '0' ? '' : price },
    content: { text, video, parent, ...(post === '' ? {} : { post }) },
  })
}
