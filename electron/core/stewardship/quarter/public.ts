// The report of a quarter: answers to the public, and what was removed. Counts alone: nobody's name and nobody's words.
import { ResponseVerdict } from '../../../../shared/contract/response.ts'
import { RemovalKind, RemovedBy } from '../../../../shared/domain/office/removal.ts'
import { amount, grouped } from '../../../../shared/text/amount.ts'
import { removalKindWords, removedByWords } from '../../../../shared/text/removal-words.ts'
import { verdictWords } from '../../../../shared/text/response-words.ts'
import { removedEntries } from '../removed/entries.ts'
import { dayOf } from '../removed/report.ts'
import { monthsOf } from '../response/months.ts'
import { HOW_COUNTED, limitsOf, nameOf, responseChart } from '../response/print.ts'
import { periodResponses } from '../response/reckon.ts'
import type { QuarterMeans, QuarterSection } from './section.ts'

/** Response times by account and month. */
export function responseSection({ db, folder, from, to, accounts, facts }: QuarterMeans): QuarterSection {
  const reckoned = periodResponses(db, folder, { from, to }, facts.writtenAt)
  const months = monthsOf(reckoned.responses, facts.zone)
  return {
    title: 'Response times',
    words: [
      'Expected: an answer within 48 to 72 hours (AI 599, part III).',
      ...(months.length === 0 ? ['Nothing that the public asked or reported was found.'] : [HOW_COUNTED]),
      ...limitsOf(reckoned, accounts),
    ],
    ...(months.length === 0 ? {} : { chart: responseChart(months, accounts) }),
    heads: ['Account', 'Month', ...ResponseVerdict.options.map((verdict) => verdictWords[verdict]), 'median hours'],
    figures: [2, 3, 4, 5, 6, 7, 8],
    rows: months.map(({ account, month, counts, median }) => [
      nameOf(accounts.get(account)),
      month,
      ...ResponseVerdict.options.map((verdict) => grouped(counts[verdict] ?? 0)),
      median === null ? '' : median.toFixed(1),
    ]),
  }
}

/** Removals by what and by whom. */
export function removalSection({ db, folder, from, to, facts }: QuarterMeans): QuarterSection {
  const entries = removedEntries(db, folder).filter((entry) => {
    const day = dayOf(entry, facts.zone)
    return entry.state !== 'dismissed' && day >= from && day <= to
  })
  const open = entries.filter(({ state }) => state === 'open' || state === 'review').length
  const appeals = entries
    .flatMap(({ acts }) => acts)
    .filter(({ act, on }) => act === 'appealed' && on >= from && on <= to)
  const late = entries.filter(
    ({ said, due }) => due !== null && (said.removed === null || said.removed.slice(0, 10) > due),
  )
  const lines = RemovalKind.options.flatMap((kind) =>
    RemovedBy.options.map((by) => ({
      kind,
      by,
      count: entries.filter(({ said }) => said.kind === kind && said.by === by).length,
    })),
  )
  const found = lines.filter(({ count }) => count > 0)
  const bars = RemovalKind.options
    .map((kind) => ({
      label: removalKindWords[kind],
      values: RemovedBy.options.map((by) => lines.find((line) => line.kind === kind && line.by === by)?.count ?? 0),
    }))
    .filter(({ values }) => values.some((value) => value > 0))
  const told = found
    .map(({ kind, by, count }) => `${removalKindWords[kind]} by ${removedByWords[by]}: ${count}`)
    .join('. ')
  return {
    title: 'Removed content',
    words: [
      `${amount(entries.length, 'entry', 'entries')} in the log for this quarter, ${grouped(open)} not closed, ${amount(appeals.length, 'appeal')} received.`,
      ...(late.length > 0
        ? [`${amount(late.length, 'booking photo')} not known to be off the page within 14 days (Pen. Code 13665).`]
        : []),
    ],
    ...(bars.length === 0
      ? {}
      : {
          chart: {
            caption: 'By what and by whom',
            alt: `Bars. ${told}.`,
            parts: RemovedBy.options.map((by) => removedByWords[by]),
            bars,
          },
        }),
    heads: ['What', 'By whom', 'Entries'],
    figures: [2],
    rows: found.map(({ kind, by, count }) => [removalKindWords[kind], removedByWords[by], grouped(count)]),
  }
}
