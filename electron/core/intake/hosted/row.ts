// Owns making records of rows and objects by what their names mean; what means nothing here is kept beside.
import type { RecordKind } from '../../../../shared/domain/record/record.ts'
import type { MediaDraft, Outcome } from '../draft.ts'
import { feedTime } from '../feed/when.ts'
import { passedOver, record } from '../kit/draft.ts'
import { plainName } from '../kit/fields.ts'
import { epochTime, NO_TIME, type TimeFields } from '../kit/time.ts'
import { countOf, idOf } from '../kit/value.ts'
import type { Fields } from './fields.ts'
import type { Holds } from './table.ts'

/** What a platform knows of its own names. */
export interface HostHabits {
  /** What it calls its own: films or sounds. */
  readonly item: RecordKind
  /** The platform's number in an address, a path or an id; null where there is none. */
  readonly numberIn: (text: string, what: 'item' | 'comment') => string | null
  /** Files of the package that belong to an item. */
  readonly filesOf: (id: string | null, named: string) => readonly MediaDraft[]
}

const KINDS = { comments: 'comment', messages: 'message', likes: 'like' } as const

/** A record of a row. Nobody is taken for the author of what names none. */
export function rowOutcome(fields: Fields, holds: Holds, habits: HostHabits): Outcome {
  const { numberIn } = habits
  const [title, description] = [fields.text('title'), fields.text('description')]
  const words = fields.text('comment') || fields.text('body')
  const address = fields.text('url')
  const rest = fields.rest()
  const isItem = holds === 'items'
  const text = (isItem ? [title, description] : [fields.text('subject'), words || title]).filter(Boolean).join('\n')
  if (text === '' && address === '' && fields.text('id') === '') return passedOver('A row that says nothing.')
  const target = isItem ? null : targetOf(fields, habits)
  const number = isItem
    ? (numberIn(fields.text('id'), 'item') ?? numberIn(address, 'item') ?? plainNumber(fields.value('id')))
    : ownNumber(fields, holds, habits)
  const parent = fields.text('parent')
  const time = timeOf(fields.value('time'))
  const measures = Object.entries(rest).flatMap(([name, value]) => {
    const count = /(?:count|plays|views|likes|comments|downloads)$/.test(plainName(name)) ? countOf(value) : null
    return count === null ? [] : [[name, plainName(name).replace(/count$/, ''), count] as const]
  })
  const counted = new Set(measures.map(([name]) => name))
  const other = Object.fromEntries(Object.entries(rest).filter(([name, value]) => !counted.has(name) && value !== ''))
  return record({
    kind: isItem ? habits.item : KINDS[holds as keyof typeof KINDS],
    ...(number === null
      ? { key: [address, target, fields.text('author'), title].filter(Boolean).join(' ') }
      : { id: number }),
    time,
    author: fields.text('author'),
    conversation: holds === 'messages' ? fields.text('conversation') || null : target,
    parent: holds === 'comments' && parent !== '' ? (numberIn(parent, 'comment') ?? parent) : target,
    text: text || address,
    links: address === '' ? [] : [{ shown: title || address, target: address }],
    details: {
      title: isItem ? title : '',
      on: isItem ? '' : fields.text('target') || title,
      to: fields.text('recipient'),
      visibility: fields.text('privacy'),
      tags: fields.text('tags'),
      duration: fields.text('duration'),
      licence: fields.text('licence'),
      modified: fields.text('modified'),
      file: fields.text('file'),
      other: Object.keys(other).length === 0 ? undefined : other,
    },
    measures: measures.map(([, name, count]) => [name, count]),
    content: isItem
      ? { title, description, visibility: fields.text('privacy') }
      : { words, subject: fields.text('subject'), target },
    media: isItem ? habits.filesOf(number, fields.text('file')) : [],
  })
}

/** What a comment, a message or a like is on. */
function targetOf(fields: Fields, { numberIn }: HostHabits): string | null {
  const places = [
    fields.text('target'),
    ...['videoid', 'trackid', 'clipid', 'videouri', 'trackurn'].map((name) => idOf(fields.named(name)) ?? ''),
  ]
  for (const place of places) {
    const number = numberIn(place, 'item') ?? (/^\d+$/.test(place) ? place : null)
    if (number !== null) return number
  }
  return numberIn(fields.text('url'), 'item')
}

function ownNumber(fields: Fields, holds: Holds, { numberIn }: HostHabits): string | null {
  if (holds === 'likes') return null
  const own = [fields.value('numbers'), fields.named('id'), fields.named('uri'), fields.named('urn')]
  for (const one of own) {
    const id = idOf(one)
    if (id !== null) return numberIn(id, 'comment') ?? id
  }
  return numberIn(fields.text('url'), 'comment')
}

function plainNumber(value: unknown): string | null {
  const id = idOf(value)
  return id !== null && /^\d+$/.test(id) ? id : null
}

/** ISO, seconds, words; no zone is known where none is written. */
function timeOf(value: unknown): TimeFields {
  if (typeof value === 'number' || (typeof value === 'string' && /^\d{9,16}$/.test(value.trim())))
    return epochTime(value)
  if (typeof value !== 'string' || value === '') return NO_TIME
  // `20210825`
  const day = /^(\d{4})(\d{2})(\d{2})$/.exec(value)
  return day === null ? feedTime(value) : { ...feedTime(`${day[1]}-${day[2]}-${day[3]}`), atSource: value }
}
