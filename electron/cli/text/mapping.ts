// Tables, their columns, and the records that a mapping makes of rows, in lines.
import type { MappedRow, Table } from '../../../shared/contract/mapping.ts'
import type { Asking } from '../../../shared/domain/intake/asking.ts'
import type { MappingRules, SavedMapping } from '../../../shared/domain/intake/mapping.ts'
import { counted, when } from './number.ts'
import { oneLine } from './printable.ts'
import { facts, table } from './table.ts'

/** A table: its columns with samples, what they seem to be, and what could not be told. */
export function tableLines({ file, form, sheets, lists, rows, columns, suggestion, doubts }: Table): string[] {
  const places = [
    ...(sheets.length > 1 ? [`Sheets: ${sheets.join(', ')}`] : []),
    ...(lists.length > 1
      ? [`Lists: ${lists.map(({ list, rows: count }) => `${list ?? 'root'} (${count})`).join(', ')}`]
      : []),
  ]
  return [
    oneLine(`${file} (${form}), ${counted(rows, 'row')} looked at`),
    ...places.map(oneLine),
    '',
    ...table(columns, [
      { title: 'Column', value: ({ path }) => path, most: 40 },
      { title: 'Seems to be', value: ({ path }) => rolesOf(path, suggestion).join(', ') || '–', most: 30 },
      { title: 'Filled', value: ({ filled }) => String(filled), side: 'right' },
      { title: 'Such as', value: ({ samples }) => samples.join(' | '), most: 70 },
    ]),
    '',
    ...doubts.map(oneLine),
    '',
  ]
}

/** A saved mapping, column by column. */
export function mappingLines({ name, version, digest, savedAt, savedBy, rules }: SavedMapping, zone: string): string[] {
  const { fields, time, kind, counts, details, platform, sheet, list, header, asking } = rules
  const pairs: [string, string][] = [
    ['Mapping', `${name}, version ${version}`],
    ['Rows of', platform],
    ['Kind', 'is' in kind ? kind.is : `by “${kind.column}”`],
    ...(sheet === null ? [] : [['Sheet', sheet] satisfies [string, string]]),
    ...(list === null ? [] : [['List', list] satisfies [string, string]]),
    ...(header ? [] : [['Headings', 'none'] satisfies [string, string]]),
    ...Object.entries(fields).map(([field, column]): [string, string] => [field, `“${column}”`]),
    ...(time === null
      ? []
      : [['time', `“${time.column}” (${time.format}, zone ${time.zone})`] satisfies [string, string]]),
    ...counts.map(({ name: count, column }): [string, string] => [`count ${count}`, `“${column}”`]),
    ...details.map(({ name: detail, column }): [string, string] => [`detail ${detail}`, `“${column}”`]),
    ...(asking === undefined ? [] : askingPairs(asking)),
    ['Saved', `${when(savedAt, zone)}${savedBy === null ? '' : ` by ${savedBy}`}`],
    ['SHA-256', digest],
  ]
  return facts(pairs)
}

/** How an interface is asked for what one answer does not hold. */
function askingPairs({ paging, total, key }: Asking): [string, string][] {
  return [
    ['Next page', paging === null ? 'none: one answer holds everything' : pagingWords(paging)],
    ...(total === null
      ? []
      : [['Items in all', 'head' in total ? `head ${total.head}` : `“${total.column}”`] satisfies [string, string]]),
    ...(key === null
      ? []
      : [['Key', `${key.in === 'head' ? 'head' : 'part of the address'} ${key.name}`] satisfies [string, string]]),
  ]
}

function pagingWords(paging: NonNullable<Asking['paging']>): string {
  if (paging.by === 'link') return paging.column === null ? 'head Link' : `address in “${paging.column}”`
  if (paging.by === 'cursor') return `mark in “${paging.column}”, sent as ${paging.parameter ?? 'its members'}`
  return paging.by === 'page'
    ? `page ${paging.first} and on, sent as ${paging.parameter}`
    : `items before it, sent as ${paging.parameter}`
}

/** Rows as the records they would be, each with what of it cannot be read. */
export function previewRowsLines(rows: readonly MappedRow[], zone: string): string[] {
  return [
    ...table(rows, [
      { title: 'Row', value: ({ where }) => where },
      { title: 'Kind', value: ({ record }) => record?.kind ?? 'no record' },
      { title: 'Time', value: ({ record }) => (record === null ? '' : timeOf(record, zone)), most: 44 },
      { title: 'Author', value: ({ record }) => record?.author ?? '', most: 24 },
      { title: 'Words', value: ({ record, failed }) => record?.text ?? failed ?? '', most: 70 },
    ]),
    ...rows.flatMap(({ where, problems }) => problems.map((problem) => oneLine(`${where}: ${problem}`))),
    '',
  ]
}

function timeOf({ at, atSource, zone: named }: NonNullable<MappedRow['record']>, zone: string): string {
  if (at === null) return atSource === null ? '' : `“${atSource}”`
  // Without a zone nobody knows the instant: what is written there is shown.
  return named === 'unknown' ? `${atSource ?? ''}, no zone` : when(at, zone)
}

function rolesOf(path: string, { fields, time, kind, counts, details }: MappingRules): string[] {
  return [
    ...Object.entries(fields).flatMap(([field, column]) => (column === path ? [field] : [])),
    ...(time?.column === path ? [`time (${time.format})`] : []),
    ...('column' in kind && kind.column === path ? ['kind'] : []),
    ...counts.flatMap(({ name, column }) => (column === path ? [`count ${name}`] : [])),
    ...details.flatMap(({ name, column }) => (column === path ? [`detail ${name}`] : [])),
  ]
}
