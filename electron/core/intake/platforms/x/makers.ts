// Owns how the elements of each kind of file become items.

import type { JsonItem } from '../../../json/items.ts'
import type { Outcome, ReadItem } from '../../draft.ts'
import { failed } from '../../kit/draft.ts'
import { nameChangeOutcome, profileOutcome } from './account-record.ts'
import { conversationItems, ordinals } from './conversation.ts'
import type { Drafting } from './drafting.ts'
import { bytesOf, parseElement } from './elements.ts'
import type { ReadType } from './file-type.ts'
import { messageHeader, postHeader, type SeenIds } from './header.ts'
import { conversationOutcome } from './message.ts'
import { loneNote } from './note.ts'
import type { NoteIndex } from './note-index.ts'
import type { Oddities } from './oddities.ts'
import { postOutcome } from './post.ts'
import { articleOutcome, chatOutcome, momentOutcome, spaceOutcome } from './rare-record.ts'
import { savedOutcome } from './saved.ts'

/** What is known while one file is read. */
export interface FileReading {
  /** The file's index in the plan. */
  readonly place: number
  readonly type: ReadType
  readonly drafting: Omit<Drafting, 'odd'>
  readonly notes: NoteIndex
  readonly ids: SeenIds
  /** Whether ids are worth remembering: there are headers to be checked. */
  readonly remember: boolean
  readonly oddities: Oddities
}

/** The items of one element. */
export type Maker = (element: JsonItem) => Iterable<ReadItem>

/** How a file's elements are read. Make it anew for each reading of the file: it counts. */
export function makerFor(reading: FileReading): Maker {
  const { shape } = reading.type
  if (shape === 'conversation' || shape === 'conversation-header') return conversationMaker(reading)
  const read = elementReader(reading)
  return (element) => {
    const position = element.index
    return [
      { position, pointer: null, start: element.start, bytes: bytesOf(element), outcome: read(element), nested: false },
    ]
  }
}

function elementReader(reading: FileReading): (element: JsonItem) => Outcome {
  const { oddities } = reading
  let position = 0
  const drafting: Drafting = { ...reading.drafting, odd: (code, example) => oddities.add(code, position, example) }
  const outcome = outcomeMaker(reading, drafting, () => position)
  return (element) => {
    position = element.index
    const parsed = parseElement(element)
    if (!parsed.ok) return failed(parsed.code, parsed.problem)
    if (!parsed.utf8) oddities.add('not-utf8', position, '')
    return outcome(parsed.value)
  }
}

function outcomeMaker(reading: FileReading, drafting: Drafting, position: () => number): (value: unknown) => Outcome {
  const { type, notes, place, ids, remember } = reading
  const deleted = type.deleted === true
  switch (type.shape) {
    case 'post': {
      const set = deleted ? ids.deleted : ids.live
      const posts = { ...drafting, notes, type, seen: remember ? set.add : () => {} }
      return (value) => postOutcome(value, posts)
    }
    case 'note':
      return (value) => {
        const why = notes.whyAlone(place, position())
        return why === null ? { type: 'joined' } : loneNote(value, deleted ? 'deleted' : 'live', why, drafting)
      }
    case 'post-header':
      return (value) => {
        const { outcome, missing } = postHeader(value, deleted, ids)
        const code = deleted ? 'deleted-post-without-content' : 'header-without-post'
        if (missing !== null) reading.oddities.add(code, position(), missing)
        return outcome
      }
    case 'chat': {
      const ordinal = ordinals()
      return (value) => chatOutcome(value, ordinal, drafting)
    }
    case 'like':
    case 'bookmark': {
      const kind = type.shape
      return (value) => savedOutcome(value, kind, drafting)
    }
    case 'moment':
      return (value) => momentOutcome(value, drafting)
    case 'space':
      return (value) => spaceOutcome(value, drafting)
    case 'article':
      return (value) => articleOutcome(value, drafting)
    case 'profile':
      return (value) => profileOutcome(value, drafting)
    case 'name-change':
      return (value) => nameChangeOutcome(value, drafting)
    default:
      throw new Error(`A file of the shape ${type.shape} is read as conversations.`)
  }
}

function conversationMaker({ type, oddities, drafting, ids, remember }: FileReading): Maker {
  let position = 0
  const messages = {
    ...drafting,
    odd: (code: Parameters<Drafting['odd']>[0], example: string) => oddities.add(code, position, example),
    seen: remember ? ids.messages.add : () => {},
  }
  let count = 0
  const next = () => count++
  return (element) =>
    conversationItems(element, next, (item, at, conversation) => {
      position = at
      const parsed = parseElement(item)
      if (!parsed.ok) return failed(parsed.code, parsed.problem)
      if (!parsed.utf8) oddities.add('not-utf8', position, '')
      if (type.shape === 'conversation') return conversationOutcome(parsed.value, conversation, messages)
      const { outcome, missing } = messageHeader(parsed.value, ids)
      if (missing !== null) oddities.add('header-without-message', position, missing)
      return outcome
    })
}
