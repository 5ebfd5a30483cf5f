// Owns streaming the lists that lie inside a JSON document: their elements one by one, and the document without them.
import { CLOSE_LIST, CLOSE_OBJECT, COLON, COMMA, isSpace, OPEN_LIST, OPEN_OBJECT, QUOTE } from './bytes.ts'
import { DEFAULT_JSON_LIMITS, type JsonCode, type JsonFinding, type JsonLimits, jsonFinding } from './items.ts'
import { NOT_ENDED, Outline } from './outline.ts'

/** One element of a wanted list. `path` holds the keys that lead to the list; `bytes` is null above the limit. */
export interface DeepItem {
  readonly path: readonly string[]
  /** Place in its list. */
  readonly index: number
  readonly start: number
  readonly length: number
  readonly bytes: Buffer | null
}

/** The last batch has an `end`: the document with the wanted lists emptied, and what was wrong. */
export interface DeepBatch {
  readonly items: readonly DeepItem[]
  readonly end: { readonly envelope: Buffer | null; readonly finding: JsonFinding | null } | null
}

interface Level {
  readonly list: boolean
  readonly key: string | null
  readonly wanted: boolean
  index: number
}

type State = 'value' | 'key' | 'colon' | 'after' | 'string' | 'scalar' | 'item' | 'item-scalar' | 'done' | 'failed'

/**
 * Streams the elements of the lists that `wanted` names by the keys leading to them (`[]` is a list at the root). Any cutting into chunks gives the same.
 * Throws what the input throws, and the signal's reason.
 */
export async function* splitDeep(
  chunks: AsyncIterable<Buffer>,
  wanted: (path: readonly string[]) => boolean,
  signal: AbortSignal,
  limits: JsonLimits = DEFAULT_JSON_LIMITS,
): AsyncGenerator<DeepBatch, void, undefined> {
  const splitter = new DeepSplitter(wanted, limits)
  for await (const chunk of chunks) {
    signal.throwIfAborted()
    splitter.push(chunk)
    if (splitter.full) yield { items: splitter.take(), end: null }
  }
  const end = splitter.end()
  yield { items: splitter.take(), end }
}

/** Takes chunks, gives items. */
class DeepSplitter {
  readonly #wanted: (path: readonly string[]) => boolean
  readonly #limits: JsonLimits
  readonly #outline: Outline
  #state: State = 'value'
  #stack: Level[] = []
  #key: string | null = null
  #offset = 0
  #finding: JsonFinding | null = null
  #items: DeepItem[] = []
  #itemBytes = 0
  #start = 0
  #kept: Buffer[] = []
  #envelope: Buffer[] = []
  #envelopeSize = 0
  /** Bytes of a key or text being followed outside items. */
  #string: Buffer[] = []
  #stringFrom = 0
  #escaped = false
  #isKey = false
  #started = false

  constructor(wanted: (path: readonly string[]) => boolean, limits: JsonLimits) {
    this.#wanted = wanted
    this.#limits = limits
    this.#outline = new Outline(limits.maxDepth)
  }

  get full(): boolean {
    return this.#items.length >= this.#limits.batchItems || this.#itemBytes >= this.#limits.batchBytes
  }

  take(): DeepItem[] {
    const items = this.#items
    this.#items = []
    this.#itemBytes = 0
    return items
  }

  end(): DeepBatch['end'] {
    if (!this.#started) this.#finding ??= jsonFinding('no-container', this.#offset)
    else if (this.#state !== 'done') this.#finding ??= jsonFinding('truncated', this.#offset)
    const whole = this.#state === 'done' && this.#envelopeSize <= this.#limits.maxItemBytes
    return { envelope: whole ? Buffer.concat(this.#envelope) : null, finding: this.#finding }
  }

  push(chunk: Buffer): void {
    let at = 0
    if (this.#state === 'string') this.#stringFrom = 0
    while (at < chunk.length && this.#state !== 'failed') {
      if (this.#state === 'item') at = this.#item(chunk, at)
      else if (this.#state === 'item-scalar') at = this.#itemScalar(chunk, at)
      else if (this.#state === 'string') at = this.#text(chunk, at)
      else if (this.#state === 'scalar') at = this.#scalar(chunk, at)
      else at = this.#between(chunk, at)
    }
    if (this.#state === 'item' || this.#state === 'item-scalar') this.#keep(chunk)
    if (this.#state === 'string' && this.#isKey) this.#string.push(chunk.subarray(this.#stringFrom))
    this.#offset += chunk.length
  }

  #top(): Level | undefined {
    return this.#stack[this.#stack.length - 1]
  }

  #fail(code: JsonCode, at: number): number {
    this.#finding = jsonFinding(code, this.#offset + at)
    this.#state = 'failed'
    this.#kept = []
    return at
  }

  #note(bytes: Buffer): void {
    this.#envelopeSize += bytes.length
    if (this.#envelopeSize <= this.#limits.maxItemBytes) this.#envelope.push(bytes)
  }

  #between(chunk: Buffer, at: number): number {
    const byte = chunk[at] ?? 0
    if (isSpace(byte) || (!this.#started && this.#offset + at < 3 && byte > 0x7f)) return at + 1
    const top = this.#top()
    const here = chunk.subarray(at, at + 1)
    switch (this.#state) {
      case 'value':
        if (byte === CLOSE_LIST && top?.list && top.index === 0) return this.#close(byte, at, here)
        if (top?.wanted) return this.#begin(byte, at)
        if (byte === OPEN_LIST || byte === OPEN_OBJECT) return this.#open(byte, at, here)
        if (top === undefined) return this.#fail('no-container', at)
        if (byte === QUOTE) return this.#beginText(at, here, false)
        if (byte === COMMA || byte === COLON || byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
          return this.#fail(byte === CLOSE_OBJECT ? 'mismatched-bracket' : 'unexpected-byte', at)
        }
        this.#state = 'scalar'
        return at
      case 'key':
        if (byte === CLOSE_OBJECT && top?.index === 0) return this.#close(byte, at, here)
        return byte === QUOTE ? this.#beginText(at, here, true) : this.#fail('unexpected-byte', at)
      case 'colon':
        if (byte !== COLON) return this.#fail('unexpected-byte', at)
        this.#note(here)
        this.#state = 'value'
        return at + 1
      case 'after':
        if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) return this.#close(byte, at, here)
        if (byte !== COMMA || top === undefined) return this.#fail('unexpected-byte', at)
        top.index += 1
        if (!top.wanted) this.#note(here)
        this.#state = top.list ? 'value' : 'key'
        return at + 1
      default:
        return this.#fail('trailing-data', at)
    }
  }

  #open(byte: number, at: number, here: Buffer): number {
    if (this.#stack.length >= this.#limits.maxDepth) return this.#fail('too-deep', at)
    this.#started = true
    const list = byte === OPEN_LIST
    const path = [...this.#path(), ...(this.#key === null ? [] : [this.#key])]
    this.#stack.push({ list, key: this.#key, wanted: list && this.#wanted(path), index: 0 })
    this.#key = null
    this.#note(here)
    this.#state = list ? 'value' : 'key'
    return at + 1
  }

  #close(byte: number, at: number, here: Buffer): number {
    const top = this.#stack.pop()
    if (top === undefined || (byte === CLOSE_LIST) !== top.list) return this.#fail('mismatched-bracket', at)
    this.#note(here)
    this.#state = this.#stack.length === 0 ? 'done' : 'after'
    return at + 1
  }

  #path(): string[] {
    return this.#stack.flatMap(({ key }) => key ?? [])
  }

  #beginText(at: number, here: Buffer, isKey: boolean): number {
    this.#note(here)
    this.#isKey = isKey
    this.#escaped = false
    this.#string = []
    this.#stringFrom = at + 1
    this.#state = 'string'
    return at + 1
  }

  #text(chunk: Buffer, from: number): number {
    for (let at = from; at < chunk.length; at++) {
      const byte = chunk[at]
      if (this.#escaped) this.#escaped = false
      else if (byte === 0x5c) this.#escaped = true
      else if (byte === QUOTE) {
        this.#note(chunk.subarray(from, at + 1))
        if (this.#isKey) this.#key = keyOf(Buffer.concat([...this.#string, chunk.subarray(this.#stringFrom, at)]))
        else this.#key = null
        this.#string = []
        this.#state = this.#isKey ? 'colon' : 'after'
        return at + 1
      }
    }
    this.#note(chunk.subarray(from))
    return chunk.length
  }

  #scalar(chunk: Buffer, from: number): number {
    let at = from
    for (; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0
      if (isSpace(byte) || byte === COMMA || byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
        this.#note(chunk.subarray(from, at))
        this.#key = null
        this.#state = 'after'
        return at
      }
      if (byte === QUOTE || byte === OPEN_LIST || byte === OPEN_OBJECT || byte === COLON) {
        return this.#fail('unexpected-byte', at)
      }
    }
    this.#note(chunk.subarray(from))
    return at
  }

  #begin(byte: number, at: number): number {
    if (byte === CLOSE_OBJECT) return this.#fail('mismatched-bracket', at)
    if (byte === CLOSE_LIST || byte === COMMA || byte === COLON) return this.#fail('unexpected-byte', at)
    this.#state = this.#outline.begin(byte) ? 'item' : 'item-scalar'
    this.#start = this.#offset + at
    return at + 1
  }

  #item(chunk: Buffer, from: number): number {
    const end = this.#outline.scan(chunk, from)
    if (end !== NOT_ENDED) return this.#finish(chunk, end)
    const { problem } = this.#outline
    return problem === null ? chunk.length : this.#fail(problem.code, problem.at)
  }

  #itemScalar(chunk: Buffer, from: number): number {
    for (let at = from; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0
      if (isSpace(byte) || byte === COMMA || byte === CLOSE_LIST) return this.#finish(chunk, at)
      if (byte === CLOSE_OBJECT || byte === QUOTE || byte === OPEN_LIST || byte === OPEN_OBJECT || byte === COLON) {
        return this.#fail(byte === CLOSE_OBJECT ? 'mismatched-bracket' : 'unexpected-byte', at)
      }
    }
    return chunk.length
  }

  #finish(chunk: Buffer, end: number): number {
    const length = this.#offset + end - this.#start
    const { index = 0 } = this.#top() ?? {}
    const here = chunk.subarray(Math.max(0, this.#start - this.#offset), end)
    const bytes =
      length > this.#limits.maxItemBytes
        ? null
        : this.#kept.length === 0
          ? here
          : Buffer.concat([...this.#kept, here], length)
    this.#items.push({ path: this.#path(), index, start: this.#start, length, bytes })
    this.#itemBytes += bytes?.length ?? 0
    this.#kept = []
    this.#state = 'after'
    return end
  }

  #keep(chunk: Buffer): void {
    const soFar = this.#offset + chunk.length - this.#start
    if (soFar > this.#limits.maxItemBytes) this.#kept = []
    else this.#kept.push(chunk.subarray(Math.max(0, this.#start - this.#offset)))
  }
}

function keyOf(bytes: Buffer): string {
  const text = bytes.toString('utf8')
  if (!text.includes('\\')) return text
  try {
    return String(JSON.parse(`"${text}"`))
  } catch {
    return text
  }
}
