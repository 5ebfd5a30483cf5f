// Settles which records say the same as an item in another form: a page of HTML and its JSON, a chat and its encrypted download.
import type { RecordKind } from '../../../shared/domain/record/record.ts'
import { essence } from '../../../shared/text/essence.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { type AtInstant, atInstant, type Neighbour, neighbours } from '../vault/record/candidates.ts'
import type { RecordDraft } from './draft.ts'
import { isObject } from './kit/value.ts'

const QUARTER = 15 * 60_000
const HOUR = 4 * QUARTER
/** Pages do not say which posts of Threads are replies. */
const LIKE: Readonly<Partial<Record<RecordKind, readonly RecordKind[]>>> = {
  post: ['post', 'reply'],
  reply: ['reply', 'post'],
}
/** The kinds under which an item of a kind may stand already. */
export const kindsLike = (kind: RecordKind): readonly RecordKind[] => LIKE[kind] ?? [kind]

/** Words that are shorter may be anybody's. */
const TELLING = 12

/** What may be an item, and the one that is, if that can be told. */
export interface Twins {
  readonly one: Neighbour | undefined
  readonly all: readonly Neighbour[]
}

/**
 * The records that have an item's words at its moment, in some zone where one of the two gives none.
 * @param offset the zone that the last twin was found in, as ms from UTC: a whole export has one, or two in summer
 * @param free whether a record was not met in this file already
 */
export function zoneTwins(
  db: Driver,
  account: number,
  draft: RecordDraft,
  offset: number | null,
  free: (one: Neighbour) => boolean,
): Twins {
  const { at, kind, author, conversation, identity } = draft
  if (at === null) return { one: undefined, all: [] }
  // What gives no zone may be anything; what gives one, only what gave none.
  const near = neighbours(db, account, kindsLike(kind), at, identity === 'local' ? null : true).filter(
    (one) =>
      free(one) &&
      sameMoment(one, draft) &&
      (conversation === null || one.conversation === null || conversation === one.conversation) &&
      (kind !== 'message' || one.author === '' || author === '' || one.author === author),
  )
  const isOfZone = (one: Neighbour) => offset !== null && shift(one, draft) === offset
  const all = near.filter((one) => hasSameWords(one, draft) || hasSameTarget(one, draft))
  if (all.length > 0) return { one: all.length === 1 ? all[0] : all.find(isOfZone), all }
  const kin = near.filter((one) => isSure(one, draft, offset) && areKin(one, draft))
  return { one: kin.length === 1 ? kin[0] : kin.find(isOfZone), all: [] }
}

/** How far a record's time is from an item's, in quarters of an hour, as ms. */
export function shift(one: Neighbour, draft: RecordDraft): number {
  return Math.round(((draft.at ?? 0) - one.at) / QUARTER) * QUARTER
}

/** Zones differ by quarters of an hour: two readings of one moment agree in all that is less, as far as both are exact. */
function sameMoment(one: Neighbour, draft: RecordDraft): boolean {
  const step = one.precision === 'minute' || draft.precision === 'minute' ? 60_000 : 1000
  if (one.precision === 'day' || draft.precision === 'day') return false
  const at = draft.at ?? 0
  // Two clocks of one account without a zone are read alike.
  if (one.zone === 'unknown' && draft.sourceZone === 'unknown')
    return Math.floor(one.at / step) === Math.floor(at / step)
  const rest = (time: number) => Math.floor((((time % QUARTER) + QUARTER) % QUARTER) / step)
  return rest(one.at) === rest(at)
}

function hasSameWords(one: Neighbour, { text, media }: RecordDraft): boolean {
  const words = essence(text)
  return essence(one.text) === words && (words !== '' || one.media > 0 === media.length > 0)
}

/** What was liked or kept has an address; its words are of the form of the export. */
function hasSameTarget(one: Neighbour, { kind, links }: RecordDraft): boolean {
  if (kind !== 'like' && kind !== 'reaction' && kind !== 'bookmark') return false
  const { links: theirs } = detailsIn(one.details)
  const targets = new Set(links.map(({ target }) => target))
  return Array.isArray(theirs) && theirs.some((link) => isObject(link) && targets.has(String(link.target)))
}

/** Whether a moment alone nearly says which: the zone is known, or seconds are and the words are no common ones. */
function isSure(one: Neighbour, draft: RecordDraft, offset: number | null): boolean {
  if (one.zone === 'unknown' && draft.sourceZone === 'unknown') return true
  if (offset !== null) return Math.abs(shift(one, draft) - offset) <= HOUR
  const exact = one.precision !== 'minute' && draft.precision !== 'minute'
  return exact && Math.min(essence(one.text).length, essence(draft.text).length) >= TELLING
}

/** One form tells more than the other: captions under the words, a link's name; or there are no words but the heading. */
function areKin(one: Neighbour, draft: RecordDraft): boolean {
  const [theirs, ours] = [headingOf(one.details), String(draft.details.title ?? '')]
  const [known, said] = [linesOf(one.text, theirs), linesOf(draft.text, ours)]
  if (known.size === 0 || said.size === 0) return theirs !== '' && essence(theirs) === essence(ours)
  return isWithin(known, said) || isWithin(said, known)
}

const isWithin = (some: ReadonlySet<string>, all: ReadonlySet<string>) => [...some].every((one) => all.has(one))

function linesOf(text: string, heading: string): Set<string> {
  const lines = text === heading ? [] : text.split('\n').map(essence)
  return new Set(lines.filter((line) => line !== ''))
}

function headingOf(details: string): string {
  const { title } = detailsIn(details)
  return typeof title === 'string' ? title : ''
}

/** The record that says the same in another form, under another name: told by its moment, or by its words and who said them among whom. */
export function formTwin(
  db: Driver,
  account: number,
  draft: RecordDraft,
  free: (one: Neighbour) => boolean,
): AtInstant | undefined {
  if (draft.at === null || !draft.twin) return undefined
  const found = atInstant(db, account, draft.kind, draft.at).filter((one) => {
    if (!free(one)) return false
    if (draft.twin === 'moment') return isNumber(one.nativeId) !== isNumber(draft.nativeId)
    // Two numbers of the platform are two items, also of one author, second and wording.
    if (isNumber(one.nativeId) && isNumber(draft.nativeId)) return false
    if (one.author !== draft.author || !hasSameWords(one, draft)) return false
    return draft.kind !== 'message' || (one.conversation !== draft.conversation && among(one, draft))
  })
  // What nothing but the moment tells apart goes pair by pair.
  return found.length === 1 || draft.twin === 'moment' ? found[0] : undefined
}

const isNumber = (id: string) => /^\d+$/.test(id)

/** Whether a message was said among the same people. */
function among(one: Neighbour, draft: RecordDraft): boolean {
  const theirs = peopleIn(detailsIn(one.details).participants)
  const ours = peopleIn(draft.details.participants)
  return ours.size > 0 && ours.size === theirs.size && isWithin(ours, theirs)
}

function peopleIn(value: unknown): Set<string> {
  return new Set((Array.isArray(value) ? value : []).map((name) => essence(String(name))))
}

function detailsIn(json: string): Record<string, unknown> {
  const value: unknown = JSON.parse(json)
  return isObject(value) ? value : {}
}
