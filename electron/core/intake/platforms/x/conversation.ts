// Owns taking a conversation apart: the conversation itself, then every message and event in it as an item with its own bytes.

import type { JsonItem } from '../../../json/items.ts'
import { splitNested } from '../../../json/split-nested.ts'
import type { Outcome, ReadItem } from '../../draft.ts'
import { failed } from '../../kit/draft.ts'
import { isObject, textOrNull, unwrapped } from '../../kit/value.ts'
import { bytesOf, parseElement } from './elements.ts'
import type { Conversation } from './message.ts'

const HOLDS = 'A conversation: each message and event in it is an item of its own.'
const EMPTY = 'A conversation without any message or event.'

/** How an item inside a conversation is read; `position` is its running number in the file. */
export type ReadNested = (item: JsonItem, position: number, conversation: Conversation) => Outcome

/**
 * The items of one element of a conversation file; X’s own count is of conversations.
 * @param next gives running numbers
 */
export function* conversationItems(
  element: JsonItem,
  next: () => number,
  read: ReadNested,
): Generator<ReadItem, void, undefined> {
  const bytes = bytesOf(element)
  const whole = { position: next(), pointer: `/${element.index}`, start: element.start, bytes, nested: false }
  if (element.tooLarge) {
    const parsed = parseElement(element)
    yield { ...whole, outcome: parsed.ok ? passedOver(HOLDS) : failed(parsed.code, parsed.problem) }
    return
  }
  const { path, items, finding } = messagesIn(bytes)
  const conversation = conversationOf(bytes, items)
  const problem = finding ?? (conversation === null ? 'is malformed: whose conversation it is cannot be told' : null)
  const sound = passedOver(items.length === 0 ? EMPTY : HOLDS)
  yield { ...whole, outcome: problem === null ? sound : failed('conversation-malformed', problem) }
  const known = conversation ?? { id: null, name: null, ordinal: ordinals() }
  for (const item of items) {
    const position = next()
    yield {
      position,
      pointer: `/${element.index}/${path}/${item.index}`,
      start: element.start + item.start,
      bytes: bytesOf(item),
      outcome: read(item, position, known),
      nested: true,
    }
  }
}

/** Counts how often each key came before. */
export function ordinals(): (key: string) => number {
  const counts = new Map<string, number>()
  return (key) => {
    const count = counts.get(key) ?? 0
    counts.set(key, count + 1)
    return count
  }
}

interface Messages {
  readonly path: string
  readonly items: readonly JsonItem[]
  /** What is wrong with the list, completing “This item …”. */
  readonly finding: string | null
}

/** Some exports of 2018 and 2019 do not wrap their records. */
function messagesIn(bytes: Buffer): Messages {
  const wrapped = splitNested(bytes, ['dmConversation', 'messages'])
  const bare = wrapped.finding?.code === 'path-absent' ? splitNested(bytes, ['messages']) : wrapped
  const { items, finding } = bare.finding?.code === 'path-absent' ? wrapped : bare
  return {
    path: bare === wrapped ? 'dmConversation/messages' : 'messages',
    items,
    finding: finding === null ? null : finding.sentence.replace(/\.? \(byte \d+\)$/, ''),
  }
}

/** What stands in the element around its messages; null where that is malformed. */
function conversationOf(bytes: Buffer, items: readonly JsonItem[]): Conversation | null {
  const [first, last] = [items[0], items.at(-1)]
  const shell =
    first && last ? Buffer.concat([bytes.subarray(0, first.start), bytes.subarray(last.start + last.length)]) : bytes
  try {
    const value: unknown = JSON.parse(shell.toString('utf8'))
    if (!isObject(value)) return null
    const { conversationId, name } = unwrapped(value, 'dmConversation')
    return { id: textOrNull(conversationId), name: textOrNull(name) ?? latestName(items), ordinal: ordinals() }
  } catch {
    return null
  }
}

/** The newest name that somebody gave the conversation; the newest event stands first. */
function latestName(items: readonly JsonItem[]): string | null {
  for (const item of items) {
    if (item.tooLarge || item.length > 2000 || !item.bytes.includes('conversationNameUpdate')) continue
    const parsed = parseElement(item)
    const event = parsed.ok && isObject(parsed.value) ? parsed.value.conversationNameUpdate : null
    if (isObject(event)) return textOrNull(event.name)
  }
  return null
}

function passedOver(reason: string): Outcome {
  return { type: 'passed-over', reason }
}
