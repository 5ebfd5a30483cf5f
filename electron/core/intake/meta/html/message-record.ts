// Owns making records of the cards of a conversation's page.
import { type AnyNode, type Element, isTag } from 'domhandler'
import type { Outcome } from '../../draft.ts'
import { passedOver, record } from '../../kit/draft.ts'
import { blockText, children, elementsIn, hasClass } from '../../kit/markup.ts'
import type { MarkupPlace } from '../../kit/markup-reader.ts'
import type { Reading } from '../../kit/spec.ts'
import type { TimeFields } from '../../kit/time.ts'
import { baseName } from '../../kit/value.ts'
import { conversationOfFile } from '../message.ts'
import { type Body, bodyOf } from './body.ts'
import { cardsWithin, partsOf } from './card.ts'
import { isPageTime, pageTime } from './dates.ts'
import { pageOf, titleIn } from './page-state.ts'
import { isThreadPage } from './pages.ts'

/** A card of a conversation: a message, the list of who takes part, or several messages in one frame. */
export function messageCard<State>(
  card: Element,
  { index, ancestors }: MarkupPlace,
  reading: Reading<State>,
): Outcome | readonly Outcome[] {
  const page = pageOf(reading)
  if (index === 0) {
    page.title = titleIn(ancestors)
    page.participants = participantsBefore(ancestors)
  }
  const several = cardsWithin(card)
  if (several.length > 0) return several.map((one) => oneMessage(one, reading))
  return oneMessage(card, reading)
}

function oneMessage<State>(card: Element, reading: Reading<State>): Outcome {
  const page = pageOf(reading)
  const { heading, body: nodes, foot } = partsOf(card)
  const body = bodyOf(nodes)
  if (foot === '') {
    const line = [heading, ...body.blocks].find((one) => /^[^:：]{2,40}[:：]\s*\S/.test(one))
    if (line !== undefined && body.media.length === 0 && page.participants === null) {
      page.participants = line.replace(/^[^:：]*[:：]\s*/, '')
      return passedOver('The list of who takes part in a conversation: each of its messages carries the names.')
    }
    if (heading === '' && body.blocks.length === 0 && body.media.length === 0)
      return passedOver('A frame of the page with nothing in it.')
    if (heading === '' || (body.blocks.length === 0 && body.media.length === 0))
      return passedOver('A line on the conversation as a whole, such as its name or a link to join it.')
  }
  const { text, quoted, beside } = slotsOf(nodes, body)
  return messageRecord(reading, {
    sender: heading,
    time: pageTime(foot, page.order),
    text,
    body,
    details: { quoted, shared: beside },
  })
}

export interface MessageSaid {
  readonly sender: string
  readonly time: TimeFields
  readonly text: string
  readonly body: Body
  readonly details: Readonly<Record<string, unknown>>
  readonly conversation?: string
}

/** A message as a record, with its conversation and who takes part. */
export function messageRecord<State>(reading: Reading<State>, said: MessageSaid): Outcome {
  const { sender, time, text, body, details } = said
  const page = pageOf(reading)
  const path = reading.file.member.name
  const own = isThreadPage(path) ? conversationOfFile(path) : page.title
  const conversation = said.conversation ?? (own === '' ? null : own)
  return record({
    kind: 'message',
    key: [conversation ?? '', sender].filter((one) => one !== '').join(' '),
    time,
    author: sender,
    text,
    conversation,
    links: body.links,
    media: body.media.map((named) => reading.media.file(named)),
    content: {
      at: time.atSource,
      sender,
      text,
      media: body.media.map(({ uri }) => baseName(uri)),
      links: body.links.map(({ target }) => target),
    },
    details: {
      title: page.title,
      participants: page.participants,
      ...details,
      fields: body.fields,
      reactions: body.reactions.map((shown) => reactionOf(shown, page.order)),
    },
  })
}

/** `❤Jane Doe (Sep 22, 2025 6:34 am)`: the sign, who, when. The words stay where they cannot be told apart. */
function reactionOf(shown: string, order: Parameters<typeof isPageTime>[1]): Record<string, string> {
  const dated = /^(.*?)\s*\(([^()]{6,60})\)$/su.exec(shown)
  const [words, at] =
    dated !== null && isPageTime(dated[2] ?? '', order) ? [dated[1] ?? '', dated[2] ?? ''] : [shown, '']
  const parts =
    /^((?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|[\u200d\ufe0f])+)\s*(.*)$/su.exec(words)
  const said = parts === null ? { shown: words } : { reaction: parts[1] ?? '', actor: parts[2] ?? '' }
  return at === '' ? said : { ...said, at }
}

/** Meta lays a message out in slots: what it answers, its words, what it shares, reactions. Elsewhere all words are the message's. */
function slotsOf(
  nodes: readonly AnyNode[],
  { blocks }: Body,
): { text: string; quoted: string; beside: readonly string[] } {
  const frame = frameOf(nodes)
  const slots = frame === undefined ? [] : children(frame, 'div')
  const whole = { text: blocks.join('\n'), quoted: '', beside: [] }
  if (frame === undefined || slots.length < 2 || slots.length !== children(frame).length) return whole
  const [answered, words, ...others] = slots.map((slot) => bodyOf([slot]).blocks)
  const beside = others.flat()
  if (words === undefined || words.length + beside.length + (answered?.length ?? 0) === 0) return whole
  if ((answered?.length ?? 0) > 0 && words.length === 0) return { ...whole, text: answered?.join('\n') ?? '', beside }
  return { text: words.join('\n'), quoted: answered?.join('\n') ?? '', beside }
}

/** The innermost element that holds everything of the body. */
function frameOf(nodes: readonly AnyNode[]): Element | undefined {
  let tags = nodes.filter(isTag)
  let frame: Element | undefined
  while (tags.length === 1 && tags[0] !== undefined) {
    frame = tags[0]
    tags = [...children(frame)]
  }
  return frame
}

/** Some pages name who takes part above the cards. */
function participantsBefore(ancestors: readonly Element[]): string | null {
  const lines = ancestors.flatMap((one) =>
    elementsIn(one, (inner) => hasClass(inner, '_3b0d') || hasClass(inner, '_a70e')),
  )
  const line = lines.map(blockText).find((text) => /^participants\s*[:：]/i.test(text))
  return line === undefined ? null : line.replace(/^[^:：]*[:：]\s*/, '')
}
