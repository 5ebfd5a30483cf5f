// Owns suggesting a mapping from the headings and values of a table. A suggestion is a beginning: a person says what is so.
import { PlatformName } from '../../../../shared/domain/account/account.ts'
import { MappingRules, type RecordField } from '../../../../shared/domain/intake/mapping.ts'
import type { RecordKind } from '../../../../shared/domain/record/record.ts'
import type { ColumnSample } from './columns.ts'
import { headingScore, plausible } from './suggest-score.ts'
import { guessTime, type TimeGuess } from './suggest-time.ts'
import { COUNTS, kindOfWord, plainHeading, platformOfAddress } from './suggest-words.ts'
import { countOfValue } from './value-text.ts'

export interface Suggestion {
  readonly rules: MappingRules
  readonly doubts: readonly string[]
}

export interface Seen {
  readonly columns: readonly ColumnSample[]
  readonly rows: number
  readonly sheet: string | null
  readonly list: string | null
  readonly header: boolean
}

/** The surest first: a column that was given away is not asked for again. */
const ORDER: readonly RecordField[] = [
  'text',
  'id',
  'url',
  'media',
  'title',
  'handle',
  'author',
  'parent',
  'conversation',
  'alt',
]

/** What the columns seem to be. */
export function suggestRules(seen: Seen): Suggestion {
  const free = new Map(seen.columns.map((column) => [column.path, column]))
  const doubts: string[] = []
  const take = (column: ColumnSample | undefined) => {
    if (column !== undefined) free.delete(column.path)
    return column
  }
  const time = takeTime([...free.values()])
  take(time?.column)
  const kindColumn = take([...free.values()].find(saysKind))
  const fields: Partial<Record<RecordField, string>> = {}
  for (const field of ORDER) {
    const best = take(bestFor(field, [...free.values()], seen.rows))
    if (best !== undefined) fields[field] = best.path
  }
  const counts = [...free.values()].flatMap((column) => {
    const name = countNameOf(column)
    return name === null ? [] : [{ name, column: column.path }]
  })
  if (fields.id === undefined && fields.url !== undefined && isUnique(seen, fields.url)) fields.id = fields.url
  if (Object.keys(fields).every((field) => !['text', 'title', 'url', 'media'].includes(field))) {
    fields.text = longest([...free.values()], 0)?.path ?? seen.columns[0]?.path ?? 'text'
    doubts.push('No column looks like the words of a post. Say which it is.')
  }
  if (time === null) doubts.push('No column looks like a time. Records without a time are never due.')
  else doubts.push(...doubtsOf(time.column.path, time.guess))
  if (fields.id === undefined) {
    doubts.push('No column has a number of its own for each row: rows are told apart by their time and author.')
  }
  const rules = MappingRules.parse({
    platform: PlatformName.parse(platformOf(seen.columns) ?? 'other'),
    kind: kindColumn === undefined ? { is: kindOfFields(fields) } : kindBy(kindColumn, fields),
    sheet: seen.sheet,
    list: seen.list,
    header: seen.header,
    fields,
    time: time === null ? null : { column: time.column.path, format: time.guess.format, zone: 'unknown' },
    counts: distinctNames(counts),
    details: [],
  })
  return { rules, doubts }
}

function doubtsOf(column: string, { doubtful, zoneless }: TimeGuess): string[] {
  return [
    ...(doubtful ? [`In “${column}” month and day cannot be told apart: say which comes first.`] : []),
    ...(zoneless ? [`“${column}” names no time zone. Say it if you know it: nothing is guessed.`] : []),
  ]
}

function takeTime(columns: readonly ColumnSample[]): { column: ColumnSample; guess: TimeGuess } | null {
  const found = columns.flatMap((column) => {
    const heading = headingScore('time', column.path)
    const guess = guessTime(column.values, heading > 0 ? 0.4 : 0.8)
    if (guess === null) return []
    // Numbers are times only where the heading says so: counts and ids look the same.
    if ((guess.format === 'epoch' || guess.format === 'serial') && heading === 0) return []
    return [{ column, guess, score: heading + guess.share }]
  })
  return found.sort((one, other) => other.score - one.score)[0] ?? null
}

function bestFor(field: RecordField, columns: readonly ColumnSample[], rows: number): ColumnSample | undefined {
  const scored = columns
    .map((column) => ({ column, score: headingScore(field, column.path) * plausible(field, column, rows) }))
    .filter(({ score }) => score > 0.3)
  return (
    scored.sort((one, other) => other.score - one.score)[0]?.column ??
    (field === 'text' ? longest(columns, 20) : undefined)
  )
}

/** Two words, or several signs of a script that has no spaces. */
const WORDS = /\p{L}{2,}[^\p{L}\d]+\p{L}{2,}|\p{Lo}{4,}/u

/** The column of the longest texts, where they are more than a word or two. @param least length of a text on average */
function longest(columns: readonly ColumnSample[], least: number): ColumnSample | undefined {
  const mean = ({ texts }: ColumnSample) =>
    texts.reduce((sum, { length }) => sum + length, 0) / Math.max(1, texts.length)
  const wordy = columns.filter(({ texts }) => texts.filter((text) => WORDS.test(text)).length * 2 > texts.length)
  return wordy.sort((one, other) => mean(other) - mean(one)).find((column) => mean(column) > least)
}

function countNameOf({ path, values }: ColumnSample): string | null {
  if (values.length === 0 || !values.every((value) => countOfValue(value) !== null)) return null
  const names = plainHeading(path)
  return Object.keys(COUNTS).find((name) => names.some((one) => COUNTS[name]?.includes(one))) ?? null
}

function distinctNames(counts: readonly { name: string; column: string }[]): { name: string; column: string }[] {
  return counts.filter(({ name }, place) => counts.findIndex((other) => other.name === name) === place)
}

function saysKind({ path, texts }: ColumnSample): boolean {
  const words = new Set(texts.map((text) => text.trim().toLowerCase()))
  if (headingScore('kind', path) === 0 || words.size === 0 || words.size > 12) return false
  return [...words].filter((word) => kindOfWord(word) !== null).length * 2 >= words.size
}

function kindBy({ path, texts }: ColumnSample, fields: Partial<Record<RecordField, string>>): MappingRules['kind'] {
  const words = [...new Set(texts.map((text) => text.trim().toLowerCase()))]
  const otherwise = kindOfFields(fields)
  return {
    column: path,
    words: Object.fromEntries(words.map((word) => [word, kindOfWord(word) ?? otherwise])),
    otherwise,
  }
}

function kindOfFields({ text, parent, conversation }: Partial<Record<RecordField, string>>): RecordKind {
  const heading = (text ?? '').toLowerCase()
  if (heading.includes('comment')) return 'comment'
  if (heading.includes('message') || conversation !== undefined) return 'message'
  return heading.includes('reply') || (parent !== undefined && heading.includes('comment')) ? 'comment' : 'post'
}

function isUnique({ columns, rows }: Seen, path: string): boolean {
  const texts = columns.find((column) => column.path === path)?.texts ?? []
  return texts.length === rows && new Set(texts).size === rows
}

function platformOf(columns: readonly ColumnSample[]): string | null {
  for (const { texts } of columns) {
    for (const text of texts.slice(0, 20)) {
      const platform = platformOfAddress(text)
      if (platform !== null) return platform
    }
  }
  return null
}
