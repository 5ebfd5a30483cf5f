// A schedule file on its way in: what a person has said of its columns and codes, and what is still to be said.
import type { scheduleRead } from '../../../shared/contract/schedule.ts'
import type { RetentionUnit } from '../../../shared/domain/retention/expression.ts'
import { ColumnMapping, isEnough, type ScheduleField } from '../../../shared/domain/schedule/column.ts'
import type { CutoffBasis, Legend } from '../../../shared/domain/schedule/legend.ts'
import type { Output } from '../../client/call.ts'

export type Read = Output<typeof scheduleRead>

/** What a column is: a field, not read on purpose, or not yet said. */
export type ColumnChoice = ScheduleField | 'left-out' | null

export interface CodeLine {
  readonly key: number
  readonly code: string
  readonly meaning: string
  readonly basis: CutoffBasis | null
  readonly trigger: string
  /** How long it keeps by itself, as typed; empty where the schedule says that beside it. */
  readonly amount: string
  readonly unit: RetentionUnit
  readonly kept?: Pick<Legend[number], 'disposition'>
}

/** A line for a code that nobody has explained yet. */
export function blankLine(key: number, code = ''): CodeLine {
  return { key, code, meaning: '', basis: null, trigger: '', amount: '', unit: 'years' }
}

/** The period that a code means by itself; null where it means none, undefined where what was typed is no number. */
export function ownPeriod({ amount, unit }: Pick<CodeLine, 'amount' | 'unit'>): Legend[number]['period'] | undefined {
  const typed = amount.trim()
  if (typed === '') return null
  return /^\d{1,3}(?:\.\d{1,2})?$/.test(typed) ? { amount: Number(typed), unit } : undefined
}

/** A column on the screen: its heading, what stands under it, what it is. */
export interface ColumnLine {
  readonly header: string
  readonly samples: readonly string[]
  readonly choice: ColumnChoice
}

/** Where a person has said nothing, the headings that are known say it; a column without a heading or cells is not read. */
export function columnLines(
  read: Read,
  headerRow: number | null,
  said: ReadonlyMap<number, ColumnChoice>,
): ColumnLine[] {
  const asRead = headerRow === null || headerRow === read.headerRow
  const row = headerRow ?? read.headerRow
  const cells = asRead ? read.columns.map(({ header }) => header) : (read.top[(row ?? 1) - 1] ?? [])
  return cells.map((header, at) => {
    const below = read.top.slice(row ?? 0).flatMap((line) => (line[at] ? [line[at]] : []))
    const samples = asRead ? (read.columns[at]?.samples ?? []) : [...new Set(below)].slice(0, 3)
    const known = asRead ? (read.columns[at]?.field ?? null) : null
    const empty = header === '' && samples.length === 0
    return { header, samples, choice: said.get(at) ?? known ?? (empty ? 'left-out' : null) }
  })
}

/** What keeps columns from being used: a field named twice, columns not said, or no title or retention. */
export interface ColumnState {
  readonly twice: ScheduleField | null
  readonly undecided: number
  readonly enough: boolean
}

/** How far the columns are said. */
export function columnState(lines: readonly ColumnLine[]): ColumnState {
  const fields = lines.map(({ choice }) => choice).filter(isField)
  return {
    twice: fields.find((field, at) => fields.indexOf(field) !== at) ?? null,
    undecided: lines.filter(({ choice }) => choice === null).length,
    enough: isEnough(fields),
  }
}

/** The mapping for the vault, null while it is not usable. */
export function mappingOf(lines: readonly ColumnLine[], headerRow: number | null): ColumnMapping | null {
  const fields = lines.map(({ choice }) => (isField(choice) ? choice : null))
  return ColumnMapping.safeParse({ headerRow, fields }).data ?? null
}

function isField(choice: ColumnChoice): choice is ScheduleField {
  return choice !== null && choice !== 'left-out'
}

/** The lines of a legend that was given before. */
export function linesOfLegend(legend: Legend): CodeLine[] {
  return legend.map(({ code, meaning, basis, trigger, period, disposition }, key) => ({
    ...{ key, code, meaning, basis, trigger },
    ...{ amount: period === null ? '' : String(period.amount), unit: period?.unit ?? 'years' },
    kept: { disposition },
  }))
}

/** The lines with one more for every code that nobody has named yet. */
export function withCodes(lines: readonly CodeLine[], codes: readonly string[]): readonly CodeLine[] {
  const named = new Set(lines.map(({ code }) => code.trim().toUpperCase()))
  const fresh = codes.filter((code) => !named.has(code.toUpperCase()))
  if (fresh.length === 0) return lines
  const next = Math.max(-1, ...lines.map(({ key }) => key)) + 1
  return [...lines, ...fresh.map((code, at) => blankLine(next + at, code))]
}

/** The legend of the lines that are explained; a line without a basis explains nothing, nor does one whose period is no number. */
export function legendOf(lines: readonly CodeLine[]): Legend {
  return lines.flatMap(({ code, meaning, basis, trigger, amount, unit, kept }) => {
    const period = ownPeriod({ amount, unit })
    if (code.trim() === '' || basis === null || period === undefined) return []
    return [{ code, meaning: meaning.trim() || code, basis, trigger, period, disposition: kept?.disposition ?? null }]
  })
}
