// The columns of a list that is handed out, and what stands in them: the same words in a spreadsheet and in print.
import { type ShownAs, standingOf } from '../../../../shared/domain/record/record.ts'
import type { RecordColumn } from '../../../../shared/domain/record/record-list.ts'
import { type Instant, isoInstant, localDate, readableInstant } from '../../../../shared/domain/time.ts'
import { kindWord, platformName } from '../../../../shared/text/names.ts'
import { cityIso } from '../packet/local-time.ts'
import type { Listed } from './listing.ts'

/** What a cell holds; null is an empty one. */
export type Value = string | number | null

/** A column: what stands over it, and what in it. `zone` is the City's. */
export interface ListColumn {
  readonly header: string
  readonly value: (record: Listed, zone: string) => Value
}

const STATES: Readonly<Record<ShownAs, string>> = {
  live: 'Live',
  deleted: 'Deleted',
  draft: 'Draft',
  gone: 'No longer shown',
  hidden: 'Hidden',
}

const ONE: Readonly<Record<Exclude<RecordColumn, 'when'>, ListColumn>> = {
  platform: { header: 'Platform', value: ({ platform }) => platformName(platform) },
  account: { header: 'Account', value: ({ handle }) => handle },
  author: { header: 'Author', value: ({ author }) => author },
  kind: { header: 'Kind', value: ({ kind }) => kindWord(kind) },
  text: { header: 'Text', value: ({ text }) => text },
  words: { header: 'Found words', value: ({ words }) => words.join(', ') },
  state: { header: 'State on the platform', value: (record) => STATES[standingOf(record)] },
  series: { header: 'Series', value: ({ series }) => series },
  media: { header: 'Media', value: ({ media }) => media },
  versions: { header: 'Versions', value: ({ versions }) => versions },
  number: { header: 'Record', value: ({ id }) => id },
  'platform-id': { header: 'Platform id', value: ({ nativeId }) => nativeId },
}

/** Columns for a spreadsheet: times that it can sort, in the City's zone and in UTC. */
export function sheetColumns(columns: readonly RecordColumn[]): readonly ListColumn[] {
  const times: readonly ListColumn[] = [
    { header: 'Made (City)', value: ({ at }, zone) => (at === null ? null : cityIso(at, zone)) },
    { header: 'Made (UTC)', value: ({ at }) => (at === null ? null : isoInstant(at)) },
  ]
  return columns.flatMap((column) => (column === 'when' ? times : ONE[column]))
}

/** Columns for print: the day over the time, and words short enough for a narrow column. */
export function printColumns(columns: readonly RecordColumn[]): readonly ListColumn[] {
  const when: ListColumn = {
    header: 'Made',
    value: ({ at }, zone) => (at === null ? 'unknown' : dayAndTime(at, zone)),
  }
  return columns.map((column) =>
    column === 'when' ? when : column === 'state' ? { ...ONE.state, header: 'State' } : ONE[column],
  )
}

/** The parts of a readable time on two lines, each without a place to break at. */
function dayAndTime(at: Instant, zone: string): string {
  const whole = readableInstant(at, zone)
  const year = localDate(at, zone).slice(0, 4)
  const end = whole.indexOf(year) + year.length
  return [whole.slice(0, end), whole.slice(end).replace(/^,\s*/, '')]
    .map((part) => part.replace(/\s/g, '\u00a0'))
    .join('\n')
}
