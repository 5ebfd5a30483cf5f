// Reads one row of a schedule into the canonical fields of a series.

import { normalCode } from '../../../../shared/domain/retention/expression.ts'
import type { ScheduleField } from '../../../../shared/domain/schedule/column.ts'
import { CutoffBasis, type LegendEntry } from '../../../../shared/domain/schedule/legend.ts'
import { Series } from '../../../../shared/domain/schedule/series.ts'
import {
  type CellOf,
  codeFromTitle,
  leftToLegend,
  oneLine,
  readCitations,
  readDisposition,
  readFlag,
  readRetention,
} from './cells.ts'
import type { ScheduleColumn } from './columns.ts'
import type { ScheduleFinding } from './text.ts'

/**
 * Reads one row into a series, null where the row breaks a rule of `Series` (told among the findings).
 * @param heading the department heading above the row, for rows without a department of their own
 * @param legend what the codes mean: a disposition in the City's own letters is looked up there
 * @param used the codes given so far; grows
 * @param findings remarks about the row are appended
 */
export function readSeries(
  cells: readonly string[],
  row: number,
  columns: readonly ScheduleColumn[],
  heading: string,
  legend: ReadonlyMap<string, LegendEntry>,
  used: Set<string>,
  findings: ScheduleFinding[],
): Series | null {
  const tell = (code: ScheduleFinding['code'], message: string) => findings.push({ row, code, message })
  const cell: CellOf = (field) => cells[columns.findIndex((column) => column.field === field)] ?? ''
  const title = oneLine(cell('title'))
  const department = oneLine(cell('department')) || heading
  const cutoffBasis = known(cell('cutoffBasis'), (text) => readBasis(text))
  const disposition = known(cell('disposition'), (text) => readDisposition(text) ?? ofLegend(legend, text))
  const retention = leftToLegend(readRetention(cell), { cutoff: cutoffBasis.unread, outcome: disposition.unread })
  if (retention.form === 'blank') tell('retention-blank', `“${title}” has no retention: it is never eligible.`)
  for (const { unread } of [cutoffBasis, disposition]) {
    if (unread !== null)
      tell('value-not-understood', `“${unread}” was not understood: the legend must say what “${title}” comes to.`)
  }
  const parsed = Series.safeParse({
    code: uniqueCode(oneLine(cell('code')) || codeFromTitle(department, title), used, tell),
    title,
    description: [cell('description'), cell('notes')].filter((text) => text !== '').join('\n'),
    department,
    officeOfRecord: oneLine(cell('officeOfRecord')),
    retention,
    cutoffBasis: cutoffBasis.value,
    disposition: disposition.value,
    citations: readCitations(cell('citations')),
    vital: flag(cell, 'vital', tell),
    historical: flag(cell, 'historical', tell),
    confidential: flag(cell, 'confidential', tell),
    media: oneLine(cell('media')),
    exclusion: null,
    row,
  })
  if (parsed.success) return parsed.data
  tell(
    'row-refused',
    `“${title.slice(0, 80)}” was not read: ${parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')}`,
  )
  return null
}

type Tell = (code: ScheduleFinding['code'], message: string) => void

function uniqueCode(wanted: string, used: Set<string>, tell: Tell): string {
  let code = wanted
  for (let copy = 2; used.has(code); copy++) code = `${wanted}~${copy}`
  used.add(code)
  if (code !== wanted)
    tell('duplicate-code', `Series ${wanted} stands in the file more than once; this one is kept as ${code}.`)
  return code
}

function flag(cell: CellOf, field: ScheduleField, tell: Tell): boolean {
  const value = readFlag(cell(field))
  // A mark that nobody understands is a mark: taken for yes and shown.
  if (value === null) tell('flag-not-understood', `“${oneLine(cell(field))}” in column ${field} was taken for yes.`)
  return value ?? true
}

/** A cell as understood, or its words where nobody understood them: they are never passed by. */
function known<T>(cell: string, read: (text: string) => T | null): { value: T | null; unread: string | null } {
  const text = oneLine(cell)
  const value = text === '' ? null : read(text)
  return { value, unread: value === null && text !== '' ? text : null }
}

function readBasis(text: string): CutoffBasis | null {
  return CutoffBasis.safeParse(text.toLowerCase().replace(/[\s_]+/g, '-')).data ?? null
}

function ofLegend(legend: ReadonlyMap<string, LegendEntry>, text: string): LegendEntry['disposition'] {
  return legend.get(normalCode(text))?.disposition ?? null
}
