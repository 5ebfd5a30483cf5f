// Response times, reckoned from the records alone: what the public asked, the City's first answer in the thread, the hours between (AI 599, III).

import { handleKey } from '../account/handle.ts'
import type { Calendar } from '../calendar/calendar.ts'
import { afterOfficeHours, officeHours } from '../calendar/office-hours.ts'
import type { Instant } from '../time.ts'
import { askedBy } from './asking.ts'

/** The standard expectation: within 48 to 72 hours. */
const HOURS = { soon: 48, last: 72 } as const

/** A record as far as response times need it. `texts`: of every version; null where it is shown only on purpose. */
export interface ThreadItem {
  readonly id: number
  readonly account: number
  readonly platform: string
  readonly kind: string
  readonly native: string
  readonly at: Instant | null
  /** Whether its time is known to the minute at least. */
  readonly timed: boolean
  readonly author: string
  readonly conversation: string | null
  readonly parent: string | null
  readonly texts: readonly string[] | null
}

/** Names under which the City writes on a platform: handles, numbers, display names, as `platform name`. */
export type CityNames = ReadonlySet<string>

/** The key of a name of the City. */
export function cityName(platform: string, name: string): string {
  return `${platform} ${handleKey(name)}`
}

export type Family = 'messages' | 'threads'

/** The family of a record: what is captured together. */
function familyOf({ kind, conversation }: Pick<ThreadItem, 'kind' | 'conversation'>): Family {
  return kind === 'message' || conversation !== null ? 'messages' : 'threads'
}

/** What the reckoning rests on besides the records. */
export interface ResponseMeans {
  readonly names: CityNames
  readonly calendar: Calendar
  readonly zone: string
  readonly now: Instant
  /** By record what a person said: it asks, or it does not. */
  readonly marks: ReadonlyMap<number, boolean>
  /** By `account family` the instant up to which the newest export or capture shows it. */
  readonly capturedUntil: ReadonlyMap<string, Instant>
  /** `account family` in which anything that the City wrote is in the vault. */
  readonly cityWrites: ReadonlySet<string>
}

export type Verdict = 'within-48' | 'within-72' | 'late' | 'unanswered' | 'pending' | 'not-measurable'

/** One thing that was asked or reported, and what became of it. Hours by the office's calendar, and by the clock. */
export interface Response {
  readonly id: number
  readonly account: number
  readonly at: Instant | null
  readonly rule: string
  readonly verdict: Verdict
  readonly reply: number | null
  readonly replyAccount: number | null
  readonly repliedAt: Instant | null
  readonly hours: number | null
  readonly clockHours: number | null
  /** Why it cannot be measured. */
  readonly why: 'no-time' | 'city-side-missing' | 'capture-ends' | null
}

/** What was asked, oldest first, and how many of the City's replies answer something that is not in the vault, by account. */
export interface Reckoned {
  readonly responses: readonly Response[]
  readonly unmatched: ReadonlyMap<number, number>
}

/**
 * Reckons the response times of records.
 * @param items those of the period and all that may answer them, in any order
 */
export function reckonResponses(items: readonly ThreadItem[], means: ResponseMeans): Reckoned {
  const sorted = items.toSorted((one, other) => (one.at ?? 0) - (other.at ?? 0) || one.id - other.id)
  const isCity = (item: ThreadItem) => item.author === '' || means.names.has(cityName(item.platform, item.author))
  const threads = threadsOf(sorted)
  const responses = sorted
    .filter((item) => !isCity(item) && mayAsk(item))
    .flatMap((item): Response[] => {
      const rule = ruleOf(item, means)
      if (rule === null || continuesRun(item, threads, isCity, means)) return []
      return [judge(item, rule, firstReply(item, threads, isCity), means)]
    })
  return { responses, unmatched: unmatchedOf(sorted, threads, isCity) }
}

interface Threads {
  readonly byNative: ReadonlyMap<string, ThreadItem>
  readonly byParent: ReadonlyMap<string, readonly ThreadItem[]>
  readonly byConversation: ReadonlyMap<string, readonly ThreadItem[]>
}

function threadsOf(sorted: readonly ThreadItem[]): Threads {
  const byNative = new Map(sorted.map((item) => [nativeKey(item, item.native), item]))
  const byParent = Map.groupBy(
    sorted.filter(({ parent }) => parent !== null),
    (item) => nativeKey(item, item.parent ?? ''),
  )
  const byConversation = Map.groupBy(
    sorted.filter(({ conversation }) => conversation !== null),
    (item) => nativeKey(item, item.conversation ?? ''),
  )
  return { byNative, byParent, byConversation }
}

/** Other accounts of the City on the same platform answer, too: numbers are those of the platform. */
function nativeKey({ platform }: ThreadItem, native: string): string {
  return `${platform} ${native}`
}

const ASKING_KINDS: readonly string[] = ['comment', 'reply', 'message', 'review', 'post', 'repost', 'chat']

function mayAsk({ kind }: ThreadItem): boolean {
  return ASKING_KINDS.includes(kind)
}

function ruleOf({ id, texts }: ThreadItem, { marks }: ResponseMeans): string | null {
  const mark = marks.get(id)
  if (mark !== undefined) return mark ? 'by-hand' : null
  return texts?.map(askedBy).find((rule) => rule !== null)?.id ?? null
}

/** In a conversation, what follows a question that nobody has answered yet is part of it. */
function continuesRun(item: ThreadItem, threads: Threads, isCity: (item: ThreadItem) => boolean, means: ResponseMeans) {
  if (item.conversation === null || item.at === null) return false
  const before = (threads.byConversation.get(nativeKey(item, item.conversation)) ?? []).filter(
    (other) => other.at !== null && (other.at < (item.at ?? 0) || (other.at === item.at && other.id < item.id)),
  )
  const lastCity = before.findLastIndex(isCity)
  return before.slice(lastCity + 1).some((other) => mayAsk(other) && ruleOf(other, means) !== null)
}

function firstReply(item: ThreadItem, threads: Threads, isCity: (item: ThreadItem) => boolean): ThreadItem | null {
  const { at } = item
  if (at === null) return null
  const later = (other: ThreadItem) => isCity(other) && other.at !== null && other.at >= at && other.id !== item.id
  if (item.conversation !== null) {
    return threads.byConversation.get(nativeKey(item, item.conversation))?.find(later) ?? null
  }
  const below = descendants(item, threads).filter(later)
  const beside = siblings(item, threads).filter((other) => later(other) && mentions(other, item.author))
  return [...below, ...beside].toSorted((one, other) => (one.at ?? 0) - (other.at ?? 0))[0] ?? null
}

function descendants(item: ThreadItem, { byParent }: Threads): readonly ThreadItem[] {
  const seen = new Set<ThreadItem>()
  const waiting = [item]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const child of byParent.get(nativeKey(next, next.native)) ?? []) {
      if (seen.has(child) || child === item) continue
      seen.add(child)
      waiting.push(child)
    }
  }
  return [...seen]
}

function siblings(item: ThreadItem, { byParent }: Threads): readonly ThreadItem[] {
  return item.parent === null ? [] : (byParent.get(nativeKey(item, item.parent)) ?? [])
}

/** Flat threads: the answer stands beside the question and names who asked. */
function mentions({ texts }: ThreadItem, author: string): boolean {
  const name = handleKey(author)
  return name !== '' && (texts ?? []).some((text) => text.toLowerCase().includes(`@${name}`))
}

function judge(item: ThreadItem, rule: string, reply: ThreadItem | null, means: ResponseMeans): Response {
  const { id, account, at } = item
  const base = { id, account, at, rule, reply: reply?.id ?? null, replyAccount: reply?.account ?? null }
  const open = { repliedAt: reply?.at ?? null, hours: null, clockHours: null }
  if (at === null || !item.timed || (reply !== null && !reply.timed))
    return { ...base, ...open, verdict: 'not-measurable', why: 'no-time' }
  if (reply?.at != null) {
    const hours = officeHours(at, reply.at, means.calendar, means.zone)
    const verdict = hours <= HOURS.soon ? 'within-48' : hours <= HOURS.last ? 'within-72' : 'late'
    return { ...base, repliedAt: reply.at, hours, clockHours: (reply.at - at) / 3_600_000, verdict, why: null }
  }
  const side = `${account} ${familyOf(item)}`
  if (!means.cityWrites.has(side)) return { ...base, ...open, verdict: 'not-measurable', why: 'city-side-missing' }
  const last = afterOfficeHours(at, HOURS.last, means.calendar, means.zone)
  if (last > means.now) return { ...base, ...open, verdict: 'pending', why: null }
  const until = means.capturedUntil.get(side)
  if (until === undefined || until < last) return { ...base, ...open, verdict: 'not-measurable', why: 'capture-ends' }
  return { ...base, ...open, verdict: 'unanswered', why: null }
}

function unmatchedOf(sorted: readonly ThreadItem[], { byNative }: Threads, isCity: (item: ThreadItem) => boolean) {
  const counts = new Map<number, number>()
  for (const item of sorted) {
    if (item.parent === null || !['reply', 'comment'].includes(item.kind) || !isCity(item)) continue
    if (!byNative.has(nativeKey(item, item.parent))) counts.set(item.account, (counts.get(item.account) ?? 0) + 1)
  }
  return counts
}
