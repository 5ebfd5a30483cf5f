// Owns the book of captures: media by address and time, what pages show, originals by digest and address.
import { addressKey } from './address.ts'
import { nearest, stampOf } from './stamp.ts'
import type { WarcRecord } from './warc.ts'

/** What a later capture was found to be the same as. */
export interface Original {
  readonly uri: string
  /** As the record writes it. */
  readonly date: string
  readonly stamp: string
  readonly sha256: Buffer
  readonly is: 'page' | 'text' | 'document' | 'media'
  readonly mime: string
  readonly title: string
  /** `''` where nothing refers to it, or where it would not fit into memory. */
  text: string
}

/** A captured picture, film or sound. */
export type Medium = Pick<Original, 'stamp' | 'sha256' | 'mime'>

/** What a record that a later capture left says of the earlier one. */
export interface Reference {
  readonly digest: string
  readonly uri: string
  readonly stamp: string
  /** The server said that nothing changed, where otherwise the same content came again. */
  readonly unasked: boolean
}

/** What a revisit refers to. */
export function referenceOf(record: WarcRecord): Reference {
  return {
    digest: record.field('WARC-Payload-Digest'),
    uri: record.field('WARC-Refers-To-Target-URI') || record.field('WARC-Target-URI'),
    stamp: stampOf(record.field('WARC-Refers-To-Date') || record.field('WARC-Date')),
    unasked: /not-modified/i.test(record.field('WARC-Profile')),
  }
}

/** A book that is filled while all files are looked through. */
export function captureBook() {
  const media = new Map<string, Medium[]>()
  const shown = new Set<string>()
  const stored = new Map<string, { readonly sha256: Buffer; readonly address: string; readonly is: Original['is'] }>()
  const byDigest = new Map<string, Original>()
  const byAddress = new Map<string, Original[]>()
  const redirects = new Map<string, string>()
  const notes = new Map<string, string>()
  /** Addresses as they were written, by the name of the last step. */
  const called = new Map<string, Set<string>>()
  const places = new Map<Original, string>()
  const holds = new Set<string>()
  const addresses = new Set<string>()
  const revisits: { readonly reference: Reference; readonly uri: string; readonly stamp: string }[] = []

  const originalOf = ({ digest, uri, stamp, unasked }: Reference): Original | null => {
    const first = byDigest.get(digest)
    const same = byAddress.get(addressKey(uri)) ?? []
    if (first !== undefined) return same.find(({ sha256 }) => sha256.equals(first.sha256)) ?? first
    return unasked ? (same.findLast((one) => one.stamp <= stamp) ?? null) : null
  }
  const addMedium = (uri: string, medium: Medium) => {
    const list = media.get(addressKey(uri))
    if (list === undefined) media.set(addressKey(uri), [medium])
    else list.push(medium)
  }

  const noted = (key: string) => notes.get(key) ?? null
  const seen = (uri: string, stamp: string) => {
    holds.add(`${stamp} ${addressKey(uri)}`)
    addresses.add(addressKey(uri))
  }

  /** Where an address leads in the end; itself where nothing leads on. */
  const endOf = (key: string): string => {
    let now = key
    for (let hops = 0; hops < MOST_HOPS; hops++) {
      const next = redirects.get(now)
      if (next === undefined) break
      now = next
    }
    return now
  }
  const show = (address: string) => {
    shown.add(addressKey(address))
    const base = baseOf(address)
    called.set(base, (called.get(base) ?? new Set()).add(address))
  }

  return {
    seen,
    note: (key: string, value: string) => void notes.set(key, value),
    /** What was noted until now. */
    noted,
    redirect: (uri: string, target: string) => void redirects.set(addressKey(uri), addressKey(target)),
    /** What items of an answer show. */
    shows: (addresses: readonly string[]) => addresses.forEach(show),
    revisit: (record: WarcRecord, uri: string, stamp: string) => {
      seen(uri, stamp)
      revisits.push({ reference: referenceOf(record), uri, stamp })
    },
    /** @param inRecord whether a record will hold the content itself, so that no file is kept of it */
    capture: (record: WarcRecord, place: number, original: Original, inRecord: boolean, shows: readonly string[]) => {
      const { uri, sha256, is } = original
      const digest = record.field('WARC-Payload-Digest')
      if (digest !== '' && !byDigest.has(digest)) byDigest.set(digest, original)
      const same = byAddress.get(addressKey(uri))
      if (same === undefined) byAddress.set(addressKey(uri), [original])
      else same.push(original)
      if (inRecord) places.set(original, `${place} ${record.start}`)
      else stored.set(`${place} ${record.start}`, { sha256, address: addressKey(uri), is })
      if (is === 'media') addMedium(uri, original)
      shows.forEach(show)
    },
    /** The originals that revisits refer to and whose words records hold, by file and place. */
    wantedTexts: (): ReadonlyMap<string, Original> => {
      const wanted = new Map<string, Original>()
      for (const { reference, uri, stamp } of revisits) {
        const original = originalOf(reference)
        const place = original === null ? undefined : places.get(original)
        if (original !== null && place !== undefined) wanted.set(place, original)
        if (original?.is === 'media') addMedium(uri, { ...original, stamp })
      }
      return wanted
    },
    closed: () => {
      for (const key of [...shown]) shown.add(endOf(key))
      const kept = new Map<string, Buffer>()
      const once = new Set<string>()
      const shownDigests = new Set([...shown].flatMap((key) => media.get(key) ?? []).map(({ sha256 }) => hex(sha256)))
      for (const [place, { sha256, address, is }] of stored) {
        const wanted = is !== 'media' || shown.has(address) || shownDigests.has(hex(sha256))
        if (!wanted || once.has(hex(sha256))) continue
        once.add(hex(sha256))
        kept.set(place, sha256)
      }
      return {
        kept,
        originalOf,
        mediaAt: (address: string, stamp: string) =>
          nearest(media.get(addressKey(address)) ?? media.get(endOf(addressKey(address))) ?? [], stamp),
        mediaCalled: (base: string) =>
          [...(called.get(base) ?? [])].filter((address) => media.has(endOf(addressKey(address)))),
        noted,
        isShown: (uri: string) => shown.has(addressKey(uri)),
        holds: (uri: string, stamp: string | null) =>
          stamp === null ? addresses.has(addressKey(uri)) : holds.has(`${stamp} ${addressKey(uri)}`),
      }
    },
  }
}

/** No browser follows more redirects. */
const MOST_HOPS = 20

const baseOf = (address: string) => {
  const path = address.replace(/[?#].*$/s, '')
  return path.slice(path.lastIndexOf('/') + 1)
}
const hex = (bytes: Buffer) => bytes.toString('hex')
