// A record as its review leaves it: the same for the reviewer's look at it and for every file of the packet.
import { z } from 'zod'
import { plainPhrase, searchable, stretchesIn } from '../../text/occurrences.ts'
import { type KeyedStretch, redactedMark, withoutStretches } from '../../text/redact.ts'
import { Digest } from '../id.ts'
import type { MediaItem, RecordDetail, Version } from '../record/record.ts'
import { AUTHOR, AUTHOR_NAMES, PEOPLE, PLACES } from './personal-fields.ts'
import { Box } from './review.ts'

const Key = z.int().positive()

/** A redaction with the number of its ground; `made` is the picture with its boxes painted over, null where the file goes whole. */
export const KeyedRedaction = z.discriminatedUnion('field', [
  z.strictObject({
    field: z.literal('text'),
    version: Digest,
    from: z.int().nonnegative(),
    to: z.int().positive(),
    key: Key,
  }),
  z.strictObject({ field: z.enum(['author', 'people', 'place']), key: Key }),
  z.strictObject({ field: z.literal('words'), words: z.string(), key: Key }),
  z.strictObject({
    field: z.literal('media'),
    digest: Digest,
    boxes: z.array(Box),
    made: z.strictObject({ digest: Digest, size: z.int().positive() }).nullable(),
    key: Key,
  }),
  z.strictObject({
    field: z.literal('page'),
    digest: Digest,
    page: z.int().positive(),
    boxes: z.array(Box),
    key: Key,
  }),
  z.strictObject({ field: z.literal('edit'), digest: Digest, made: Digest, key: Key }),
])
export type KeyedRedaction = z.infer<typeof KeyedRedaction>

/** Words that are taken out wherever they stand, with the number of their ground. */
export interface Phrase {
  readonly words: string
  readonly key: number
}

const LEAST_LETTERS = 2
/** Shorter numbers of a platform are said by chance. */
const LEAST_ID = 6

/**
 * What the redactions of a record take out, as words: the stretches of its text, and the names and places of fields that go whole.
 * @param record the record as it is in the vault
 */
export function phrasesOf(record: RecordDetail, redactions: readonly KeyedRedaction[]): Phrase[] {
  const phrases = redactions.flatMap((one): Phrase[] => {
    if (one.field === 'text') {
      const version = record.versions.find(({ digest }) => digest === one.version)
      return version === undefined ? [] : [{ words: version.text.slice(one.from, one.to), key: one.key }]
    }
    if (one.field === 'words') return [{ words: one.words, key: one.key }]
    if (one.field === 'media' || one.field === 'page' || one.field === 'edit') return []
    const own = one.field === 'author' ? namesOfAuthor(record) : []
    const told = record.versions.flatMap(({ details }) => wordsUnder(details, FIELDS[one.field]))
    return [...new Set([...own, ...told])].map((words) => ({ words, key: one.key }))
  })
  return phrases.filter(({ words }) => words.replace(/[^\p{L}\p{N}]/gu, '').length >= LEAST_LETTERS)
}

const FIELDS = { author: AUTHOR_NAMES, people: PEOPLE, place: PLACES } as const

/** The author as the record names them, and the platform's number of what they wrote, by which anybody could look them up. */
function namesOfAuthor({ author, nativeId }: RecordDetail): string[] {
  return nativeId.length < LEAST_ID ? [author] : [author, nativeId]
}

/** Whether what is redacted of a record would be told by its counts, or by what its files say of themselves. */
export function hidesWho(redactions: readonly KeyedRedaction[]): boolean {
  return redactions.some(({ field }) => field === 'author')
}

/** The record without what is taken out, and without what would let it be guessed: digests and places of bytes in its source. */
export function redactRecord(record: RecordDetail, redactions: readonly KeyedRedaction[]): RecordDetail {
  const phrases = phrasesOf(record, redactions)
  const clean = (text: string) => withoutStretches(text, stretchesOf(text, phrases))
  const keyOf = (field: KeyedRedaction['field']) => redactions.find((one) => one.field === field)?.key
  const [author, people, place] = [keyOf('author'), keyOf('people'), keyOf('place')]
  const gone = new Set<string>([
    ...(author === undefined ? [] : AUTHOR),
    ...(people === undefined ? [] : PEOPLE),
    ...(place === undefined ? [] : PLACES),
  ])
  // Platforms make a conversation's number of those of its people.
  const whole = [author, people].filter((key) => key !== undefined)
  const idOf = (id: string) => (whole.length > 0 ? redactedMark(whole) : clean(id))
  const version = (one: Version): Version => ({
    ...one,
    text: withoutStretches(one.text, redactedStretches(one, redactions, phrases)),
    details: cleanDetails(one.details, gone, clean),
    links: one.links.map(({ shown, target }) => ({ shown: clean(shown), target: cleanAddress(target, clean) })),
    media: one.media.map((item) => cleanMedia(item, redactions, clean)),
    observations: one.observations.map((seen) => ({
      ...seen,
      member: clean(seen.member),
      pointer: clean(seen.pointer),
      digest: null,
      leaf: null,
    })),
  })
  return {
    ...record,
    author: author === undefined ? clean(record.author) : redactedMark([author]),
    nativeId: author === undefined ? clean(record.nativeId) : redactedMark([author]),
    // To the second, as the platform wrote it, it finds the post again.
    atSource: record.atSource === null ? null : author === undefined ? clean(record.atSource) : redactedMark([author]),
    sourceZone: place === undefined ? record.sourceZone : null,
    conversation: record.conversation === null ? null : idOf(record.conversation),
    parentNativeId: record.parentNativeId === null ? null : idOf(record.parentNativeId),
    versions: record.versions.map(version),
    measures: author === undefined ? record.measures : [],
  }
}

/**
 * What is taken out of the text of a version: its own stretches, then where it says again what is taken out elsewhere.
 * @param phrases what `phrasesOf` found for the whole record
 */
export function redactedStretches(
  version: Version,
  redactions: readonly KeyedRedaction[],
  phrases: readonly Phrase[],
): KeyedStretch[] {
  return [...ownStretches(version, redactions), ...stretchesOf(version.text, phrases)]
}

/** Where a text says any of the phrases. @returns stretches with the numbers of their grounds */
export function stretchesOf(text: string, phrases: readonly Phrase[]): KeyedStretch[] {
  if (phrases.length === 0) return []
  const within = searchable(text)
  return phrases.flatMap(({ words, key }) => stretchesIn(within, plainPhrase(words)).map((one) => ({ ...one, key })))
}

function ownStretches({ digest }: Version, redactions: readonly KeyedRedaction[]): KeyedStretch[] {
  return redactions.flatMap((one) => (one.field === 'text' && one.version === digest ? [one] : []))
}

/** An address says a phrase also in its coded form; then nothing of it stays but the mark. */
function cleanAddress(target: string, clean: (text: string) => string): string {
  const plain = decoded(target)
  const cleaned = clean(plain)
  return cleaned === plain && clean(target) === target ? target : (/\[redacted [\d, ]+\]/.exec(cleaned)?.[0] ?? cleaned)
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address.replaceAll('+', ' '))
  } catch {
    return address
  }
}

function cleanMedia(
  item: MediaItem,
  redactions: readonly KeyedRedaction[],
  clean: (text: string) => string,
): MediaItem {
  const own = redactions.flatMap((one) => (one.field === 'media' && one.digest === item.digest ? [one] : []))
  const named = { ...item, name: clean(item.name), alt: item.alt === null ? null : clean(item.alt) }
  // A file that goes whole goes, whatever else is painted over in it.
  const first = own.find(({ made }) => made === null) ?? own[0]
  if (first === undefined) return named
  if (first.made === null) {
    const why = `kept back: ${redactedMark(own.map(({ key }) => key))}`
    return { ...named, name: redactedMark([first.key]), alt: null, digest: null, size: null, mime: null, missing: why }
  }
  const { digest, size } = first.made
  return { ...named, name: `${named.name.replace(/\.\w+$/, '')}-redacted.png`, digest, size, mime: 'image/png' }
}

function cleanDetails(
  details: Readonly<Record<string, unknown>>,
  gone: ReadonlySet<string>,
  clean: (text: string) => string,
): Record<string, unknown> {
  const value = (one: unknown): unknown => {
    if (typeof one === 'string') return clean(one)
    // A number of a platform may stand as a number.
    if (typeof one === 'number') return clean(String(one)) === String(one) ? one : clean(String(one))
    if (Array.isArray(one)) return one.map(value)
    return typeof one === 'object' && one !== null ? object(one) : one
  }
  const object = (one: object): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(one).flatMap(([key, inner]): [string, unknown][] =>
        gone.has(key) ? [] : [[clean(key), value(inner)]],
      ),
    )
  return object(details)
}

/** Every text under some names, however deep, and every number as a platform numbers people and posts. */
function wordsUnder(value: unknown, names: ReadonlySet<string>, within = false): string[] {
  if (typeof value === 'string') return within ? [value] : []
  if (typeof value === 'number') return within && String(value).length >= LEAST_ID ? [String(value)] : []
  if (Array.isArray(value)) return value.flatMap((one) => wordsUnder(one, names, within))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => wordsUnder(one, names, within || names.has(key)))
}
