// The pages of a PDF as pictures, drawn by PDFium, and what each says and where, read by pdf.js: two programs that must agree on the pages.
import { PDFiumLibrary } from '@hyzyla/pdfium'
import sharp from 'sharp'
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { PageWords } from '../../../../shared/domain/review/file-page.ts'

export interface RenderedPage {
  readonly page: number
  readonly png: Uint8Array
  readonly words: readonly PageWords[]
}

/** Dots an inch: small print can be read, and boxes can be drawn around a word. */
const DOTS = 144
const POINTS = 72
/** Of the longer side in pixels, however large a page says it is. */
const LONGEST = 3000
const MOST_PAGES = 2000

/**
 * Draws every page. Scripts, forms that compute and embedded files of the document do nothing and go nowhere.
 * @throws MunimentError INPUT_INVALID where it cannot be opened or has too many pages
 */
export async function* renderedPages(pdf: Uint8Array, signal: AbortSignal): AsyncGenerator<RenderedPage> {
  const library = await PDFiumLibrary.init()
  try {
    const document = await library.loadDocument(pdf).catch(() => null)
    if (document === null)
      throw refused(
        'The document cannot be opened: it is damaged, or a password protects it. Have a PDF made of it outside, and attach that.',
      )
    try {
      const count = document.getPageCount()
      if (count === 0 || count > MOST_PAGES)
        throw refused(
          `The document has ${count} pages; from 1 to ${MOST_PAGES} can be looked through here. Have it split outside.`,
        )
      // Form fields are shown as they are filled in.
      document.initializeFormFields()
      const words = await pageWords(pdf, count)
      for (let at = 0; at < count; at += 1) {
        signal.throwIfAborted()
        const page = document.getPage(at)
        const { originalWidth, originalHeight } = page.getOriginalSize()
        const scale = Math.min(DOTS / POINTS, LONGEST / Math.max(originalWidth, originalHeight))
        const { data } = await page.render({ scale, render: toPng, renderFormFields: true })
        yield { page: at + 1, png: data, words: words[at] ?? [] }
      }
    } finally {
      document.destroy()
    }
  } finally {
    library.destroy()
  }
}

/** PDFium gives blue, green, red and alpha. */
async function toPng({
  data,
  width,
  height,
}: {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}) {
  const rgba = Buffer.alloc(data.length)
  for (let at = 0; at < data.length; at += 4) {
    rgba[at] = data[at + 2] ?? 0
    rgba[at + 1] = data[at + 1] ?? 0
    rgba[at + 2] = data[at] ?? 0
    rgba[at + 3] = data[at + 3] ?? 0
  }
  const picture = sharp(rgba, { raw: { width, height, channels: 4 } }).flatten({ background: '#ffffff' })
  return picture.png({ compressionLevel: 9, palette: false }).toBuffer()
}

/** What each page says. A page that cannot be read says nothing: its picture is released, and no text. */
async function pageWords(bytes: Uint8Array, count: number): Promise<PageWords[][]> {
  const { getDocumentProxy } = await import('unpdf')
  // The reader takes the bytes it is given for itself.
  const pdf = await getDocumentProxy(Uint8Array.from(bytes)).catch(() => null)
  if (pdf === null || pdf.numPages !== count) return []
  try {
    const pages: PageWords[][] = []
    for (let number = 1; number <= count; number += 1) {
      const page = await pdf.getPage(number)
      const { width, height, transform } = page.getViewport({ scale: 1 })
      const { items } = await page.getTextContent()
      pages.push(
        items.flatMap((item) => {
          if (!('str' in item) || item.str === '') return []
          const corners = cornersOf(item.transform, item.width, item.height).map((corner) => moved(corner, transform))
          const [xs, ys] = [corners.map(([x]) => x / width), corners.map(([, y]) => y / height)]
          const [left, top] = [Math.min(...xs), Math.min(...ys)]
          const box = { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top }
          // What lies off the page is not seen by the reviewer, and not released.
          const seen = box.left < 1 && box.top < 1 && box.left + box.width > 0 && box.top + box.height > 0
          return seen ? [{ text: item.str, ...box }] : []
        }),
      )
      page.cleanup()
    }
    return pages
  } catch {
    return []
  } finally {
    await pdf.cleanup()
  }
}

type Point = readonly [x: number, y: number]

/** A stretch of text in the document's own units: its letters reach below its line by a fifth of their height. */
function cornersOf(matrix: readonly number[], width: number, height: number): Point[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix
  const [along, up] = [Math.hypot(a, b) || 1, Math.hypot(c, d) || 1]
  const [x, y]: [Point, Point] = [
    [a / along, b / along],
    [c / up, d / up],
  ]
  const at = (right: number, above: number): Point => [e + x[0] * right + y[0] * above, f + x[1] * right + y[1] * above]
  return [at(0, -height / 5), at(width, -height / 5), at(0, height), at(width, height)]
}

function moved([x, y]: Point, matrix: readonly number[]): Point {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix
  return [a * x + c * y + e, b * x + d * y + f]
}

function refused(sentence: string): MunimentError {
  return new MunimentError('INPUT_INVALID', `${sentence} Nothing was changed.`)
}
