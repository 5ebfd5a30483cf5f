// Reads one row of a schedule into the canonical fields of a series.

import type { ScheduleField } from '../../../../shared/domain/schedule/column.ts'
import { CutoffBasis } from '../../../../shared/domain/schedule/legend.ts'
import { Series } from '../../../../shared/domain/schedule/series.ts'
import {
  type CellOf,
  codeFromTitle,
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
 * @param used the codes given so far; grows
 * @param findings remarks about the row are appended
 */
export function readSeries(
  cells: readonly string[],
  row: number,
  columns: readonly ScheduleColumn[],
  heading: string,
  used: Set<string>,
  findings: ScheduleFinding[],
): Series | null {
  const tell = (code: ScheduleFinding['code'], message: string) => findings.push({ row, code, message })
  const cell: CellOf = (field) => cells[columns.findIndex((column) => column.field === field)] ?? ''
  const title = oneLine(cell('title'))
  const department = oneLine(cell('department')) || heading
  const retention = readRetention(cell)
  if (retention.form === 'blank') tell('retention-blank', `“${title}” has no retention: it is never eligible.`)
  const parsed = Series.safeParse({
    code: uniqueCode(oneLine(cell('code')) || codeFromTitle(department, title), used, tell),
    title,
    description: [cell('description'), cell('notes')].filter((text) => text !== '').join('\n'),
    department,
    officeOfRecord: oneLine(cell('officeOfRecord')),
    retention,
    cutoffBasis: known(
      cell('cutoffBasis'),
      (text) => CutoffBasis.safeParse(text.toLowerCase().replace(/[\s_]+/g, '-')).data ?? null,
      tell,
    ),
    disposition: known(cell('disposition'), readDisposition, tell),
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

function known<T>(text: string, read: (text: string) => T | null, tell: Tell): T | null {
  if (oneLine(text) === '') return null
  const value = read(oneLine(text))
  if (value === null) tell('value-not-understood', `“${oneLine(text)}” was not understood and left to the legend.`)
  return value
}
