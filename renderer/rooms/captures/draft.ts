// What is written into the form of a capture, and the order that it makes.
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
  /** Of pages: how far back, as a day. */
  readonly from: string
  readonly signedIn: boolean
  readonly closed: boolean
  /** The version of the terms that were read. */
  readonly read: string | null
  /** Of an interface that nobody knows: by what it is read. */
  readonly mapping: MappingVersion | null
}

export const EMPTY: Draft = {
  way: 'feed',
  place: '',
  depth: '',
  attorney: '',
  linked: false,
  from: '',
  signedIn: false,
  closed: false,
  read: null,
  mapping: null,
}

/** The form as an earlier capture was asked for; the terms are to be read each time. */
export function draftOf({ way, scope }: Pick<Capture, 'way' | 'scope'>): Draft {
  const { address: place, depth, kinds, from, signedIn, closed } = scope
  return {
    ...EMPTY,
    ...{
      way,
      place,
      signedIn,
      closed,
      linked: kinds.includes(LINKED),
      from: from ?? '',
      mapping: scope.mapping ?? null,
    },
    depth: depth === null ? '' : String(depth),
  }
}

/** What is asked for, or what is wrong with it. */
export function scopeOf({ way, place, depth, linked, from, signedIn, closed, mapping }: Draft) {
  const common = { address: place.trim(), depth: depth.trim() === '' ? null : Number(depth) }
  if (way === MAPPED) return CaptureScope.safeParse({ ...common, ...(mapping === null ? {} : { mapping }) })
  if (way !== 'page') return CaptureScope.safeParse(common)
  const kinds = linked ? [LINKED] : []
  return CaptureScope.safeParse({ ...common, kinds, signedIn, closed, from: from === '' ? null : from })
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
