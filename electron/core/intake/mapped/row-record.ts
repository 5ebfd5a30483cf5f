// Owns making a record of a row by the words of a mapping, and saying what of the row cannot be read.
import { type MappingRules, neededColumns } from '../../../../shared/domain/intake/mapping.ts'
import type { RecordKind } from '../../../../shared/domain/record/record.ts'
import type { Outcome } from '../draft.ts'
import { failed, record } from '../kit/draft.ts'
import type { MediaFinder } from '../kit/media-finder.ts'
import { NO_TIME, type TimeFields } from '../kit/time.ts'
import type { MappedRow } from './mapped-row.ts'
import { type Problem, shownValue } from './problems.ts'
import { readTime } from './time.ts'
import { countOfValue, isShortened, joined, textOfValue } from './value-text.ts'

export interface RowRecord {
  readonly outcome: Outcome
  readonly problems: readonly Problem[]
}

/** The record of a row, or why there is none. */
export function recordOfRow(row: MappedRow, rules: MappingRules, media: MediaFinder): RowRecord {
  const problems: Problem[] = []
  const note = (code: Problem['code'], value: unknown) => problems.push({ code, shown: shownValue(value) })
  if (row.lost !== undefined) return { outcome: row.lost, problems }
  const broken = row.broken ?? brokenOff(row, rules)
  if (broken !== null) return { outcome: failed('row-broken', `(${row.where}) ${broken}`), problems }
  const kind = kindOf(row, rules.kind)
  if (kind === null) {
    const word = joined('column' in rules.kind ? row.values(rules.kind.column) : [])
    const what = `(${row.where}) is of no kind that the mapping names (“${shownValue(word)}”)`
    return { outcome: failed('row-kind', what), problems }
  }
  const { fields } = rules
  const values = (column: string | undefined) => (column === undefined ? [] : row.values(column))
  const text = (column: string | undefined) => joined(values(column))
  const words = { title: text(fields.title), text: text(fields.text) }
  const links = values(fields.url).map(textOfValue)
  const files = values(fields.media).flatMap((value) => namesIn(textOfValue(value)))
  const alts = values(fields.alt).map(textOfValue)
  if (words.title === '' && words.text === '' && links.length === 0 && files.length === 0) {
    const what = `(${row.where}) has neither words nor an address nor a file in the columns of the mapping`
    return { outcome: failed('row-empty', what), problems }
  }
  if (row.inside !== null) note('row-inside', row.inside)
  if (`${words.title}${words.text}`.includes('\ufffd')) note('no-character', '')
  const time = timeOf(row, rules, note)
  const [author, handle] = [text(fields.author), text(fields.handle).replace(/^@/, '')]
  const [parent, conversation] = [text(fields.parent), text(fields.conversation)]
  const details = Object.fromEntries(rules.details.map(({ name, column }) => [name, text(column)]))
  const outcome = record({
    kind,
    id: idOf(values(fields.id), fields.id !== undefined, note),
    key: [conversation, parent, handle || author].filter((part) => part !== '').join(' '),
    time,
    author: handle || author,
    text: [words.title, words.text].filter((part) => part !== '').join('\n'),
    conversation: conversation || null,
    parent: parent || null,
    links: links.filter((link) => /^https?:\/\//i.test(link)).map((link) => ({ shown: link, target: link })),
    details: {
      title: words.title,
      name: handle !== '' ? author : '',
      address: links.filter((link) => !/^https?:\/\//i.test(link)),
      ...details,
    },
    content: { ...words, author, handle, parent, conversation, links, files, alts, ...details },
    measures: countsOf(row, rules, note),
    media: files.map((uri, at) => media.file({ uri, alt: (files.length === 1 ? alts.join('\n') : alts[at]) || null })),
  })
  return { outcome, problems }
}

/** A row that ends before the columns that matter was broken in two, or is no row at all; spreadsheets leave out empty cells at the end. */
function brokenOff(row: MappedRow, rules: MappingRules): string | null {
  const { all, any } = neededColumns(rules)
  const beyond = (column: string) => row.columns.indexOf(column) > row.reach
  if (!all.some(beyond) && !any.every(beyond)) return null
  return `has ${row.reach + 1} cells under ${row.columns.length} headings and ends before what the mapping needs`
}

type Note = (code: Problem['code'], value: unknown) => void

function kindOf(row: MappedRow, kind: MappingRules['kind']): RecordKind | null {
  if ('is' in kind) return kind.is
  const word = joined(row.values(kind.column)).trim().toLowerCase()
  return (Object.hasOwn(kind.words, word) ? kind.words[word] : undefined) ?? kind.otherwise
}

function idOf([value]: readonly unknown[], expected: boolean, note: Note): string | null {
  if (value === undefined) {
    if (expected) note('no-id', '')
    return null
  }
  if (!isShortened(value)) return textOfValue(value).trim()
  note('shortened-id', value)
  return null
}

function timeOf(row: MappedRow, { time }: MappingRules, note: Note): TimeFields {
  if (time === null) return NO_TIME
  const [value] = row.values(time.column)
  if (value === undefined) {
    note('no-time', '')
    return NO_TIME
  }
  const read = readTime(value, time)
  if (read.time.at === null) note('unread-time', value)
  if (read.twice) note('time-twice', value)
  return read.time
}

function countsOf(row: MappedRow, { counts }: MappingRules, note: Note): [string, number][] {
  return counts.flatMap(({ name, column }): [string, number][] => {
    const [value] = row.values(column)
    if (value === undefined) return []
    const count = countOfValue(value)
    if (count !== null) return [[name, count]]
    note('unread-count', value)
    return []
  })
}

/** A cell may name several files: with semicolons, bars or line ends between, or commas between names that have endings. */
function namesIn(cell: string): string[] {
  const pieces = cell
    .split(/[;|\r\n]+|\s+(?=https?:\/\/)/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
  return pieces.flatMap((piece) => {
    const parts = piece.split(/,\s*/)
    return parts.every((part) => /\.\w{2,5}(?:[?#].*)?$/.test(part)) ? parts : [piece]
  })
}
