// A document: headings, paragraphs, facts, tables and pictures, written page by page by the rules of PDF/A-2a and PDF/UA-1.

import type { Writable } from 'node:stream'
import PDFDocument from 'pdfkit'
import { DRAFT, type Marking, markingOf } from '../../../shared/text/marking.ts'
import { drawBand } from './band.ts'
import { drawBanner } from './banner.ts'
import { Canvas } from './canvas.ts'
import { type ChartOptions, drawChart } from './chart.ts'
import { drawFacts, type FactsOptions } from './facts.ts'
import { type FontSource, FontStack, packagedFonts } from './fonts.ts'
import { drawImage, type ImageOptions, type ImageOutcome } from './image.ts'
import { languageEntry } from './language.ts'
import { drawList, type ListOptions } from './list.ts'
import { informationText, UNIVERSAL_ACCESS } from './metadata.ts'
import { drawNotes } from './notes.ts'
import { countEntries } from './outline.ts'
import { heightOf, paintLines } from './paint.ts'
import { revealedPlain } from './reveal.ts'
import type { Line, Style } from './run.ts'
import { drawRunningHead } from './running-head.ts'
import { plainText, Setting, type Tally, type Text } from './setting.ts'
import { PLAIN } from './shaper.ts'
import { Sink } from './sink.ts'
import type { Role } from './structure.ts'
import { drawTable, type TableOptions } from './table.ts'
import { type Colour, HEADING, PAGES, SIZE } from './theme.ts'
import { drawWatermark } from './watermark.ts'

/** What a document says about itself. */
export interface DocumentOptions {
  readonly title: string
  /** Language tag (BCP 47) of the document's own words. */
  readonly lang: string
  readonly author: string
  /** The file's creation date; the only time in the file. */
  readonly createdAt: Date
  /** Stands at the foot of each page, beside the page's number. */
  readonly footer: string
  /** How the page stands: upright unless said. */
  readonly page?: keyof typeof PAGES
  /** Whether it is made in a practice vault: then every page says so, above all else, and so does the title. */
  readonly practice: boolean
  /** Whether it is a draft: then every page says so, too, across all that stands on it. */
  readonly draft?: boolean
  /** Whether somebody has answered the checks that no program can make: only then does the file claim PDF/A-2a and PDF/UA-1. */
  readonly claims?: boolean
  /** The number that a page bears at its foot, by its place in the file from 1; `page n` where nothing is given. */
  readonly pageNumber?: (page: number) => string
  /** Whether it is a part of a longer document: its pages are those of the whole, so nothing is said before them. */
  readonly part?: boolean
  readonly fonts?: FontSource
}

/** How a paragraph is set; lengths in points. */
export interface ParagraphOptions {
  readonly size?: number
  readonly colour?: Colour
  readonly spaceAfter?: number
  /** Language tag of its text, where the source gives one. */
  readonly lang?: string
  /** Whether it stands whole on the page of what follows it. */
  readonly withNext?: boolean
}

/** How a heading is kept. */
export interface HeadingOptions {
  /** Whether it is an entry of the outline, which a program shows beside the pages and which stays in memory; by default it is. */
  readonly bookmark?: boolean
}

/** What a finished document came to. */
export interface DocumentSummary {
  readonly pages: number
  /** Characters that no font could draw; each stands in the document as a box with its code point. */
  readonly undrawable: readonly Tally[]
  /** Characters without appearance (controls, overrides, zero-width marks) that were made visible as a box. */
  readonly invisible: readonly Tally[]
}

/**
 * Begins a document.
 * @param out receives the file; `finish` ends it
 */
export function createDocument(out: Writable, options: DocumentOptions): Doc {
  return new Doc(out, options)
}

type Level = 1 | 2 | 3

/** A document being written. Each call draws at once and resolves when `out` has room: await it before the next. All reject with the error of `out`. */
export class Doc {
  readonly #document: typeof PDFDocument
  readonly #canvas: Canvas
  readonly #setting: Setting
  readonly #sink: Sink
  readonly #outline: PDFKit.PDFOutline[] = []
  readonly #marking: Marking | null
  readonly #draft: boolean
  readonly #pageNumber: (page: number) => string

  #footer: readonly Line[] = []
  #running: string | null = null
  /** The headings that are open, outermost first. */
  readonly #levels: Level[] = []

  /** Use {@link createDocument}. */
  constructor(out: Writable, options: DocumentOptions) {
    this.#draft = options.draft ?? false
    this.#marking = markingOf({ practice: options.practice, draft: this.#draft })
    this.#pageNumber = options.pageNumber ?? ((page) => `page ${page}`)
    const page = PAGES[options.page ?? 'upright']
    const title = revealedPlain(this.#marking === null ? options.title : `${this.#marking.word}: ${options.title}`)
    const author = revealedPlain(options.author)
    this.#document = new PDFDocument({
      pdfVersion: '1.7',
      subset: 'PDF/A-2a',
      tagged: true,
      lang: options.lang,
      displayTitle: true,
      autoFirstPage: false,
      size: [page.width, page.height],
      margin: 0,
      font: '',
      info: { Title: title, Author: author, Creator: MAKER, Producer: MAKER, CreationDate: options.createdAt },
    })
    Object.assign(this.#document.info, { Title: informationText(title), Author: informationText(author) })
    if (options.claims === true) this.#document.appendXML(UNIVERSAL_ACCESS)
    else Object.assign(this.#document, NO_CLAIM)
    this.#sink = new Sink(this.#document, out)
    this.#canvas = new Canvas(this.#document, page, () => this.#furnish())
    this.#setting = new Setting(this.#canvas, new FontStack(options.fonts ?? packagedFonts()))
    this.#footer = this.#setting.lay(options.footer, MUTED, SIZE.footer, page.measure * 0.8)
    this.#canvas.newPage()
    // The band is furniture, which screen readers pass over: once, they are told.
    if (this.#marking !== null && options.part !== true)
      drawBanner(this.#setting, 'warning', `${this.#marking.word}. ${this.#marking.sentence}`)
  }

  /**
   * A heading, drawn on the page of what follows it. It is tagged by its depth, so that no level is skipped where the caller
   * skips one.
   */
  async heading(level: Level, text: Text, { bookmark = true }: HeadingOptions = {}): Promise<void> {
    const { size, before, after } = HEADING[level]
    while ((this.#levels.at(-1) ?? 0) >= level) this.#levels.pop()
    const tagged = this.#levels.push(level)
    const lines = this.#setting.lay(text, { ...PLAIN, bold: true }, size, this.#canvas.page.measure)
    const draw = () => {
      this.#canvas.space(before)
      if (bookmark) this.#bookmark(tagged, revealedPlain(plainText(text)))
      this.#block(headingRole(tagged), languageEntry(plainText(text), undefined), lines)
      this.#canvas.space(after)
    }
    this.#canvas.hold({ height: before + heightOf(lines) + after, below: KEPT_WITH_HEADING[level], draw })
    await this.#sink.ready()
  }

  /** A paragraph. Line ends in its text begin new lines; a line that begins in a right-to-left script stands at the right. */
  async paragraph(text: Text, options: ParagraphOptions = {}): Promise<void> {
    const size = options.size ?? SIZE.body
    const lines = this.#setting.lay(text, { ...PLAIN, paint: options.colour ?? 'ink' }, size, this.#canvas.page.measure)
    const after = options.spaceAfter ?? size * 0.7
    const draw = () => {
      this.#block('P', languageEntry(plainText(text), options.lang), lines)
      this.#canvas.space(after)
    }
    if (options.withNext === true) this.#canvas.hold({ height: heightOf(lines) + after, below: 0, draw })
    else draw()
    await this.#sink.ready()
  }

  /** Labels and their values, set as a table whose rows are headed by the labels; a short one is never torn apart. */
  async facts(rows: Iterable<readonly [label: string, value: Text]>, options: FactsOptions = {}): Promise<void> {
    drawFacts(this.#setting, rows, options)
    await this.#sink.ready()
  }

  /** A list with bullets, or with numbers. */
  async list(items: Iterable<Text>, options: ListOptions = {}): Promise<void> {
    drawList(this.#setting, items, options)
    await this.#sink.ready()
  }

  /** Notes at the foot of what they belong to, each with the number by which the text refers to it. */
  async notes(notes: Iterable<readonly [number: string, text: Text]>): Promise<void> {
    drawNotes(this.#setting, notes)
    await this.#sink.ready()
  }

  /** A table. Throws RangeError where a row has more cells than there are columns, and whatever `rows` throws. */
  async table(options: TableOptions): Promise<void> {
    await drawTable(this.#setting, options, () => this.#sink.ready())
    await this.#sink.ready()
  }

  /** A picture, never larger than its own size at 96 pixels an inch. What cannot be embedded as it is is refused, to be converted by the caller. */
  async image(bytes: Uint8Array, options: ImageOptions): Promise<ImageOutcome> {
    const outcome = await drawImage(this.#setting, bytes, options)
    await this.#sink.ready()
    return outcome
  }

  /** A chart of bars. Its numbers stand in a table near it. */
  async chart(options: ChartOptions): Promise<void> {
    drawChart(this.#setting, options)
    await this.#sink.ready()
  }

  /** A framed remark that stands out. */
  async banner(kind: 'note' | 'warning', text: Text): Promise<void> {
    drawBanner(this.#setting, kind, text)
    await this.#sink.ready()
  }

  /** A hairline across the page. */
  async rule(): Promise<void> {
    this.#canvas.need(14)
    this.#canvas.rule(this.#canvas.page.left, this.#canvas.y + 4, this.#canvas.page.measure, 'hairline', 0.5)
    this.#canvas.y += 14
    await this.#sink.ready()
  }

  /** Goes on to a new page; nothing happens at the top of one. */
  async pageBreak(): Promise<void> {
    this.#canvas.need(0)
    if (!this.#canvas.fresh) this.#canvas.newPage()
    await this.#sink.ready()
  }

  /** What each page says at its head that is begun from now on, until it is told otherwise: what goes on there. */
  running(text: string | null): void {
    this.#running = text
  }

  /** Goes on to a new page where less than this height is left, in points: what comes next is not torn apart. */
  async together(height: number): Promise<void> {
    this.#canvas.need(height)
    await this.#sink.ready()
  }

  /** Pages begun: the last of them is where what was drawn last ends. */
  get pages(): number {
    return this.#canvas.pages
  }

  /** Ends the document and its stream, and waits until the stream has taken everything. */
  async finish(): Promise<DocumentSummary> {
    this.#canvas.finish()
    countEntries(this.#document.outline)
    this.#document.end()
    await this.#sink.finish()
    const { undrawable, invisible } = this.#setting
    return { pages: this.#canvas.pages, undrawable, invisible }
  }

  #block(role: Role, entries: string, lines: readonly Line[]): void {
    const { structure } = this.#canvas
    this.#canvas.need(heightOf(lines.slice(0, 2)))
    const element = structure.open(structure.root, role, entries)
    this.#setting.flow(lines, element, { x: this.#canvas.page.left, width: this.#canvas.page.measure })
    structure.close(element)
  }

  #bookmark(level: number, title: string): void {
    const parent = this.#outline[level - 2] ?? this.#document.outline
    const options = { expanded: level < 2, fit: false, left: this.#canvas.page.width, top: this.#canvas.y } as const
    this.#outline.length = level - 1
    this.#outline.push(parent.addItem(title, options))
  }

  #furnish(): void {
    if (this.#draft) drawWatermark(this.#setting, DRAFT)
    if (this.#marking !== null) drawBand(this.#setting, this.#marking)
    if (this.#running !== null) drawRunningHead(this.#setting, this.#running)
    const place = { x: this.#canvas.page.left, y: this.#canvas.page.footer, width: this.#canvas.page.measure }
    paintLines(this.#canvas, this.#footer, { ...place, align: 'start' }, undefined)
    const page = this.#setting.lay(this.#pageNumber(this.#canvas.pages), MUTED, SIZE.footer, this.#canvas.page.measure)
    paintLines(this.#canvas, page, { ...place, align: 'end' }, undefined)
    this.#canvas.rule(this.#canvas.page.left, this.#canvas.page.footer - 6, this.#canvas.page.measure, 'hairline', 0.5)
  }
}

const MAKER = 'Muniment'
/** What pdfkit asks for to declare PDF/A: nothing, while nobody has checked the file. All that PDF/A demands is in it all the same. */
const NO_CLAIM = { _getPdfaid: () => '' }
const MUTED: Style = { ...PLAIN, paint: 'muted' }
/** At least so much comes with a heading on its page, by level, in points. */
const KEPT_WITH_HEADING = { 1: 120, 2: 110, 3: 52 } as const

function headingRole(level: number): Role {
  if (level <= 1) return 'H1'
  return level === 2 ? 'H2' : 'H3'
}
