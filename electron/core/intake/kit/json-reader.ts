// Owns reading JSON files of any platform: lists element by element, at the root or inside the document.

import { parseLossless } from '../../json/lossless.ts'
import { type DeepItem, splitDeep } from '../../json/split-deep.ts'
import type { Outcome } from '../draft.ts'
import { failed } from './draft.ts'
import { damagedFile, itemBook } from './items.ts'
import type { FileReader, Reading } from './spec.ts'

/** Where an element stands. */
export interface JsonPlace {
  /** In its list. */
  readonly index: number
  /** The keys that lead to its list. */
  readonly path: readonly string[]
  /** The document without its streamed elements; undefined unless asked for. */
  readonly envelope: unknown
}

interface JsonSpec<State> {
  /** Which lists are streamed, by the keys that lead to them; a list at the root always is. Without it a root object is one item. */
  readonly lists?: (path: readonly string[]) => boolean
  /** False where a list at the root is gone through to the lists inside its elements. */
  readonly root?: false
  /** Whether the makers need the document around the elements: it is then read once before. */
  readonly envelope?: boolean
  readonly make: (value: unknown, place: JsonPlace, reading: Reading<State>) => Outcome | readonly Outcome[]
  /** Records made of the document around the elements. */
  readonly rest?: (envelope: unknown, reading: Reading<State>) => readonly Outcome[]
}

/** A reader of JSON files. */
export function jsonReader<State>(spec: JsonSpec<State>): FileReader<State> {
  return async function* (reading) {
    const { tree, file, signal } = reading
    // A root object without wanted lists is an element itself: it is read as the only one of a list around it.
    const isElement = spec.lists === undefined && (await rootByte(reading)) === '{'
    const wanted = (path: readonly string[]) =>
      (path.length === 0 && spec.root !== false) || spec.lists?.(path) === true
    const source = () =>
      isElement ? bracketed(tree.set.read(file.member, signal)) : tree.set.read(file.member, signal)
    const envelope = spec.envelope === true ? await envelopeOf(source(), wanted, signal) : undefined
    const book = itemBook()
    const shift = isElement ? 1 : 0
    for await (const { items, end } of splitDeep(source(), wanted, signal)) {
      for (const item of items) {
        const { path, index } = item
        const bytes = item.bytes ?? Buffer.alloc(0)
        const pointer = isElement ? '/' : `/${[...path, String(index)].join('/')}`
        book.add({ pointer, start: item.start - shift, bytes }, made(item, spec, { path, index, envelope }, reading))
        if (book.full) yield book.take()
      }
      if (end === null) continue
      if (end.envelope !== null && spec.rest !== undefined) {
        const parsed = parse(end.envelope)
        const outcomes = parsed.ok ? spec.rest(parsed.value, reading) : []
        if (outcomes.length > 0) book.add({ pointer: '/', start: 0, bytes: end.envelope }, outcomes)
      }
      yield book.take()
      if (end.finding !== null) throw damagedFile(file, end.finding.sentence)
    }
  }
}

function made<State>(
  { bytes, length }: DeepItem,
  spec: JsonSpec<State>,
  place: JsonPlace,
  reading: Reading<State>,
): Outcome | readonly Outcome[] {
  if (bytes === null) return failed('item-too-large', `is larger than any item of an export (${length} bytes)`)
  const parsed = parse(bytes)
  return parsed.ok
    ? spec.make(parsed.value, place, reading)
    : failed('item-malformed', 'is malformed and cannot be understood')
}

function parse(bytes: Buffer): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
  try {
    return { ok: true, value: parseLossless(bytes.toString('utf8')) }
  } catch {
    return { ok: false }
  }
}

async function envelopeOf(
  chunks: AsyncIterable<Buffer>,
  wanted: (path: readonly string[]) => boolean,
  signal: AbortSignal,
): Promise<unknown> {
  for await (const { end } of splitDeep(chunks, wanted, signal)) {
    if (end?.envelope == null) continue
    const parsed = parse(end.envelope)
    return parsed.ok ? parsed.value : undefined
  }
  return undefined
}

async function rootByte<State>({ tree, file, signal }: Reading<State>): Promise<string> {
  for await (const chunk of tree.set.read(file.member, signal)) {
    const text = chunk
      .toString('latin1', 0, 4096)
      .replace(/^\xef\xbb\xbf/, '')
      .trimStart()
    if (text !== '') return text[0] ?? ''
  }
  return ''
}

const OPEN = Buffer.from('[')
const CLOSE = Buffer.from(']')

async function* bracketed(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield OPEN
  let first = true
  for await (const chunk of chunks) {
    yield first && chunk[0] === 0xef && chunk[1] === 0xbb
      ? Buffer.concat([Buffer.from('   '), chunk.subarray(3)])
      : chunk
    first = false
  }
  yield CLOSE
}
