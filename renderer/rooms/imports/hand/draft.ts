// An entry by hand while it is written: its fields as typed, what is missing, and the entry that they make.

import type { AccountId } from '../../../../shared/domain/id.ts'
import { type AbsentField, HandEntry } from '../../../../shared/domain/intake/hand-entry.ts'
import type { RecordKind, RecordState } from '../../../../shared/domain/record/record.ts'
import { en } from '../../../locale/en/hand.ts'
import { translator } from '../../../locale/t.ts'

const t = translator(en)

export type Exactness = 'second' | 'minute' | 'day' | 'month' | 'year'
export const exactnesses: readonly Exactness[] = ['second', 'minute', 'day', 'month', 'year']

export interface Draft {
  readonly account: AccountId | null
  readonly kind: RecordKind
  readonly state: RecordState
  readonly author: string
  readonly text: string
  readonly exactness: Exactness
  readonly day: string
  readonly time: string
  readonly month: string
  readonly year: string
  readonly link: string
  readonly nativeId: string
  readonly parent: string
  readonly conversation: string
  readonly capturedBy: string
  readonly capturedHow: string
  /** Reasons of the fields that are said to be not available. */
  readonly absent: Readonly<Partial<Record<AbsentField, string>>>
}

/** A fresh entry, taken down by whoever acts. */
export function emptyDraft(capturedBy: string): Draft {
  return {
    account: null,
    kind: 'post',
    state: 'live',
    author: '',
    text: '',
    exactness: 'minute',
    day: '',
    time: '',
    month: '',
    year: '',
    link: '',
    nativeId: '',
    parent: '',
    conversation: '',
    capturedBy,
    capturedHow: '',
    absent: {},
  }
}

/** A field of the form that something can be wrong with; a reason is named after its field. */
export type Place = keyof Draft | `because ${AbsentField}`
export type Problems = Readonly<Partial<Record<Place, string>>>

/** What keeps the draft from being taken in, by field, in sentences. */
export function problemsOf(draft: Draft, files: number): Problems {
  const { absent } = draft
  const has = (field: AbsentField) => absent[field] !== undefined
  const problems: Partial<Record<Place, string>> = {}
  if (draft.account === null) problems.account = t('needAccount')
  if (!has('author') && draft.author.trim() === '') problems.author = t('needAuthor')
  if (!has('time') && draft.exactness === 'year' && !/^\d{4}$/.test(draft.year.trim())) problems.year = t('needYear')
  if (!has('time') && draft.exactness === 'month' && draft.month === '') problems.month = t('needDay')
  if (!has('time') && exactToTheDay(draft) && draft.day === '') problems.day = t('needDay')
  if (!has('time') && exactToTheMinute(draft) && draft.time === '') problems.time = t('needDay')
  if (!has('text') && draft.text.trim() === '' && files === 0) problems.text = t('needWords')
  if (!has('link') && draft.link.trim() !== '' && !/^https?:\/\/\S+$/.test(draft.link.trim()))
    problems.link = t('needWeb')
  if (draft.capturedBy.trim() === '') problems.capturedBy = t('needCapturer')
  if (draft.capturedHow.trim() === '') problems.capturedHow = t('needHow')
  for (const field of fieldsOf(absent)) {
    if (absent[field]?.trim() === '') problems[`because ${field}`] = t('needReason')
  }
  return problems
}

/** Whether a day is asked for. */
export function exactToTheDay({ exactness }: Draft): boolean {
  return exactness === 'day' || exactToTheMinute({ exactness })
}

/** Whether a time of day is asked for. */
export function exactToTheMinute({ exactness }: Pick<Draft, 'exactness'>): boolean {
  return exactness === 'minute' || exactness === 'second'
}

/**
 * The entry of a draft without problems. A field that is said to be not available counts as empty, whatever was typed before.
 * @throws z.ZodError where something is wrong that `problemsOf` does not know
 */
export function entryOf(draft: Draft): HandEntry {
  const { absent, kind, state, capturedBy, capturedHow } = draft
  const said = (field: AbsentField, value: string) => (absent[field] === undefined ? value.trim() : '')
  return HandEntry.parse({
    kind,
    state,
    author: said('author', draft.author),
    text: absent.text === undefined ? draft.text : '',
    at: absent.time === undefined ? dateOf(draft) : null,
    link: said('link', draft.link) || null,
    nativeId: draft.nativeId.trim() || null,
    parent: said('parent', draft.parent) || null,
    conversation: draft.conversation.trim() || null,
    capturedBy,
    capturedHow,
    absent,
  })
}

function dateOf(draft: Draft): string {
  const { exactness, day, time, month, year } = draft
  if (exactness === 'year') return year.trim()
  if (exactness === 'month') return month
  if (exactness === 'day') return day
  const [hour = '', minute = '', second = '00'] = time.split(':')
  return `${day}T${hour}:${minute}${exactness === 'second' ? `:${second.slice(0, 2)}` : ''}`
}

function fieldsOf(absent: Draft['absent']): AbsentField[] {
  const fields: readonly AbsentField[] = ['time', 'author', 'text', 'link', 'parent', 'media']
  return fields.filter((field) => absent[field] !== undefined)
}
