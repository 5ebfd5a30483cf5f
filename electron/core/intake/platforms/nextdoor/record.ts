// Owns making records of rows and objects by what their fields mean; what means nothing here is kept as it stands.
import type { RecordKind } from '../../../../../shared/domain/record/record.ts'
import type { MediaDraft, Outcome } from '../../draft.ts'
import { passedOver, record } from '../../kit/draft.ts'
import { plainName } from '../../kit/fields.ts'
import type { MediaFinder } from '../../kit/media-finder.ts'
import { countOf, idOf, isObject, listOf, textOf } from '../../kit/value.ts'
import type { Fields, Meaning } from './fields.ts'
import { nextdoorTime } from './when.ts'

/** What a file holds, by its columns; where they leave it open, its name may say. */
export type Holds = 'posts' | 'comments' | 'messages' | 'events' | 'reactions' | 'rows'

const KINDS: Readonly<Record<Holds, RecordKind>> = {
  posts: 'post',
  comments: 'comment',
  messages: 'message',
  events: 'event',
  reactions: 'reaction',
  rows: 'other',
}

/** What the columns of a table, or the keys of an object, are of; null where they say neither words nor a time. */
export function holdsBy(names: readonly string[], meanings: ReadonlySet<Meaning>, fileName: string): Holds | null {
  const has = (...some: readonly Meaning[]) => some.some((one) => meanings.has(one))
  if (has('reaction') && !has('subject')) return 'reactions'
  if (!has('body', 'subject')) return null
  if (has('start') && has('subject')) return 'events'
  const plain = new Set(names.map(plainName))
  const called = (pattern: RegExp) => [...plain].some((name) => pattern.test(name))
  if (has('recipient', 'conversation') || called(/^message(?:id|body|text)?$|^sender/)) return 'messages'
  if (has('parent') || called(/^comment(?:id|body|text|er)?$|^commentedon$|^reply$/)) return 'comments'
  if (!has('time', 'category', 'neighborhood')) return null
  if (has('category', 'neighborhood', 'subject')) return 'posts'
  if (/message|inbox|chat/i.test(fileName)) return 'messages'
  return /comment|repl(?:y|ies)/i.test(fileName) ? 'comments' : 'posts'
}

/** @param post the post that a comment stands under, where it stands under one */
export function fieldsOutcome(fields: Fields, holds: Holds, media: MediaFinder, post: string | null = null): Outcome {
  const [subject, body, reaction] = [fields.text('subject'), fields.text('body'), fields.text('reaction')]
  const rest = fields.rest()
  const text = holds === 'reactions' ? reaction : [subject, body].filter((part) => part !== '').join('\n')
  if (text === '' && Object.keys(rest).length === 0 && fields.text('id') === '') {
    return passedOver('A row that says nothing.')
  }
  // `post_id` is the number of a post, and of what a comment stands under.
  const id = idOf(fields.value('id')) ?? idOf(fields.named(`${holds.replace(/s$/, '')}id`))
  const parent = parentOf(fields, holds, id) ?? post
  const author = fields.text('author')
  const conversation = holds === 'messages' ? fields.text('conversation') || null : post
  const address = fields.text('url')
  const deleted = fields.text('deleted')
  const isDeleted = deleted !== '' && !/^(?:false|no|0)$/i.test(deleted)
  return record({
    kind: KINDS[holds],
    ...(id === null
      ? { key: [conversation, parent, author, fields.text('recipient')].filter(Boolean).join(' ') }
      : { id }),
    time: nextdoorTime(fields.value('time')),
    author,
    conversation,
    parent,
    state: isDeleted ? 'deleted' : 'live',
    deletedAt: isDeleted ? nextdoorTime(fields.value('deleted')).at : null,
    text:
      text ||
      Object.entries(rest)
        .map(([name, value]) => `${name}: ${shown(value)}`)
        .join('\n'),
    links: address === '' ? [] : [{ shown: address, target: address }],
    details: {
      title: subject,
      category: fields.text('category'),
      neighborhood: fields.text('neighborhood'),
      place: fields.text('place'),
      starts: fields.text('start'),
      ends: fields.text('end'),
      to: fields.text('recipient'),
      edited: fields.text('edited'),
      visibility: fields.text('visibility'),
      writer: writerOf(fields.value('author')),
      other: Object.keys(rest).length === 0 ? undefined : withoutCounts(rest),
    },
    measures: Object.entries(rest).flatMap(([name, value]) => {
      const count = /count$/.test(plainName(name)) ? countOf(value) : null
      return count === null ? [] : [[name, count] as const]
    }),
    content: {
      subject,
      body,
      reaction,
      category: fields.text('category'),
      starts: fields.text('start'),
      // What has no words of its own is told apart by all that it says.
      ...(text === '' ? { rest: withoutCounts(rest) } : {}),
    },
    media: mediaOf(fields.value('media'), media),
  })
}

/** A comment answers a comment, or stands under a post. */
function parentOf(fields: Fields, holds: Holds, id: string | null): string | null {
  if (holds === 'messages' || holds === 'posts') return null
  const post = idOf(fields.value('post'))
  return idOf(fields.value('parent')) ?? (post === id ? null : post)
}

/** What the agencies' interface says of a writer besides the name. */
function writerOf(author: unknown): Readonly<Record<string, unknown>> | undefined {
  if (!isObject(author)) return undefined
  const agency = isObject(author.agency_info) ? author.agency_info : {}
  return { type: author.type, neighborhood: author.neighborhood_name, agency: agency.name ?? agency.agency_name }
}

function mediaOf(value: unknown, media: MediaFinder): readonly MediaDraft[] {
  const list = typeof value === 'string' ? value.split(/[,;|\n]\s*/) : listOf(value)
  return list.flatMap((one) => {
    const uri = isObject(one) ? textOf(one.url) || textOf(one.media_url) || textOf(one.src) : textOf(one)
    const alt = isObject(one) ? textOf(one.alt_text) || textOf(one.caption) || null : null
    return uri.trim() === '' ? [] : [media.file({ uri: uri.trim(), alt })]
  })
}

function withoutCounts(rest: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(rest).filter(([name]) => !/count$/.test(plainName(name))))
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
