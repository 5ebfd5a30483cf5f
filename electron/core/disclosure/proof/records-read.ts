// The records of a packet as its files say them: read back by number, so that each can be compared with what is released.

import { parse } from 'csv-parse/sync'
import { Parser } from 'htmlparser2'
import { z } from 'zod'
import { plainCell } from '../../../../shared/text/csv.ts'
import { readFile } from '../../vault/cipher/fs-promises.ts'
import { sheetsOf } from '../../workbook/sheets.ts'

/** A record by its number, with a text that was read of it. */
export interface ReadRecord {
  readonly label: string
  readonly text: string
}

/** The records of a page: the text of each, as a browser shows it. */
export function recordsOfHtml(markup: string): ReadRecord[] {
  const records: { label: string; text: string }[] = []
  let open: { label: string; text: string } | null = null
  let inText = false
  const parser = new Parser({
    onopentag: (name, { id = '', class: kind }) => {
      if (name === 'article') open = { label: id, text: '' }
      if (name === 'p' && kind === 'text') inText = true
    },
    ontext: (text) => {
      if (open !== null && inText) open.text += text
    },
    onclosetag: (name) => {
      if (name === 'p' && inText) {
        if (open !== null) records.push(open)
        inText = false
      }
      if (name === 'article') open = null
    },
  })
  parser.write(markup)
  parser.end()
  return records
}

/** The records of a table, by the heads of its columns. */
export function recordsOfCsv(csv: string): ReadRecord[] {
  const rows: string[][] = parse(csv, { bom: true, relax_column_count: true })
  return inColumns(rows.map((row) => row.map(plainCell)))
}

/** The records of a workbook; null where it is too large to be read whole. */
export async function recordsOfSheet(bytes: Uint8Array, signal: AbortSignal): Promise<ReadRecord[] | null> {
  const read = await sheetsOf(Buffer.from(bytes), signal)
  if ('refused' in read) return null
  return inColumns((read.sheets[0]?.rows ?? []).map((row) => row.map((cell) => (typeof cell === 'string' ? cell : ''))))
}

function inColumns([head = [], ...rows]: readonly (readonly string[])[]): ReadRecord[] {
  const [number, text] = [head.indexOf('Number'), head.indexOf('Text')]
  return rows.map((row) => ({ label: row[number] ?? '', text: row[text] ?? '' }))
}

const Native = z.object({
  record: z.object({ number: z.string() }),
  versions: z.array(z.object({ text: z.string() })).min(1),
})

/** The record of a native file that holds released fields; none of one that holds the platform's own source. */
export function recordsOfNative(json: string): ReadRecord[] {
  const { data } = Native.safeParse(JSON.parse(json))
  const text = data?.versions.at(-1)?.text
  return data === undefined || text === undefined ? [] : [{ label: data.record.number, text }]
}

/**
 * The records of records.pdf: all that stands under the heading of each, over its pages, without what every page carries.
 * @param isRecord whether a number is that of a record
 */
export async function recordsOfPdf(path: string, isRecord: (label: string) => boolean): Promise<ReadRecord[]> {
  const { getDocumentProxy } = await import('unpdf')
  const pdf = await getDocumentProxy(new Uint8Array(await readFile(path)))
  const reader = headedReader(isRecord)
  try {
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number)
      const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true })
      for (const item of items) {
        if ('str' in item) reader.text(item.str)
        else if (item.type === 'endMarkedContent') reader.close()
        else reader.open('tag' in item && typeof item.tag === 'string' ? item.tag : '')
      }
      page.cleanup()
    }
  } finally {
    await pdf.cleanup()
  }
  return reader.records
}

/** Takes the content of a tagged file apart at its headings; a link within one ends it and goes on with it. */
function headedReader(isRecord: (label: string) => boolean) {
  const records: { label: string; text: string }[] = []
  const tags: string[] = []
  let open: { label: string; text: string } | null = null
  /** The role of the heading read last, while nothing but links followed it; its words until it is known whose it is. */
  let role = ''
  let words: string | null = null
  return {
    records,
    open: (tag: string) => {
      tags.push(tag)
      if (WITHIN.has(tag) || tag === role) return
      role = isHeading(tag) ? tag : ''
      words = role === '' ? null : ''
    },
    text: (text: string) => {
      if (tags.includes('Artifact')) return
      if (words !== null) words += text
      else if (open !== null) open.text += text
    },
    close: () => {
      if (tags.pop() !== role || words === null) return
      const [label = ''] = words.trim().split(/\s/, 1)
      open = isRecord(label) ? { label, text: words } : null
      if (open !== null) records.push(open)
      words = null
    },
  }
}

/** Roles of content that may stand within another's. */
const WITHIN: ReadonlySet<string> = new Set(['Artifact', 'Link', 'Span', 'ReversedChars'])

function isHeading(tag: string): boolean {
  return /^H\d$/.test(tag)
}
