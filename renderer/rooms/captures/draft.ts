// What is written into the form of a capture, and the order that it makes.
import { type ApiWayFacts, apiWayFor, apiWays } from '../../../shared/domain/capture/api-way.ts'
import type { Capture } from '../../../shared/domain/capture/capture.ts'
import { CaptureScope } from '../../../shared/domain/capture/capture.ts'
import { termsFor } from '../../../shared/domain/capture/terms.ts'
import type { MappingVersion } from '../../../shared/domain/intake/mapping.ts'

/** The way that a saved mapping reads. */
export const MAPPED = 'api/json'
/** The kind of pages that asks for those that the first one leads to. */
const LINKED = 'linked'

export interface Draft {
  readonly way: string
  readonly place: string
  readonly depth: string
  readonly attorney: string
  /** Of pages: whether those that the first one leads to are captured too. */
  readonly linked: boolean
  /** Days, both included. */
  readonly from: string
  readonly to: string
  /** Which kinds of items; none for all. */
  readonly kinds: readonly string[]
  readonly signedIn: boolean
  readonly closed: boolean
  /** The version of the terms that were read. */
  readonly read: string | null
  /** Of an interface that nobody knows: by what it is read. */
  readonly mapping: MappingVersion | null
}

const EMPTY: Draft = {
  way: 'feed',
  place: '',
  depth: '',
  attorney: '',
  linked: false,
  from: '',
  to: '',
  kinds: [],
  signedIn: false,
  closed: false,
  read: null,
  mapping: null,
}

/** The form as an earlier capture was asked for, with what it has no field for: else the two could not be compared. The terms are to be read each time. */
export function draftOf({ way, scope }: Pick<Capture, 'way' | 'scope'>): Draft {
  const { address: place, depth, kinds, from, to, signedIn, closed } = scope
  return {
    ...EMPTY,
    ...{
      way,
      place,
      signedIn,
      closed,
      linked: kinds.includes(LINKED),
      from: from ?? '',
      to: to ?? '',
      kinds: kinds.filter((kind) => kind !== LINKED),
      mapping: scope.mapping ?? null,
    },
    depth: depth === null ? '' : String(depth),
  }
}

/** The interface that a way asks; null for feeds, pages and what a mapping reads. */
export function interfaceOf(way: string): ApiWayFacts | null {
  return (way !== MAPPED && apiWays.find(({ name }) => way === `api/${name}`)) || null
}

/** The form of an account of which nothing was captured: by its platform's interface, where it has one. */
export function firstDraft(platform: string | null, first: 'feed' | 'page'): Draft {
  const api = first === 'feed' && platform !== null ? apiWayFor(platform) : null
  return api === null ? { ...EMPTY, way: first } : { ...EMPTY, way: `api/${api.name}`, place: api.address ?? '' }
}

/** The form with another way: an interface that lies at one place for everybody brings its address, and takes it along; what only the way before had goes. */
export function inWay(draft: Draft, way: string): Draft {
  const known = interfaceOf(draft.way)?.address ?? ''
  const place = interfaceOf(way)?.address ?? (draft.place === known ? '' : draft.place)
  const from = way === 'page' || interfaceOf(way) !== null ? draft.from : ''
  return { ...EMPTY, ...{ way, place, from }, depth: draft.depth, attorney: draft.attorney }
}

/** The kinds with one more or less of those that an interface gives; all of them are the same as none, and one is left at least. */
export function withKind(api: ApiWayFacts, kinds: readonly string[], kind: string, on: boolean): readonly string[] {
  const before = kinds.length === 0 ? api.kinds : kinds
  const after = on ? [...before, kind] : before.filter((one) => one !== kind)
  if (after.length === 0) return kinds
  return api.kinds.every((one) => after.includes(one)) ? [] : after
}

/** What is asked for, or what is wrong with it. */
export function scopeOf({ way, place, depth, linked, from, to, kinds, signedIn, closed, mapping }: Draft) {
  return CaptureScope.safeParse({
    ...{ address: place.trim(), depth: depth.trim() === '' ? null : Number(depth), signedIn, closed },
    kinds: linked ? [LINKED, ...kinds] : kinds,
    from: from === '' ? null : from,
    to: to === '' ? null : to,
    ...(way === MAPPED && mapping !== null ? { mapping } : {}),
  })
}

/** What of the parts that only some ways have is still missing; null where nothing is. */
export function lackOf({
  way,
  place,
  attorney,
  closed,
  read,
  mapping,
}: Draft): 'attorney' | 'mapping' | 'terms' | null {
  if (way === MAPPED) return mapping === null ? 'mapping' : null
  if (way !== 'page') return null
  if (closed && attorney.trim() === '') return 'attorney'
  return read === termsFor(place.trim()).version ? null : 'terms'
}
