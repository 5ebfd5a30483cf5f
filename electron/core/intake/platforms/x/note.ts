// Owns the long texts (`note-tweet.js`): what they say, which post each belongs to, and the record of one that no post carries.
import type { Link, RecordState } from '../../../../../shared/domain/record/record.ts'
import type { Outcome } from '../../draft.ts'
import { failed } from '../../kit/draft.ts'
import {
  filled,
  idOf,
  isObject,
  type JsonObject,
  listOf,
  objectsOf,
  textOf,
  textOrNull,
  unwrapped,
} from '../../kit/value.ts'
import type { LinkContent, NoteContent } from './content.ts'
import { type Drafting, ownerName, PLAIN, record, timeFields } from './drafting.ts'
import { sourceTime } from './time.ts'

/** A note's text and links. Nothing in it is escaped (formats.md §3). */
export interface NoteText {
  readonly id: string
  readonly createdAt: unknown
  readonly updatedAt: string | null
  readonly text: string
  readonly links: readonly Link[]
  /** The short addresses in the text, in the order of `links`. */
  readonly shortLinks: readonly string[]
  readonly content: NoteContent
}

/** Reads a parsed element of a note file; null where it has no id or no text. */
export function noteText(value: unknown): NoteText | null {
  if (!isObject(value)) return null
  const note = noteObject(value)
  const core = isObject(note.core) ? note.core : note
  const id = idOf(note.noteTweetId) ?? idOf(note.id)
  if (id === null || typeof core.text !== 'string') return null
  const urls = objectsOf(core.urls).map((url) => ({
    short: textOf(url.shortUrl) || textOf(url.url),
    target: textOf(url.expandedUrl) || textOf(url.expanded_url),
    shown: textOf(url.displayUrl) || textOf(url.display_url),
  }))
  return {
    id,
    createdAt: note.createdAt,
    updatedAt: textOrNull(note.updatedAt),
    text: core.text,
    links: urls.map(({ short, target, shown }) => ({ shown: shown || short, target: target || short })),
    shortLinks: urls.map(({ short }) => short),
    content: {
      text: core.text,
      urls: urls.map(({ short, target }): LinkContent => [short, target]),
      styletags: listOf(core.styletags),
    },
  }
}

/** The record of a note that no post carries; `why` says why none does. */
export function loneNote(value: unknown, state: RecordState, why: string, drafting: Drafting): Outcome {
  const note = noteText(value)
  if (note === null) return failed('note-unreadable', 'has no number or no text, as a long text must')
  const inner = isObject(value) ? noteObject(value) : {}
  const time = sourceTime(note.createdAt, drafting.latest(note.id))
  const deleted = sourceTime(inner.deletedAt, null)
  return record({
    ...PLAIN,
    kind: 'post',
    nativeId: `note:${note.id}`,
    ...timeFields(time, drafting),
    author: ownerName(drafting.owner),
    state,
    deletedAt: state === 'deleted' ? deleted.at : null,
    text: note.text,
    links: note.links,
    details: filled({ note: true, why, updatedAt: note.updatedAt, shortLinks: note.shortLinks }),
    content: note.content,
  })
}

const LINKS = /https?:\/\/t\.co\/\w+/g
const LINK_MARK = '\u{FFFC}'
const MENTIONS = /^(?:@\w+\s+)+/
const END = /(?:[\s\u{FFFC}]|…|\.\.\.)+$/u

/**
 * How a text is compared: short links, which differ between post and note, are all alike; at the end, links and marks of omission do not
 * count.
 */
export function comparable(text: string): string {
  return text.normalize('NFC').replace(LINKS, LINK_MARK).replace(END, '')
}

/** Whether a post's text is the beginning of a note's. Both are as typed; the names in front of an answer may be missing in one. */
export function isBeginning(post: string, note: string): boolean {
  if (post === '') return note === ''
  return note.startsWith(post) || withoutMentions(note).startsWith(withoutMentions(post))
}

const withoutMentions = (text: string) => text.replace(MENTIONS, '')

function noteObject(value: JsonObject): JsonObject {
  const wrapper = ['noteTweet', 'deletedNoteTweet', 'note_tweet'].find((key) => isObject(value[key]))
  return wrapper === undefined ? value : unwrapped(value, wrapper)
}
