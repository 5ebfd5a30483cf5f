// Reads single cells of a schedule: flags, citations, dispositions, and a code for series that have none.

import { normalCode, parseRetention, type RetentionExpression } from '../../../../shared/domain/retention/expression.ts'
import type { ScheduleField } from '../../../../shared/domain/schedule/column.ts'
import { Disposition } from '../../../../shared/domain/schedule/legend.ts'

/** The cells of one row by field; a missing column gives an empty text. */
export type CellOf = (field: ScheduleField) => string

/** One cell of running text on one line. */
export function oneLine(cell: string): string {
  return cell.replace(/\s+/g, ' ').trim()
}

/** A flag: any of the usual marks for yes and no; null where it can't be told. */
export function readFlag(cell: string): boolean | null {
  const word = oneLine(cell).toLowerCase()
  if (/^(|-+|–|—|n|no|n\/a|none|false|0)$/.test(word)) return false
  return /^(x|y|yes\b.*|true|1|✓|✔|√|☑|v|h|c|vital|historical|confidential)$/.test(word) ? true : null
}

/** Citations of a cell, one each, with a space between code and section (`GC34090` → `GC 34090`). */
export function readCitations(cell: string): string[] {
  return cell
    .split(/[;\n]|,\s+(?=[A-Z])/)
    .map((one) => oneLine(one).replace(/^([A-Z]{2,5})(\d)/, '$1 $2'))
    .filter((one) => one !== '')
}

/** A disposition in the City's words, null where they fit none. */
export function readDisposition(cell: string): Disposition | null {
  const word = oneLine(cell).toLowerCase()
  const exact = Disposition.safeParse(word)
  if (exact.success) return exact.data
  if (/^(shred|recycle|delete|purge|dispose|destruction|destroy\b.*)$/.test(word)) return 'destroy'
  if (/^(perm|permanent\b.*|p)$/.test(word)) return 'permanent'
  return /^(archives?\b.*|transfer to archives?)$/.test(word) ? 'archive' : null
}

/** The retention of a row from whichever columns the layout has (law.md §3.5); `text` is as published. */
export function readRetention(cell: CellOf): RetentionExpression {
  const trigger = oneLine(cell('trigger'))
  const unit = oneLine(cell('unit'))
  const stated = statedRetention(cell)
  const period = /^\d+(\.\d+)?$/.test(stated.text) && unit !== '' ? parseRetention(`${stated.text} ${unit}`) : stated
  if (trigger === '') return period
  if (period.form === 'blank') return parseRetention(trigger)
  return period.form === 'term' && period.code === null ? parseRetention(`${trigger} + ${period.text}`) : period
}

/**
 * The retention of a row beside which stands what nobody understood, a cutoff or an outcome: no period runs by a guess. A bare period waits for the
 * legend's word on its cutoff (`2 years after end of project`); anything else is one phrase that the legend explains (`5 / A`) or does not.
 */
export function leftToLegend(
  retention: RetentionExpression,
  { cutoff, outcome }: { readonly cutoff: string | null; readonly outcome: string | null },
): RetentionExpression {
  if (retention.form !== 'term' && retention.form !== 'words') return retention
  const isBare = retention.form === 'term' && retention.code === null
  const started = cutoff !== null && isBare ? parseRetention(`${retention.text} after ${cutoff}`) : retention
  const beside = [...(cutoff === null || isBare ? [] : [cutoff]), ...(outcome === null ? [] : [outcome])]
  if (beside.length === 0) return started
  const text = [started.text, ...beside].join(' / ')
  return { form: 'words', code: normalCode(text), text, note: started.note }
}

/** A code for a series without one: department and title in small letters with hyphens. */
export function codeFromTitle(department: string, title: string): string {
  const slug = (text: string) =>
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
  return [slug(department).slice(0, 60), slug(title).slice(0, 120)].filter((part) => part !== '').join('/') || 'series'
}

function statedRetention(cell: CellOf): RetentionExpression {
  const total = cell('retention')
  if (total !== '') return parseRetention(total)
  if (/permanent/i.test(cell('retentionType'))) return parseRetention(cell('retentionType').replace(/^\d+\s*-\s*/, ''))
  const first = cell('active') || cell('onSite')
  const second = cell('inactive') || cell('offSite')
  const spans = [first, second].filter((span) => !/^(|-+|n\/?a|none)$/i.test(oneLine(span)))
  if (spans.length === 0) return parseRetention(cell('retentionType'))
  return spans.length === 1 ? parseRetention(spans[0] ?? '') : joined(parseRetention(first), parseRetention(second))
}

// Kept here, then there: bare periods add up, anything else is joined as published and left to the legend.
function joined(first: RetentionExpression, second: RetentionExpression): RetentionExpression {
  const forever = [first, second].find(({ form }) => form === 'permanent' || form === 'indefinite')
  if (forever) return forever
  const text = `${first.text} + ${second.text}`
  if (first.form !== 'term' || second.form !== 'term' || first.code !== null || second.code !== null)
    return parseRetention(text)
  if (first.unit !== second.unit || first.amount === null || second.amount === null) return parseRetention(text)
  return { ...first, amount: first.amount + second.amount, note: first.note || second.note, text }
}
