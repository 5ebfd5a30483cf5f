// Owns cutting a JSON list into its elements by bytes: what stands in front, between and behind them, over any chunks.
import {
  CLOSE_LIST,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  EQUALS,
  isSpace,
  OPEN_LIST,
  OPEN_OBJECT,
  QUOTE,
  SEMICOLON,
} from './bytes.ts'
import { type JsonCode, type JsonFinding, type JsonItem, type JsonLimits, jsonFinding } from './items.ts'
import { NOT_ENDED, Outline } from './outline.ts'

/** Longer than any `window.YTD.… =`; a text without an `=` is given up here. */
const MAX_PREFIX = 4096
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf]

/** How the input ended: which container it held, how many elements, how many bytes, and what was wrong. */
export interface JsonEnd {
  readonly root: 'list' | 'object' | 'none'
  readonly items: number
  readonly bytes: number
  readonly finding: JsonFinding | null
}

/** What JavaScript takes for a space besides JSON's four: tabs and feeds, and bytes of no-break spaces and marks; no value begins with them. */
function isScriptSpace(byte: number): boolean {
  return byte === 0x0b || byte === 0x0c || byte > 0x7f
}

type State = 'start' | 'assignment' | 'value' | 'first' | 'element' | 'inside' | 'scalar' | 'after' | 'done' | 'failed'

/** Takes chunks, gives items. A root object is one item. */
export class Splitter {
  readonly #limits: JsonLimits
  readonly #outline: Outline
  #state: State = 'start'
  #root: JsonEnd['root'] = 'none'
  #finding: JsonFinding | null = null
  /** Offset of the current chunk's first byte in the input. */
  #offset: number
  #count = 0
  #items: JsonItem[] = []
  #itemBytes = 0
  #start = 0
  /** What earlier chunks hold of the current item; empty once it is above the limit. */
  #kept: Buffer[] = []

  /** `offset` is where the first chunk stands in what the caller counts from. */
  constructor(limits: JsonLimits, offset = 0) {
    this.#limits = limits
    this.#outline = new Outline(limits.maxDepth)
    this.#offset = offset
  }

  /** Reads one chunk; its bytes may be handed out as items. */
  push(chunk: Buffer): void {
    let at = 0
    while (at < chunk.length && this.#state !== 'failed') {
      if (this.#state === 'inside') at = this.#inside(chunk, at)
      else if (this.#state === 'scalar') at = this.#scalar(chunk, at)
      else at = this.#between(chunk, at)
    }
    if (this.#state === 'inside' || this.#state === 'scalar') this.#keep(chunk)
    this.#offset += chunk.length
  }

  /** True where the items gathered make a batch. */
  get full(): boolean {
    return this.#items.length >= this.#limits.batchItems || this.#itemBytes >= this.#limits.batchBytes
  }

  /** Hands over the items gathered so far. */
  take(): JsonItem[] {
    const items = this.#items
    this.#items = []
    this.#itemBytes = 0
    return items
  }

  /** To be called once, behind the last chunk. */
  end(): JsonEnd {
    if (this.#root === 'none') this.#finding ??= jsonFinding('no-container', this.#offset)
    else if (this.#state !== 'done') this.#finding ??= jsonFinding('truncated', this.#offset)
    this.#kept = []
    return { root: this.#root, items: this.#count, bytes: this.#offset, finding: this.#finding }
  }

  #fail(code: JsonCode, at: number): number {
    this.#finding = jsonFinding(code, this.#offset + at)
    this.#state = 'failed'
    this.#kept = []
    return at
  }

  /** Everything outside an element, a byte at a time. */
  #between(chunk: Buffer, at: number): number {
    const byte = chunk[at] ?? 0
    if (isSpace(byte)) return at + 1
    switch (this.#state) {
      case 'start':
        if (byte === BYTE_ORDER_MARK[this.#offset + at]) return at + 1
        if (byte !== OPEN_LIST && byte !== OPEN_OBJECT) this.#state = 'assignment'
        return byte === OPEN_LIST || byte === OPEN_OBJECT ? this.#open(byte, at) : at
      case 'assignment':
        if (this.#offset + at >= MAX_PREFIX) return this.#fail('no-container', at)
        if (byte === EQUALS) this.#state = 'value'
        return at + 1
      case 'value':
        if (isScriptSpace(byte)) return at + 1
        return byte === OPEN_LIST || byte === OPEN_OBJECT ? this.#open(byte, at) : this.#fail('no-container', at)
      case 'first':
      case 'element':
        if (byte === CLOSE_LIST && this.#state === 'first') return this.#done(at)
        return this.#begin(byte, at)
      case 'after':
        if (byte === CLOSE_LIST) return this.#done(at)
        if (byte !== COMMA) return this.#fail(byte === CLOSE_OBJECT ? 'mismatched-bracket' : 'unexpected-byte', at)
        this.#state = 'element'
        return at + 1
      default:
        return byte === SEMICOLON ? at + 1 : this.#fail('trailing-data', at)
    }
  }

  #open(byte: number, at: number): number {
    this.#root = byte === OPEN_LIST ? 'list' : 'object'
    if (byte === OPEN_OBJECT) return this.#begin(byte, at)
    this.#state = 'first'
    return at + 1
  }

  #done(at: number): number {
    this.#state = 'done'
    return at + 1
  }

  #begin(byte: number, at: number): number {
    if (byte === CLOSE_OBJECT) return this.#fail('mismatched-bracket', at)
    if (byte === CLOSE_LIST || byte === COMMA || byte === COLON) return this.#fail('unexpected-byte', at)
    this.#state = this.#outline.begin(byte) ? 'inside' : 'scalar'
    this.#start = this.#offset + at
    return at + 1
  }

  #inside(chunk: Buffer, from: number): number {
    const end = this.#outline.scan(chunk, from)
    if (end !== NOT_ENDED) return this.#finish(chunk, end)
    const { problem } = this.#outline
    return problem === null ? chunk.length : this.#fail(problem.code, problem.at)
  }

  /** A number, true, false or null: whether it is one is for the parser to say. */
  #scalar(chunk: Buffer, from: number): number {
    let at = from
    for (; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0
      if (isSpace(byte) || byte === COMMA || byte === CLOSE_LIST) return this.#finish(chunk, at)
      if (byte === CLOSE_OBJECT) return this.#fail('mismatched-bracket', at)
      if (byte === QUOTE || byte === OPEN_LIST || byte === OPEN_OBJECT || byte === COLON) {
        return this.#fail('unexpected-byte', at)
      }
    }
    return at
  }

  #finish(chunk: Buffer, end: number): number {
    const start = this.#start
    const length = this.#offset + end - start
    const index = this.#count++
    if (length > this.#limits.maxItemBytes) {
      this.#items.push({ index, start, length, tooLarge: true, bytes: null })
    } else {
      const here = chunk.subarray(Math.max(0, start - this.#offset), end)
      const bytes = this.#kept.length === 0 ? here : Buffer.concat([...this.#kept, here], length)
      this.#items.push({ index, start, length, tooLarge: false, bytes })
      this.#itemBytes += length
    }
    this.#kept = []
    this.#state = this.#root === 'object' ? 'done' : 'after'
    return end
  }

  #keep(chunk: Buffer): void {
    const soFar = this.#offset + chunk.length - this.#start
    if (soFar > this.#limits.maxItemBytes) this.#kept = []
    else this.#kept.push(chunk.subarray(Math.max(0, this.#start - this.#offset)))
  }
}
