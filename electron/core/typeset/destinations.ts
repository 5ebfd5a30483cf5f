// Where notes stand, for the links that lead to them from pages that are written before.

import type PDFDocument from 'pdfkit'
import { number, Source } from './pdf.ts'

/** The destinations of one document that are awaited: each is an object of its own, so that nothing waits but its number. */
export class Destinations {
  readonly #document: typeof PDFDocument
  readonly #awaited = new Map<string, PDFKit.PDFKitReference>()

  constructor(document: typeof PDFDocument) {
    this.#document = document
  }

  /** The object that will say where the next note with this number stands. */
  of(note: string): PDFKit.PDFKitReference {
    const known = this.#awaited.get(note)
    if (known !== undefined) return known
    const reference = this.#document.ref(new Source())
    this.#awaited.set(note, reference)
    return reference
  }

  /** A note begins here on the current page, in points from its left and top edge; nothing happens where no link leads to it. */
  settle(note: string, x: number, y: number): void {
    const reference = this.#awaited.get(note)
    if (reference === undefined) return
    const { page } = this.#document
    const place = `${number(x)} ${number(page.height - y)}`
    Object.assign(reference.data, { text: `[${page.dictionary.id} 0 R /XYZ ${place} null]` })
    reference.end()
    this.#awaited.delete(note)
  }

  /** @throws RangeError where a link leads to a note that was never drawn */
  finish(): void {
    if (this.#awaited.size === 0) return
    throw new RangeError(`Links lead to notes that were never drawn: ${[...this.#awaited.keys()].join(', ')}.`)
  }
}
