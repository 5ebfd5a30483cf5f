// Owns making records of what stands in a conversation: messages, and what happened in it besides.
import type { Outcome } from '../../draft.ts'
import { failed } from '../../kit/draft.ts'
import {
  baseName,
  filled,
  idOf,
  isObject,
  type JsonObject,
  listOf,
  objectsOf,
  textOf,
  textsOf,
} from '../../kit/value.ts'
import type { EventContent, LinkContent, MessageContent } from './content.ts'
import { eventText } from './conversation-event.ts'
import { type Drafting, PLAIN, record, timeFields } from './drafting.ts'
import { type NamedMedia, roleOf } from './media-index.ts'
import { sourceTime } from './time.ts'

/** What is known while a conversation is read. */
export interface Conversation {
  /** Null where the export does not say. */
  readonly id: string | null
  readonly name: string | null
  /** How often an event of this kind and time stood in it before. */
  readonly ordinal: (key: string) => number
}

export interface MessageDrafting extends Drafting {
  /** Tells of each message's id, so that headers can be checked. */
  readonly seen: (id: string) => void
}

/** A parsed element of a conversation's list: an object with one key, X's name for what it is. */
export function conversationOutcome(value: unknown, conversation: Conversation, drafting: MessageDrafting): Outcome {
  const [event, about] = isObject(value) ? (Object.entries(value)[0] ?? []) : []
  if (event === undefined || !isObject(about)) {
    return failed('message-unreadable', 'is not an object with a name, as a message or event must be')
  }
  if (idOf(about.id) !== null && typeof about.text === 'string') return message(event, about, conversation, drafting)
  if (event === 'messageCreate') return failed('message-without-id', 'has no number or no text, as a message must')
  return happening(event, about, conversation, drafting)
}

function message(event: string, about: JsonObject, conversation: Conversation, drafting: MessageDrafting): Outcome {
  const id = idOf(about.id) ?? ''
  drafting.seen(id)
  const time = sourceTime(about.createdAt, drafting.latest(id))
  const urls = objectsOf(about.urls).map((url) => ({
    short: textOf(url.url),
    target: textOf(url.expanded) || textOf(url.expandedUrl) || textOf(url.url),
    shown: textOf(url.display) || textOf(url.displayUrl) || textOf(url.url),
  }))
  const files = textsOf(about.mediaUrls).map(baseName)
  const reactions = sortedReactions(about.reactions)
  const editHistory = listOf(about.editHistory)
  const recipient = idOf(about.recipientId)
  const text = textOf(about.text)
  const content: MessageContent = {
    text,
    senderId: idOf(about.senderId) ?? '',
    recipientId: recipient,
    createdAt: time.at ?? time.atSource,
    urls: urls.map(({ short, target }): LinkContent => [short, target]),
    media: files,
    reactions,
    editHistory,
  }
  return record({
    ...PLAIN,
    kind: 'message',
    nativeId: id,
    ...timeFields(time, drafting),
    author: content.senderId,
    conversation: conversation.id,
    text,
    links: urls.map(({ shown, target }) => ({ shown, target })),
    details: filled({
      recipients: recipient === null ? [] : [recipient],
      conversationName: conversation.name,
      sentBy: content.senderId !== '' && content.senderId === drafting.owner.nativeId ? drafting.owner.handle : null,
      reactions,
      editHistory,
      shortLinks: urls.map(({ short }) => short),
      welcome: event === 'welcomeMessageCreate' ? true : null,
    }),
    content,
    media: drafting.media.filesOf(
      id,
      files.map((name): NamedMedia => ({ role: roleOf(name), names: [`${id}-${name}`], alt: null })),
    ),
  })
}

function happening(event: string, about: JsonObject, conversation: Conversation, drafting: MessageDrafting): Outcome {
  const time = sourceTime(about.createdAt, drafting.latest(''))
  const key = `${conversation.id ?? ''}:${event}:${textOf(about.createdAt)}`
  const content: EventContent = { event, about: inAnyOrder(about) }
  return record({
    ...PLAIN,
    kind: 'conversation-event',
    nativeId: `${key}:${conversation.ordinal(key)}`,
    ...timeFields(time, drafting),
    author: idOf(about.initiatingUserId) ?? textsOf(about.userIds)[0] ?? '',
    conversation: conversation.id,
    text: eventText(event, about, drafting.owner),
    details: filled({ event, conversationName: conversation.name, about }),
    content,
  })
}

/** In the order of their ids, so that the order in the export makes no version. */
function sortedReactions(value: unknown): readonly JsonObject[] {
  const key = (one: JsonObject) => `${textOf(one.eventId)} ${textOf(one.senderId)} ${textOf(one.reactionKey)}`
  return objectsOf(value).toSorted((one, other) => (key(one) < key(other) ? -1 : 1))
}

/** Lists of people in the order of their numbers: the export gives them in none. */
function inAnyOrder(about: JsonObject): JsonObject {
  const entries = Object.entries(about).map(([name, value]) => [name, Array.isArray(value) ? value.toSorted() : value])
  return Object.fromEntries(entries)
}
