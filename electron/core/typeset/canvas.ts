// The page being written: its content, how far down it is filled, and what every page carries (artifacts, fonts).

import type PDFDocument from 'pdfkit'
import { Destinations } from './destinations.ts'
import { EmbeddedFont } from './embed.ts'
import type { Face } from './face.ts'
import { number } from './pdf.ts'
import { StructureTree } from './structure.ts'
import { PAINT, type Page, type Paint } from './theme.ts'

/** What waits to be drawn on the page of the block that follows it. */
interface Held {
  /** Its own height, and the least that must stand below it on the same page, in points. */
  readonly height: number
  readonly below: number
  readonly draw: () => void
}

/** Writes the pages of one document from top to bottom. All positions are in points from the top left corner. */
export class Canvas {
  readonly document: typeof PDFDocument
  readonly structure: StructureTree
  readonly destinations: Destinations
  readonly page: Page
  /** Top of the free space on the current page. */
  y: number
  /** Pages begun. */
  pages = 0
  readonly #furnish: () => void
  readonly #fonts = new Map<Face, EmbeddedFont>()
  readonly #embedded: EmbeddedFont[] = []
  #content: string[] = []
  #rules: string[] = []
  #fontsOnPage = new Set<EmbeddedFont>()
  #font = ''
  #paint: Paint | undefined
  #held: Held[] = []

  /** @param furnish draws what every page carries, called as each page begins; the first is begun by `newPage` */
  constructor(document: typeof PDFDocument, page: Page, furnish: () => void) {
    this.document = document
    this.page = page
    this.y = page.top
    this.structure = new StructureTree(document)
    this.destinations = new Destinations(document)
    this.#furnish = furnish
  }

  /** Free height on the current page. Only right where nothing is held: after `need`. */
  get room(): number {
    return this.page.floor - this.y
  }

  /** Whether nothing but furniture is on the current page. */
  get fresh(): boolean {
    return this.y === this.page.top
  }

  /** Appends operators to the page's content. */
  add(operators: string): void {
    this.#content.push(operators)
  }

  /** Begins a page. */
  newPage(): void {
    if (this.pages > 0) {
      this.#endPage()
      const { page } = this.document
      this.document.addPage()
      // Written by now; pdfkit keeps every page for its number, and with it whatever its dictionary holds.
      Object.assign(page.dictionary, { data: {} })
    } else {
      this.document.addPage()
    }
    this.pages++
    this.y = this.page.top
    this.#font = ''
    this.#paint = undefined
    this.#fontsOnPage = new Set()
    this.#furnish()
  }

  /** Draws what is held, together with what is about to be drawn, on a page on which there is room for so much of it. */
  need(height: number): void {
    const held = this.#held
    this.#held = []
    let whole = height
    for (const one of held.toReversed()) whole = one.height + Math.max(one.below, whole)
    if (whole > this.room && !this.fresh) this.newPage()
    for (const one of held) one.draw()
  }

  /** Holds back what must not stand alone at the foot of a page, until the next `need`. */
  hold(held: Held): void {
    this.#held.push(held)
  }

  /** Adds vertical space, none at the top of a page. */
  space(height: number): void {
    if (!this.fresh) this.y = Math.min(this.y + height, this.page.floor)
  }

  /** A horizontal rule; it is an artifact. */
  rule(x: number, y: number, width: number, paint: Paint, weight: number): void {
    this.#rules.push(`${PAINT[paint]} RG ${weight} w ${number(x)} ${number(y)} m ${number(x + width)} ${number(y)} l S`)
  }

  /** A filled rectangle behind what is drawn after it; it is an artifact. */
  fill(x: number, y: number, width: number, height: number, paint: Paint): void {
    this.add(`/Artifact BMC q ${PAINT[paint]} rg ${[x, y, width, height].map(number).join(' ')} re f Q EMC`)
  }

  /** Draws turned about a point, which is the origin while it draws. @param degrees against the clock */
  turned(x: number, y: number, degrees: number, draw: () => void): void {
    const [cosine, sine] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
    this.add(`q ${[cosine, -sine, sine, cosine, x, y].map(number).join(' ')} cm`)
    draw()
    this.add('Q')
    // What was selected in between is forgotten with it.
    this.#font = ''
    this.#paint = undefined
  }

  /** The operator that sets the fill colour, empty where it is set already. */
  colour(paint: Paint): string {
    if (this.#paint === paint) return ''
    this.#paint = paint
    return `${PAINT[paint]} rg `
  }

  /** The embedded font of a face, and the operator that selects it, empty where it is selected already. */
  font(face: Face, size: number): { readonly font: EmbeddedFont; readonly select: string } {
    let font = this.#fonts.get(face)
    if (!font || font.full) {
      font = new EmbeddedFont(this.document, face, this.#embedded.length + 1)
      this.#embedded.push(font)
      this.#fonts.set(face, font)
    }
    if (!this.#fontsOnPage.has(font)) {
      this.#fontsOnPage.add(font)
      Object.assign(this.document.page.fonts, { [font.name]: font.reference })
    }
    const wanted = `/${font.name} ${number(size)} Tf `
    if (this.#font === wanted) return { font, select: '' }
    this.#font = wanted
    return { font, select: wanted }
  }

  /** Hands the content so far to pdfkit, before pdfkit itself draws on the page. */
  flush(): void {
    if (this.#content.length > 0) this.document.page.write(this.#content.join('\n'))
    this.#content = []
  }

  /** Ends the last page and writes the fonts and the root of the structure. */
  finish(): void {
    this.need(0)
    this.destinations.finish()
    this.#endPage()
    for (const font of this.#embedded) font.write()
    this.structure.finish()
  }

  #endPage(): void {
    if (this.#rules.length > 0) this.add(`/Artifact BMC q ${this.#rules.join('\n')} Q EMC`)
    this.#rules = []
    this.flush()
    this.structure.endPage()
  }
}
