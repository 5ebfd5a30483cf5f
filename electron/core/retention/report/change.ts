// What changed since last year's plan: the counts of both, series by series and reason by reason.
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import { kindOfPlan } from '../../../../shared/domain/disposition/disposition.ts'
import { planKindWords } from '../../../../shared/domain/disposition/plan-kind.ts'
import { grouped } from '../../../../shared/text/amount.ts'
import type { Doc } from '../../typeset/document.ts'
import type { DrawnUp } from '../plan/draw-up.ts'
import { reasonWords } from '../plan/reason-words.ts'
import { countsOf } from '../plan/tally.ts'

/** Draws the table of the changes, or says that there is nothing to compare with. */
export async function drawChange(doc: Doc, { head, previous, tally, compiled }: DrawnUp): Promise<void> {
  if (previous === null) {
    return doc.paragraph('No earlier plan of this kind is in this vault, so nothing can be compared.', {
      colour: 'muted',
    })
  }
  const { bySeries, byReason } = countsOf(tally, compiled)
  const series = merged(
    previous.bySeries.map(({ series: code, title, eligible }) => [code, `${title} (${code})`, eligible]),
    bySeries.map(({ series: code, title, eligible }) => [code, `${title} (${code})`, eligible]),
  )
  const reasons = merged(
    previous.byReason.map(({ reason, sentence, records }) => [reason, nameOf(reason) ?? sentence, records]),
    byReason.map(({ reason, records }) => [reason, nameOf(reason) ?? reason, records]),
  )
  await doc.table({
    caption: `Since the plan as of ${readableDay(previous.asOf)}`,
    columns: [
      { header: 'What', width: 5 },
      { header: 'Then', width: 1.4, align: 'end' },
      { header: 'Now', width: 1.4, align: 'end' },
      { header: 'Change', width: 1.4, align: 'end' },
    ],
    rows: [
      row(planKindWords[kindOfPlan(head)].may, previous.eligible, tally.counts.eligible, true),
      ...series.map(([name, then, now]) => row(`· ${name}`, then, now, false)),
      row('Stays', previous.excluded, tally.counts.excluded, true),
      ...reasons.map(([name, then, now]) => row(`· ${name}`, then, now, false)),
    ],
  })
}

type Counted = readonly [key: string, name: string, count: number]

function merged(then: readonly Counted[], now: readonly Counted[]): [name: string, then: number, now: number][] {
  const rows = new Map<string, [string, number, number]>(now.map(([key, name, count]) => [key, [name, 0, count]]))
  for (const [key, name, count] of then) {
    const known = rows.get(key)
    if (known) known[1] = count
    else rows.set(key, [name, count, 0])
  }
  return [...rows.values()]
}

function row(name: string, then: number, now: number, bold: boolean) {
  const change = now - then
  const sign = change > 0 ? '+' : change < 0 ? '−' : ''
  return [[{ text: name, bold }], grouped(then), grouped(now), `${sign}${grouped(Math.abs(change))}`]
}

function nameOf(reason: string): string | undefined {
  return new Map<string, { readonly name: string }>(Object.entries(reasonWords)).get(reason)?.name
}
