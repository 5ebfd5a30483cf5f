// Response times as a tagged PDF and as CSV: counts by account and month, nobody's name and nobody's words.
import type { Writable } from 'node:stream'
import { type ResponseMonth, ResponseVerdict } from '../../../../shared/contract/response.ts'
import type { Account } from '../../../../shared/domain/account/account.ts'
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import type { AccountId } from '../../../../shared/domain/id.ts'
import { type LocalDate, readableInstant } from '../../../../shared/domain/time.ts'
import { amount, grouped } from '../../../../shared/text/amount.ts'
import { platformName } from '../../../../shared/text/names.ts'
import { unmeasuredWords, verdictWords } from '../../../../shared/text/response-words.ts'
import type { ChartOptions } from '../../typeset/chart.ts'
import { createDocument, type Doc } from '../../typeset/document.ts'
import type { ReportFacts } from '../facts.ts'
import type { PeriodResponses } from './reckon.ts'

/** What is written. */
export interface ResponsePrint {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly months: readonly ResponseMonth[]
  readonly reckoned: PeriodResponses
  readonly accounts: ReadonlyMap<AccountId, Account>
  readonly facts: ReportFacts
}

/** How the hours were counted, for the foot of every table of them. */
export const HOW_COUNTED =
  'Hours count by the office’s calendar: weekends, holidays and closures do not count, every other hour does. The first reply of any account of the City in the thread or conversation ends the count. What the public asked or reported was found by rules and by hand; a program cannot be sure of either.'

/** Writes the report and ends `out`. Returns its number of pages. */
export async function printResponses(out: Writable, print: ResponsePrint): Promise<number> {
  const { from, to, facts, reckoned } = print
  const period = `${readableDay(from)} to ${readableDay(to)}`
  const doc = createDocument(out, {
    ...{ title: `Response times, ${period} – ${facts.city}`, lang: 'en-US', author: facts.city },
    createdAt: new Date(facts.writtenAt),
    footer: `${facts.city} · response times, ${period}`,
    practice: facts.practice,
  })
  await doc.heading(1, 'Response times')
  await doc.paragraph(`${facts.city} · ${period}`, { size: 12, colour: 'muted', spaceAfter: 12 })
  await doc.facts([
    ['Expected', 'within 48 to 72 hours (AI 599, part III)'],
    ['Asked and reported', grouped(reckoned.responses.length)],
    ['Written', `${readableInstant(facts.writtenAt, facts.zone)}, by ${facts.writtenBy}`],
  ])
  await drawResponses(doc, print)
  return (await doc.finish()).pages
}

/** Chart, table and notes. */
async function drawResponses(
  doc: Doc,
  { months, reckoned, accounts }: Pick<ResponsePrint, 'months' | 'reckoned' | 'accounts'>,
): Promise<void> {
  if (months.length === 0) await doc.paragraph('Nothing that the public asked or reported was found in this period.')
  else {
    await doc.chart(responseChart(months, accounts))
    await drawTable(doc, months, accounts)
  }
  await doc.paragraph(HOW_COUNTED, { size: 8, colour: 'muted' })
  const limits = limitsOf(reckoned, accounts)
  if (limits.length > 0) await doc.list(limits)
}

const CHARTED = ['within-48', 'within-72', 'late', 'unanswered'] as const

/** The chart of what was measured, an account a bar. */
export function responseChart(months: readonly ResponseMonth[], accounts: ResponsePrint['accounts']): ChartOptions {
  const byAccount = Map.groupBy(months, ({ account }) => account)
  const bars = [...byAccount].map(([account, own]) => ({
    label: nameOf(accounts.get(account)),
    values: CHARTED.map((verdict) => own.reduce((sum, { counts }) => sum + (counts[verdict] ?? 0), 0)),
  }))
  const parts = CHARTED.map((verdict) => verdictWords[verdict])
  const told = bars.map(
    ({ label, values }) => `${label}: ${values.map((value, at) => `${value} ${parts[at]}`).join(', ')}`,
  )
  return { caption: 'Measured, by account', alt: `Bars. ${told.join('. ')}.`, parts, bars }
}

async function drawTable(doc: Doc, months: readonly ResponseMonth[], accounts: ResponsePrint['accounts']) {
  await doc.table({
    caption: 'By account and month',
    fitted: true,
    columns: [
      { header: 'Account', width: 2.6 },
      { header: 'Month', width: 1.1 },
      ...ResponseVerdict.options.map((verdict) => ({
        header: verdictWords[verdict],
        width: 1.15,
        align: 'end' as const,
      })),
      { header: 'median hours', width: 1, align: 'end' },
    ],
    rows: months.map(({ account, month, counts, median }) => [
      nameOf(accounts.get(account)),
      month,
      ...ResponseVerdict.options.map((verdict) => grouped(counts[verdict] ?? 0)),
      median === null ? '' : median.toFixed(1),
    ]),
  })
}

/** What could not be measured, and on what the rest stands, in sentences. */
export function limitsOf(
  { responses, unmatched, yearsWithout, yearsReckoned }: PeriodResponses,
  accounts: ResponsePrint['accounts'],
): string[] {
  const reasons = Map.groupBy(
    responses.flatMap(({ why }) => (why === null ? [] : [why])),
    (why) => why,
  )
  return [
    ...[...reasons].map(
      ([why, all]) =>
        `${amount(all.length, 'question or report', 'questions or reports')} cannot be measured: ${unmeasuredWords[why]}.`,
    ),
    ...[...unmatched].map(
      ([account, replies]) =>
        `${nameOf([...accounts.values()].find(({ id }) => id === account))}: ${amount(replies, 'reply', 'replies')} to something that is not in the vault. Both sides must be there to measure.`,
    ),
    ...yearsWithout.map(
      (year) => `Nobody entered the City’s holidays of ${year}: they are counted as days on which the office is open.`,
    ),
    ...yearsReckoned.map(
      (year) => `The City’s holidays of ${year} are reckoned from its agreements and copied from no list of the year.`,
    ),
  ]
}

/** A name for a table: handle and platform. */
export function nameOf(account: Account | undefined): string {
  return account === undefined ? '' : `@${account.handle} (${platformName(account.platform)})`
}

/** The head of the CSV, and its rows. */
export function responseTable({ months, accounts }: Pick<ResponsePrint, 'months' | 'accounts'>) {
  return {
    heads: [
      'Platform',
      'Account',
      'Month',
      ...ResponseVerdict.options.map((verdict) => verdictWords[verdict]),
      'Median hours',
    ],
    rows: months.map(({ account, month, counts, median }) => [
      accounts.get(account)?.platform ?? '',
      accounts.get(account)?.handle ?? '',
      month,
      ...ResponseVerdict.options.map((verdict) => counts[verdict] ?? 0),
      median === null ? '' : Number(median.toFixed(2)),
    ]),
  }
}
