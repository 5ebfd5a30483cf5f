// The lists of a purge report: what may be destroyed by series, what stays and why, what holds.
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import type { Series } from '../../../../shared/domain/schedule/series.ts'
import { readableInstant } from '../../../../shared/domain/time.ts'
import { amount, grouped } from '../../../../shared/text/amount.ts'
import type { Doc } from '../../typeset/document.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { endedRequests } from '../../vault/office/request-until.ts'
import { holdingRequests, standingHolds } from '../../vault/repository/disposition/hold.ts'
import type { DrawnUp } from '../plan/draw-up.ts'
import { reasonWords } from '../plan/reason-words.ts'
import { countsOf } from '../plan/tally.ts'
import { ELIGIBLE_COLUMNS, keptColumns, listedRecords, period } from './words.ts'

const EXAMPLES = 5

/** What may be destroyed: each series with its retention, its days, and its first records. */
export async function drawEligible(doc: Doc, db: Driver, { head, tally, compiled }: DrawnUp): Promise<void> {
  await doc.heading(2, head.custody === undefined ? 'What may be destroyed' : 'Of what custody may be given up')
  if (tally.counts.eligible === 0) {
    await doc.paragraph('Nothing. Every record stays, for the reasons below.')
    return
  }
  for (const { series: code } of countsOf(tally, compiled).bySeries) {
    const series = compiled.terms.get(code)?.series
    const group = tally.eligible.get(code)
    if (series === undefined || group === undefined) continue
    await doc.heading(3, series.title)
    await doc.paragraph(`Series ${code}: ${amount(group.records, 'record')} ${period(group)}. ${retentionOf(series)}`)
    const records = listedRecords(
      db,
      head.zone,
      group.first.map(({ id }) => id),
    )
    await doc.table({
      columns: ELIGIBLE_COLUMNS,
      rows: records.map(({ id, day, kind, author, text }, at) => [
        id,
        day,
        kind,
        author,
        text,
        group.first[at]?.on ?? '',
      ]),
    })
    await tellRest(doc, group.records - group.first.length)
  }
}

/** What stays: each reason with the first records as examples. */
export async function drawKept(doc: Doc, db: Driver, { head, tally, compiled }: DrawnUp): Promise<void> {
  await doc.heading(2, 'What stays, and why')
  if (tally.counts.excluded === 0) await doc.paragraph('Nothing: every record may go.')
  for (const { reason, sentence, records } of countsOf(tally, compiled).byReason) {
    const group = tally.kept.get(reason)
    if (group === undefined) continue
    await doc.heading(3, reasonWords[reason].name)
    const next =
      group.next === null || reason === 'on-hold' ? '' : ` The first of them may go on ${readableDay(group.next)}.`
    await doc.paragraph(`${amount(records, 'record')} ${period(group)}. ${sentence}${next}`)
    const examples = group.first.slice(0, EXAMPLES)
    const listed = listedRecords(
      db,
      head.zone,
      examples.map(({ id }) => id),
    )
    await doc.table({
      columns: keptColumns(reason === 'on-hold' ? 'Held by' : 'Why'),
      rows: listed.map(({ id, day, kind, text }, at) => [id, day, kind, text, examples[at]?.detail ?? '']),
    })
    await tellRest(doc, records - examples.length)
  }
}

/** Holds and open requests, as they stood when the plan was drawn up. */
export async function drawHolds(doc: Doc, db: Driver, { zone, asOf }: DrawnUp['head']): Promise<void> {
  const ended = endedRequests(db, zone, asOf)
  const holds = standingHolds(db).filter(({ request }) => request === null || !ended.has(request))
  const told = new Set(holds.map(({ request }) => request))
  const requests = holdingRequests(db).filter(({ id }) => !told.has(id))
  await doc.heading(2, 'Holds in force')
  if (holds.length + requests.length === 0) {
    await doc.paragraph('None: no hold stood and no request was open when this plan was drawn up.')
    return
  }
  await doc.table({
    columns: [
      { header: 'Matter', width: 2.9 },
      { header: 'Basis', width: 1.7 },
      { header: 'Ordered by', width: 2 },
      { header: 'Since', width: 2.8 },
      { header: 'Records frozen', width: 1, align: 'end' },
    ],
    rows: [
      ...holds.map(({ hold, records }) => [
        hold.label,
        hold.basis.replaceAll('-', ' '),
        hold.orderedBy,
        readableInstant(hold.placedAt, zone),
        grouped(records),
      ]),
      ...requests.map(({ id, from, to }) => [
        `Request ${id}`,
        'records request',
        'the requester',
        `covers ${from ? readableDay(from) : 'the beginning'} to ${to ? readableDay(to) : 'today'}`,
        '',
      ]),
    ],
  })
  await doc.paragraph(
    'A hold covers what it froze when it was placed and what meets its conditions since. An open request holds its accounts and period from its receipt.',
    { colour: 'muted' },
  )
}

function retentionOf({ retention, citations, officeOfRecord }: Series): string {
  const cited = citations.length > 0 ? ` (${citations.join('; ')})` : ''
  const office = officeOfRecord === '' ? '' : ` Office of record: ${officeOfRecord}.`
  return `Retention: ${retention.text}${cited}.${office}`
}

async function tellRest(doc: Doc, rest: number): Promise<void> {
  if (rest <= 0) return
  await doc.paragraph(`And ${amount(rest, 'more record')}; the list of all is the CSV that belongs to this report.`, {
    colour: 'muted',
  })
}
