// Reading files of a packet back as somebody else would: every text that a page, a table or a PDF holds, seen or not.
import { buffer } from 'node:stream/consumers'
import { parse } from 'csv-parse/sync'
import { Parser } from 'htmlparser2'
import { fromBufferPromise } from 'yauzl'
import { readFile } from '../../vault/cipher/fs-promises.ts'
import { PAGE_SCRIPT } from '../packet/page-script.ts'

/** A text with the layer that it stands in. */
export interface ReadText {
  readonly layer: string
  readonly text: string
}

/** Between texts that do not belong together: a letter, so that no phrase reaches across, alone, so that words begin and end beside it. */
const APART = ' \uA66E '
/** Elements within a line of text. */
const INLINE = new Set(['a', 'bdi', 'b', 'em', 'strong', 'span', 'time', 'code', 'mark'])

/** The texts of a page: what it shows and its attributes. */
export function textsOfHtml(markup: string): ReadText[] {
  let script: string[] | null = null
  const shown: string[] = []
  const attributes: string[] = []
  const parser = new Parser({
    onopentag: (name, given) => {
      if (name === 'script') script = []
      if (!INLINE.has(name)) shown.push(APART)
      attributes.push(...Object.values(given))
    },
    onclosetag: (name) => {
      // The page's own script says nothing of any record; whatever else stands in such an element is read.
      if (script !== null && script.join('') !== PAGE_SCRIPT) shown.push(...jsonInside(script.join('')))
      script = null
      if (!INLINE.has(name)) shown.push(APART)
    },
    ontext: (text) => void (script ?? shown).push(text),
    oncomment: (text) => void attributes.push(text),
  })
  parser.write(markup)
  parser.end()
  return [
    { layer: 'HTML text', text: shown.join('') },
    { layer: 'HTML attributes and comments', text: attributes.join(APART) },
  ]
}

/** The texts of a JSON file: every name and value. */
export function textsOfJson(json: string): ReadText[] {
  return [{ layer: 'JSON names and values', text: valuesOf(json).join(APART) }]
}

/** Every name and value of JSON; what stands in a value as JSON, or in base64, as it is read. @throws SyntaxError */
function valuesOf(json: string): string[] {
  const told: string[] = []
  const walk = (value: unknown): void => {
    if (typeof value === 'string') told.push(...(/^[{[]/.test(value) ? jsonInside(value) : [value]))
    else if (Array.isArray(value)) value.forEach(walk)
    else if (typeof value === 'object' && value !== null) {
      for (const [name, one] of Object.entries(value)) {
        told.push(name)
        walk(one)
        if (name === 'base64' && typeof one === 'string')
          told.push(...textsOfSource(Buffer.from(one, 'base64').toString('utf8')))
      }
    }
  }
  walk(JSON.parse(json))
  return told
}

/** The texts of a platform's own source: of JSON every name and value, of a page what it shows and its attributes, else as it stands. */
export function textsOfSource(source: string): string[] {
  if (/^\s*[{["]/.test(source)) return jsonInside(source)
  return /<[a-zA-Z!/]/.test(source) ? [source, ...textsOfHtml(source).map(({ text }) => text)] : [source]
}

/** The texts of a table: every cell. What JSON stands in a cell is read as JSON. */
export function textsOfCsv(csv: string): ReadText[] {
  const rows: string[][] = parse(csv, { bom: true, relax_column_count: true })
  const cells = rows.flat()
  const inside = cells.flatMap((cell) => (/^[{[]/.test(cell) ? jsonInside(cell) : [cell]))
  return [{ layer: 'CSV cells', text: inside.join(APART) }]
}

/** Elements of a sheet whose attributes are places and widths. */
const GRID = new Set(['c', 'row', 'col', 'dimension', 'pane', 'selection'])

/** The texts of a workbook: whatever stands in its parts, their attributes and their names; each cell apart. */
export async function textsOfSheet(bytes: Uint8Array): Promise<ReadText[]> {
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true })
  const told: string[] = []
  for await (const entry of zip.eachEntry()) {
    told.push(entry.fileName)
    const part = await buffer(await zip.openReadStreamPromise(entry))
    const cells: string[] = []
    const parser = new Parser(
      {
        onopentag: (name, given) => {
          if (name === 'c' || name === 'si') cells.push(APART)
          if (!GRID.has(name)) told.push(...Object.values(given))
        },
        ontext: (text) => void cells.push(text),
        oncomment: (text) => void told.push(text),
      },
      { xmlMode: true, decodeEntities: true },
    )
    parser.write(part.toString('utf8'))
    parser.end()
    const text = cells.join('')
    told.push(...text.split(APART).flatMap((cell) => (/^[{[]/.test(cell) ? jsonInside(cell) : [cell])))
  }
  return [{ layer: 'XLSX cells and properties', text: told.join(APART) }]
}

function jsonInside(cell: string): string[] {
  try {
    return valuesOf(cell)
  } catch {
    return [cell]
  }
}

/** The texts of a PDF, page by page: what is drawn, its structure with alternative texts, annotations; then outline and metadata. */
export async function* textsOfPdf(file: string | Uint8Array): AsyncGenerator<ReadText> {
  const { getDocumentProxy } = await import('unpdf')
  const pdf = await getDocumentProxy(new Uint8Array(typeof file === 'string' ? await readFile(file) : file))
  try {
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number)
      const { items } = await page.getTextContent()
      const drawn = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('')
      yield { layer: 'PDF text', text: drawn }
      yield { layer: 'PDF structure', text: JSON.stringify(await page.getStructTree()) }
      yield { layer: 'PDF annotations', text: JSON.stringify(await page.getAnnotations()) }
      page.cleanup()
    }
    yield { layer: 'PDF outline', text: JSON.stringify(await pdf.getOutline()) }
    const { info, metadata } = await pdf.getMetadata()
    yield { layer: 'PDF metadata', text: JSON.stringify([info, metadata?.getRaw() ?? '']) }
    yield { layer: 'PDF attachments', text: JSON.stringify(await pdf.getAttachments()) }
  } finally {
    await pdf.cleanup()
  }
}
