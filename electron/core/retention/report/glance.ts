// The counts of a purge report, for those who sign: by series and by reason, each beside the counts of the plan before.
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import { kindOfPlan } from '../../../../shared/domain/disposition/disposition.ts'
import { planKindWords } from '../../../../shared/domain/disposition/plan-kind.ts'
import { amount } from '../../../../shared/text/amount.ts'
import type { Doc } from '../../typeset/document.ts'
import type { Cell } from '../../typeset/row.ts'
import type { DrawnUp } from '../plan/draw-up.ts'
import { changeCells, changedReasons, changedSeries, type Row } from './change.ts'
import { yearsOf } from './words.ts'

/** Series that stand on the first page: where there are more, the largest do, and the table of all comes behind it. */
const MOST = 5

/** Draws what may go and what stays, in counts. */
export async function drawGlance(doc: Doc, drawn: DrawnUp): Promise<void> {
  const { tally, previous } = drawn
  const rows = changedSeries(drawn)
  const whole = rows.length <= MOST + 1
  const first = whole ? rows : rows.toSorted((one, other) => other.now - one.now).slice(0, MOST)
  const rest = rows.filter((row) => !first.includes(row))
  await drawSeries(doc, drawn, [
    ...first,
    ...(whole ? [] : [summed(`${amount(rest.length, 'more series', 'more series')}, listed below`, rest)]),
  ])
  if (tally.counts.excluded + (previous?.excluded ?? 0) > 0) await drawReasons(doc, drawn)
  else await doc.paragraph('Nothing stays: every record of this vault may go.')
  if (previous === null) {
    await doc.paragraph('No earlier plan of this kind is in this vault, so nothing can be compared.', {
      colour: 'muted',
    })
  }
}

/** The table of every series, where the first page has but the largest. */
export async function drawAllSeries(doc: Doc, drawn: DrawnUp): Promise<void> {
  const rows = changedSeries(drawn)
  if (rows.length <= MOST + 1) return
  await doc.heading(2, 'Every series')
  await drawSeries(doc, drawn, rows)
}

function summed(name: string, rows: readonly Row[]): Row {
  const sum = (of: (row: Row) => number) => rows.reduce((total, row) => total + of(row), 0)
  return { key: '', name, before: sum(({ before }) => before), now: sum(({ now }) => now) }
}

async function drawSeries(doc: Doc, drawn: DrawnUp, rows: readonly Row[]): Promise<void> {
  const { head, tally, previous, compiled } = drawn
  const { may } = planKindWords[kindOfPlan(head)]
  const total = { key: '', name: may, before: previous?.eligible ?? 0, now: tally.counts.eligible }
  await doc.table({
    caption: `${may}, by series${since(drawn)}`,
    columns: [
      { header: 'Series', width: 1.7 },
      { header: 'Title', width: 4.3 },
      { header: 'Retention', width: 1.25 },
      { header: 'Years', width: 1.55 },
      ...counted(drawn),
    ],
    rows: [
      ...rows.map((row): Cell[] => {
        const group = tally.eligible.get(row.key)
        const retention = compiled.terms.get(row.key)?.series.retention.text ?? ''
        return [
          row.key,
          row.name,
          retention,
          group === undefined ? '' : (yearsOf([group]) ?? ''),
          ...changeCells(drawn, row),
        ]
      }),
      ['', strong(may), '', strong(yearsOf(tally.eligible.values()) ?? ''), ...changeCells(drawn, total, true)],
    ],
  })
}

async function drawReasons(doc: Doc, drawn: DrawnUp): Promise<void> {
  const { tally, previous } = drawn
  const total = { key: '', name: 'Stays', before: previous?.excluded ?? 0, now: tally.counts.excluded }
  await doc.table({
    caption: `Stays, by reason${since(drawn)}; each is explained under “What stays, and why”`,
    columns: [{ header: 'Reason', width: 8.8 }, ...counted(drawn)],
    rows: [
      ...changedReasons(drawn).map((row) => [row.name, ...changeCells(drawn, row)]),
      [strong('Stays'), ...changeCells(drawn, total, true)],
    ],
  })
}

function since({ previous }: DrawnUp): string {
  return previous === null ? '' : `, since the plan as of ${readableDay(previous.asOf)}`
}

function counted({ previous }: DrawnUp) {
  const column = (header: string, width: number) => ({ header, width, align: 'end' as const })
  return previous === null ? [column('Records', 1.4)] : [column('Then', 1.1), column('Now', 1.1), column('Change', 1.2)]
}

function strong(text: string): Cell {
  return [{ text, bold: true }]
}
