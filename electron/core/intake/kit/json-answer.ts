// Owns reading the JSON of captured answers: elements of lists one by one, each at its place, or the document as one.

import { outlineOf } from '../../json/outline-of.ts'
import { splitDeep } from '../../json/split-deep.ts'
import type { AnswerItem, CapturedReader, StoredAnswer, StreamedReader } from '../captured-reader.ts'
import type { Outcome } from '../draft.ts'
import { PARTIAL_FORM } from '../identity-forms.ts'
import { failed, passedOver, record, type Said } from './draft.ts'
import { cutDeep, isObject, type JsonObject, objectsOf } from './value.ts'

type Outcomes = Outcome | readonly Outcome[]

export interface JsonAnswers {
  readonly name: string
  /** Whether a list of the document is of items, by the keys that lead to it. */
  readonly lists: (path: readonly string[]) => boolean
  /** An item, and the records that stand in it. */
  readonly make: (value: JsonObject, answer: StoredAnswer, path: readonly string[], index: number) => Outcomes
  /** What the document is besides its lists; left out where it is nothing. */
  readonly rest?: (value: JsonObject, answer: StoredAnswer) => Outcomes
  /** Addresses of the media that an item shows. */
  readonly shows?: (value: JsonObject) => readonly string[]
  readonly notes?: CapturedReader['notes']
  /** How an item’s bytes become a value, where numbers may be longer than JavaScript’s; undefined where they are no JSON. */
  readonly parse?: (bytes: Buffer) => unknown
}

/** Answers that say something of the account, its people or its lists, and hold no records of what was said. */
export const CONTEXT = passedOver('What the platform says of itself, its people or its lists: used to read the rest.')

const NOT_JSON = failed('answer-no-json', 'is not the JSON that the platform’s interface answers with')

/** A reader of answers in JSON. */
export function jsonAnswers(spec: JsonAnswers): CapturedReader {
  return {
    name: spec.name,
    read: (answer) => jsonItems(answer, spec),
    shows: ({ bytes }) => shownByItems(bytes, spec),
    streamed: ({ url }) => streamedItems(spec, url),
    ...(spec.notes === undefined ? {} : { notes: spec.notes }),
  }
}

/** Reads answers of such a spec as they stream. @param url the answer's */
export function streamedItems(spec: JsonAnswers, url: string): StreamedReader {
  return {
    read: (answer, chunks) => jsonItems(answer, spec, chunks),
    look: async (chunks, signal) => {
      const shows: string[] = []
      const each = (path: readonly string[], value: unknown) => shows.push(...shownIn([value], spec, path, 1))
      const outline = await outlineOf(chunks, signal, { each })
      if (outline.is !== 'whole') return { shows, notes: [] }
      // Long words are cut in it: numbers, names and titles are not.
      const bytes = Buffer.from(JSON.stringify(outline.value))
      return { shows: [...shows, ...shownIn(outline.value, spec, [], 0)], notes: spec.notes?.({ url, bytes }) ?? [] }
    },
  }
}

/** The items of an answer. @param chunks its content, where it is not held */
export async function* jsonItems(
  answer: StoredAnswer,
  spec: JsonAnswers,
  chunks: AsyncIterable<Buffer> = one(answer.bytes),
): AsyncGenerator<AnswerItem> {
  const { lists, make, rest, parse = parsed } = spec
  let read = 0
  for await (const { items, end } of splitDeep(chunks, lists, answer.signal)) {
    for (const { path, index, start, bytes } of items) {
      read += 1
      const value = bytes === null ? undefined : parse(bytes)
      const outcomes = isObject(value)
        ? make(value, answer, path, index)
        : failed('item-malformed', 'is no object, as an item must be')
      yield* placed(`/${[...path, index].join('/')}`, start, bytes ?? new Uint8Array(), outcomes)
    }
    if (end === null) continue
    if (end.finding !== null)
      answer.odd('answer-ill-formed', 'This answer is not well-formed JSON; what stands before the fault was read.')
    const value = end.envelope === null ? undefined : parse(end.envelope)
    if (isObject(value) && rest !== undefined) yield* placed('/', 0, heldOr(answer, end.envelope), rest(value, answer))
    else if (value === undefined && read === 0) yield { pointer: '/', start: 0, bytes: answer.bytes, outcome: NOT_JSON }
  }
}

/** The document itself; where nobody holds it, what stands around its lists. */
const heldOr = ({ bytes }: StoredAnswer, envelope: Buffer | null) => (bytes.length > 0 ? bytes : (envelope ?? bytes))

function* placed(pointer: string, start: number, bytes: Uint8Array, outcomes: Outcomes): Generator<AnswerItem> {
  const list = 'type' in outcomes ? [outcomes] : outcomes
  for (const [place, outcome] of list.entries())
    yield { pointer: place === 0 ? pointer : `${pointer}#${place}`, start, bytes, outcome }
}

/** Addresses of the media that the items of an answer show. */
export function shownByItems(bytes: Buffer, spec: JsonAnswers): readonly string[] {
  return shownIn(parsed(bytes), spec, [], 0)
}

/** Lists lie no deeper in any answer. */
const DEEPEST = 8

function shownIn(value: unknown, spec: JsonAnswers, path: readonly string[], depth: number): readonly string[] {
  if (spec.shows === undefined || depth > DEEPEST) return []
  if (Array.isArray(value))
    return spec.lists(path)
      ? objectsOf(value).flatMap(spec.shows)
      : objectsOf(value).flatMap((one) => shownIn(one, spec, path, depth + 1))
  if (!isObject(value)) return []
  const inside = Object.entries(value).flatMap(([key, inner]) => shownIn(inner, spec, [...path, key], depth + 1))
  return depth === 0 ? [...spec.shows(value), ...inside] : inside
}

async function* one(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}

/** The value of JSON; undefined where it is none. */
export function parsed(bytes: Buffer): unknown {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'))
    cutDeep(value)
    return value
  } catch {
    return undefined
  }
}

/**
 * A record as an interface tells it. Interfaces write the same post in another form than exports do, and leave some of it out: the same words
 * are no version.
 */
export function told(said: Said): Outcome {
  return record({ ...said, form: 'partial', details: { ...said.details, form: PARTIAL_FORM } })
}

/** The same where the platform says of it what no export does (edited, put away): always a version of its own. */
export function changed(said: Said): Outcome {
  return record({ ...said, details: { ...said.details, form: PARTIAL_FORM } })
}

/** A record that is there and shown to nobody, or to few: hiding is somebody's act, and makes a version of its own. */
export function hidden(said: Said, how: string): Outcome {
  return changed({
    ...said,
    details: { ...said.details, hidden: true, hiddenHow: how },
    content: { said: said.content, hidden: true },
  })
}
