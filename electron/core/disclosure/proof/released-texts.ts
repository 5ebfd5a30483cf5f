// Whether what is read back of each record equals what is released of it: looked at before anything is searched for.
import { createHash } from 'node:crypto'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { visibleControls } from '../../../../shared/text/controls.ts'
import { isCommon } from '../../typeset/lines.ts'
import { cellText } from '../../workbook/write.ts'
import type { ReadRecord } from './records-read.ts'

/** A layer in which records are read back by their number. */
export type ComparedLayer = 'PDF records' | 'HTML records' | 'CSV rows' | 'XLSX rows' | 'JSON of released fields'

/** How many records were compared in a layer. */
export interface Compared {
  readonly layer: ComparedLayer
  /** Of so many what was read equals what is released, to the letter. */
  readonly equal: number
  /** Of so many the same letters and digits were read, though not each sign in its place: scripts from right to left, signs that are shown by their code points. */
  readonly equalByLetters: number
  /** So many hold scripts that the reader gives back with other letters. */
  readonly notCompared: number
}

export interface ReleasedText extends ReadRecord {
  readonly told: string
  /** Whether it is redacted: then its native file holds its text, and not the platform's source. */
  readonly redacted: boolean
}

export interface ReleasedTexts {
  /** What a record releases: its text, and all that records.pdf tells of it. */
  expect(released: ReleasedText): void
  isRecord(label: string): boolean
  /** Compares what was read of records in a file. @throws MunimentError UNEXPECTED where anything else was read */
  read(file: string, layer: ComparedLayer, records: Iterable<ReadRecord>): void
  /** What was compared by layer. @throws MunimentError UNEXPECTED where a released record was not read in one */
  compared(): Compared[]
}

interface Expected {
  readonly digests: ReadonlyMap<ComparedLayer, string>
  /** Of the letters and digits that records.pdf says of it; null where it holds nothing that a reader could mistake. */
  readonly letters: string | null
}

const NOBODY = { labels: new Set<string>(), equalByLetters: 0, notCompared: 0 }

/** Begins one. */
export function releasedTexts(): ReleasedTexts {
  const expected = new Map<string, Expected>()
  const seen = new Map<ComparedLayer, { labels: Set<string>; equalByLetters: number; notCompared: number }>()
  const due = new Map<ComparedLayer, number>()

  const settle = (file: string, layer: ComparedLayer, { label, text }: ReadRecord) => {
    const one = expected.get(label)
    const wanted = one?.digests.get(layer)
    if (one === undefined || wanted === undefined) return
    const known = seen.get(layer) ?? { labels: new Set<string>(), equalByLetters: 0, notCompared: 0 }
    seen.set(layer, known)
    if (known.labels.has(label)) throw otherwise(file, label)
    known.labels.add(label)
    if (digestOf(layer === 'PDF records' ? squeezed(text) : text) === wanted) return
    if (layer !== 'PDF records' || one.letters === null) throw otherwise(file, label)
    if (digestOf(lettersOf(text)) === one.letters) known.equalByLetters += 1
    else known.notCompared += 1
  }

  return {
    expect: ({ label, text, told, redacted }) => {
      const digests = new Map<ComparedLayer, string>([
        ['PDF records', digestOf(squeezed(told))],
        ['HTML records', digestOf(text === '' ? '(no text)' : visibleControls(text))],
        ['CSV rows', digestOf(text)],
        ['XLSX rows', digestOf(cellText(text))],
      ])
      if (redacted) digests.set('JSON of released fields', digestOf(text))
      for (const layer of digests.keys()) due.set(layer, (due.get(layer) ?? 0) + 1)
      expected.set(label, { digests, letters: isCommon(squeezed(told)) ? null : digestOf(lettersOf(told)) })
    },
    isRecord: (label) => expected.has(label),
    read: (file, layer, records) => {
      for (const one of records) settle(file, layer, one)
    },
    compared: () =>
      [...due].flatMap(([layer, records]) => {
        const met = seen.get(layer)
        // A workbook that is too large to be made, or to be read whole, was not read at all.
        if (met === undefined && layer === 'XLSX rows') return []
        const { labels, equalByLetters, notCompared } = met ?? NOBODY
        if (labels.size < records) throw notMet(layer, records - labels.size)
        return [{ layer, equal: labels.size - equalByLetters - notCompared, equalByLetters, notCompared }]
      }),
  }
}

/** Without blanks, which stand otherwise where lines end; a byte order mark is none, and is drawn. */
function squeezed(text: string): string {
  return text.replace(/[^\S\ufeff]+/g, '')
}

/** Its letters and digits, whatever their order and form; a code point that stands for its character is that character. */
function lettersOf(text: string): string {
  const resolved = squeezed(text).replace(/U\+([0-9A-F]{4,6})/g, (label, code: string) => {
    const number = Number.parseInt(code, 16)
    return number > 0x10ffff ? label : String.fromCodePoint(number)
  })
  return [
    ...(resolved
      .toWellFormed()
      .normalize('NFKC')
      .match(/[\p{L}\p{N}]/gu) ?? []),
  ]
    .sort()
    .join('')
}

/** Half a SHA-256: a packet has many records, and what is compared was made here. No file holds half of a pair of surrogates. */
function digestOf(text: string): string {
  return createHash('sha256').update(text.toWellFormed(), 'utf16le').digest().toString('latin1', 0, 16)
}

function otherwise(file: string, label: string): MunimentError {
  return new MunimentError(
    'UNEXPECTED',
    `What is read back of ${label} in ${file} is not what is released of it. No packet was made, and nothing left the vault. Build it again; if it stays so, tell whoever supports Muniment the number and the file.`,
  )
}

function notMet(layer: ComparedLayer, missing: number): MunimentError {
  return new MunimentError(
    'UNEXPECTED',
    `${missing} of the released records could not be read back (${layer}). No packet was made, and nothing left the vault. Build it again; if it stays so, tell whoever supports Muniment.`,
  )
}
