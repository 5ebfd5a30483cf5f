// What changed since the plan before: the counts of both, series by series and reason by reason.
import { grouped } from '../../../../shared/text/amount.ts'
import type { Cell } from '../../typeset/row.ts'
import type { DrawnUp } from '../plan/draw-up.ts'
import { reasonWords } from '../plan/reason-words.ts'
import { countsOf } from '../plan/tally.ts'

/** A count of both plans; `key`: the code of a series, or a reason. */
export interface Row {
  readonly key: string
  readonly name: string
  readonly before: number
  readonly now: number
}

/** Every series of either plan, in the order of the schedule. */
export function changedSeries({ previous, tally, compiled }: DrawnUp): Row[] {
  return merged(
    (previous?.bySeries ?? []).map(({ series, title, eligible }) => [series, title, eligible]),
    countsOf(tally, compiled).bySeries.map(({ series, title, eligible }) => [series, title, eligible]),
  )
}

/** Every reason of either plan. */
export function changedReasons({ previous, tally, compiled }: DrawnUp): Row[] {
  return merged(
    (previous?.byReason ?? []).map(({ reason, sentence, records }) => [reason, nameOf(reason) ?? sentence, records]),
    countsOf(tally, compiled).byReason.map(({ reason, records }) => [reason, nameOf(reason) ?? reason, records]),
  )
}

/** The cells of a row: its count, or then, now and the change where there is a plan before. */
export function changeCells({ previous }: DrawnUp, { before, now }: Row, bold = false): Cell[] {
  const change = now - before
  const sign = change > 0 ? '+' : change < 0 ? '−' : ''
  const cells =
    previous === null ? [grouped(now)] : [grouped(before), grouped(now), `${sign}${grouped(Math.abs(change))}`]
  return cells.map((text) => [{ text, bold }])
}

type Counted = readonly [key: string, name: string, count: number]

function merged(earlier: readonly Counted[], now: readonly Counted[]): Row[] {
  const counts = new Map(earlier.map(([key, , count]) => [key, count]))
  const known = new Set(now.map(([key]) => key))
  return [
    ...now.map(([key, name, count]) => ({ key, name, before: counts.get(key) ?? 0, now: count })),
    ...earlier.filter(([key]) => !known.has(key)).map(([key, name, count]) => ({ key, name, before: count, now: 0 })),
  ]
}

function nameOf(reason: string): string | undefined {
  return new Map<string, { readonly name: string }>(Object.entries(reasonWords)).get(reason)?.name
}
