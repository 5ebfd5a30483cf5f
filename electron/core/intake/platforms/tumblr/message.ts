// Owns making records of messages.
import type { Element } from 'domhandler'
import type { Outcome } from '../../draft.ts'
import { record } from '../../kit/draft.ts'
import { children, plainText } from '../../kit/markup.ts'
import type { MarkupPlace } from '../../kit/markup-reader.ts'
import type { Reading } from '../../kit/spec.ts'
import { secondsTime } from '../../kit/time.ts'
import { baseName } from '../../kit/value.ts'
import type { TumblrState } from './state.ts'
import type { Thread } from './talk.ts'

const DEDUCED =
  'Tumblr names the senders of messages by number only. The name was told by which number and which name all conversations share.'

interface Counted {
  readonly threads: WeakMap<Element, Thread>
  next: number
}

const counted = new WeakMap<Reading<TumblrState>, Counted>()

/** A message; its conversation is the one that it stands in. */
export function messageOutcome(message: Element, { ancestors }: MarkupPlace, reading: Reading<TumblrState>): Outcome {
  const { attribs } = message
  const sender = attribs.participant ?? ''
  const thread = threadOf(
    ancestors.findLast(({ name }) => name === 'conversation'),
    reading,
  )
  const conversation = ancestors.findLast(({ name }) => name === 'conversation')
  const name = thread?.authors.get(sender)
  const words = message.children
    .filter((one) => one.type === 'text' || one.type === 'cdata')
    .map(plainText)
    .join('')
    .trim()
  const isAddress = /^https?:\/\/\S+$/.test(words)
  const isLink = attribs.type === 'POSTREF' || isAddress
  const pictures = [
    ...children(message, 'photo-url').map((one) => plainText(one).trim()),
    ...(attribs.type === 'IMAGE' && isAddress ? [words] : []),
  ]
  const { owner = '' } = reading.state.threads.get(reading.file.name) ?? {}
  return record({
    kind: 'message',
    key: [owner, sender].filter((part) => part !== '').join(' '),
    time: secondsTime(attribs.ts),
    author: name ?? sender,
    conversation: thread?.label || null,
    text: words,
    links: isLink && words !== '' ? [{ shown: words, target: words }] : [],
    details: {
      type: attribs.type,
      participants: thread?.names.filter((one) => one !== ''),
      senderNumber: sender,
      authorToldBy: name === undefined ? '' : DEDUCED,
      conversationState: conversation?.attribs.status,
    },
    content: { words, type: attribs.type ?? null, pictures: pictures.map(baseName) },
    media: pictures.filter((uri) => uri !== '').map((uri) => reading.media.file({ uri, role: 'photo' })),
  })
}

/** Conversations that hold messages come in the order in which they were looked through. */
function threadOf(conversation: Element | undefined, reading: Reading<TumblrState>): Thread | undefined {
  if (conversation === undefined) return undefined
  const book = counted.get(reading) ?? { threads: new WeakMap<Element, Thread>(), next: 0 }
  counted.set(reading, book)
  const known = book.threads.get(conversation)
  if (known !== undefined) return known
  const thread = reading.state.threads.get(reading.file.name)?.list[book.next]
  book.next += 1
  if (thread !== undefined) book.threads.set(conversation, thread)
  return thread
}
