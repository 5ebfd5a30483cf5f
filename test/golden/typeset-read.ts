// A small PDF reader for tests, written without imports from the code it judges.

import { inflateSync } from 'node:zlib'
import { expect } from 'vitest'

/** A page, its content inflated and its fonts' ToUnicode maps read. */
export interface Page {
  readonly id: number
  readonly content: string
  readonly fonts: ReadonlyMap<string, ReadonlyMap<string, string>>
}

/** Reads by the cross-reference table: every object must be where the table says. */
export class Pdf {
  readonly pages: Page[]
  readonly #bytes: Buffer
  readonly #offsets: number[]
  readonly #unicode = new Map<number, ReadonlyMap<string, string>>()

  /** @param bytes the whole file */
  constructor(bytes: Buffer) {
    this.#bytes = bytes
    const start = Number(/startxref\n(\d+)/.exec(bytes.subarray(-40).toString('latin1'))?.[1])
    const table = bytes.subarray(start).toString('latin1')
    this.#offsets = [0, ...[...table.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset))]
    const kids = /\/Kids \[([^\]]*)\]/.exec(this.find('/Type /Pages'))?.[1] ?? ''
    this.pages = [...kids.matchAll(/(\d+) 0 R/g)].map(([, id]) => this.#page(Number(id)))
  }

  /** The source of an object without its stream. */
  object(id: number): string {
    const from = this.#offsets[id] ?? 0
    const head = `${id} 0 obj\n`
    expect(this.#bytes.subarray(from, from + head.length).toString('latin1')).toBe(head)
    const body = this.#bytes.subarray(from + head.length, this.#bytes.indexOf('\nendobj', from)).toString('latin1')
    return body.includes('\nstream\n') ? body.slice(0, body.indexOf('\nstream\n')) : body
  }

  /** The inflated stream of an object. */
  stream(id: number): Buffer {
    const from = this.#bytes.indexOf('\nstream\n', this.#offsets[id] ?? 0) + 8
    const data = this.#bytes.subarray(from, from + Number(/\/Length (\d+)/.exec(this.object(id))?.[1]))
    return this.object(id).includes('/FlateDecode') ? inflateSync(data) : data
  }

  /** Every object whose source contains a part. */
  all(part: string): string[] {
    return this.#offsets
      .slice(1)
      .map((_, i) => this.object(i + 1))
      .filter((object) => `${object}\n`.includes(part))
  }

  /** The first such object, empty where there is none. */
  find(part: string): string {
    return this.all(part)[0] ?? ''
  }

  /** The number of the object that an entry refers to. */
  reference(object: string, key: string): number {
    return Number(new RegExp(`/${key} (\\d+) 0 R`).exec(object)?.[1])
  }

  /** The object that an entry refers to. */
  at(object: string, key: string): string {
    return this.object(this.reference(object, key))
  }

  /** The text of all pages. */
  text(): string {
    return this.pages.map((page) => this.pageText(page)).join('\n')
  }

  /** Text in the order of the content, blocks one a line; strings marked as reversed are turned round by character. */
  pageText({ content, fonts }: Page): string {
    const show = (operators: string, map: ReadonlyMap<string, string> | undefined) =>
      [...operators.matchAll(/\[([^\]]*)\]TJ/g)].flatMap(([, strings = '']) =>
        [...strings.matchAll(/<([0-9a-f]*)>/g)].flatMap(([, hex = '']) =>
          (hex.match(/.{4}/g) ?? []).map((code) => map?.get(code) ?? '\ufffd'),
        ),
      )
    let font: ReadonlyMap<string, string> | undefined
    let text = ''
    const token =
      /\/(F\d+) [\d.]+ Tf|\/Span<<\/ActualText <FEFF([0-9A-Fa-f]*)>>>BDC .*?EMC|\/ReversedChars BMC (.*?)EMC|(\[[^\]]*\]TJ)|\/MCID \d+>>BDC/gs
    for (const [whole, name, actual, reversed, plain] of content.matchAll(token)) {
      if (name !== undefined) font = fonts.get(name)
      else if (actual !== undefined) text += Buffer.from(actual, 'hex').swap16().toString('utf16le')
      else if (reversed !== undefined) text += show(reversed, font).reverse().join('')
      else if (plain !== undefined) text += show(plain, font).join('')
      else if (whole.endsWith('BDC')) text += '\n'
    }
    return text
  }

  #page(id: number): Page {
    const page = this.object(id)
    const content = this.stream(this.reference(page, 'Contents')).toString('latin1')
    const fonts = [...this.at(page, 'Resources').matchAll(/\/(F\d+) (\d+) 0 R/g)]
    return { id, content, fonts: new Map(fonts.map(([, name = '', font]) => [name, this.#map(Number(font))])) }
  }

  #map(font: number): ReadonlyMap<string, string> {
    const known = this.#unicode.get(font)
    if (known) return known
    const cmap = this.stream(this.reference(this.object(font), 'ToUnicode')).toString('latin1')
    const pairs = cmap.matchAll(/^<([0-9a-f]{4})><([0-9a-f]*)>$/gm)
    const map = new Map(
      [...pairs].map(([, code = '', text = '']) => [code, Buffer.from(text, 'hex').swap16().toString('utf16le')]),
    )
    this.#unicode.set(font, map)
    return map
  }
}
