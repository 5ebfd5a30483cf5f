// The report of a quarter: captures as they ended, and the gaps in those that were to be made by the calendar.
import type { Capture } from '../../../../shared/domain/capture/capture.ts'
import { capturesOf, stateOfSchedule } from '../../../../shared/domain/capture/schedule.ts'
import type { CaptureId } from '../../../../shared/domain/id.ts'
import { Instant, localDate } from '../../../../shared/domain/time.ts'
import { amount, grouped } from '../../../../shared/text/amount.ts'
import { wayName } from '../../../../shared/text/names.ts'
import { listCaptures } from '../../vault/repository/capture/capture.ts'
import { listSchedules } from '../../vault/repository/capture/capture-schedule.ts'
import { nameOf } from '../response/print.ts'
import type { QuarterMeans, QuarterSection } from './section.ts'

const ENDS = ['whole', 'in part', 'not made'] as const
type End = (typeof ENDS)[number]

/** What was captured, and how far. */
export function captureSection({ db, start, end, accounts }: QuarterMeans): QuarterSection {
  const made = listCaptures(db, null).filter(({ startedAt }) => startedAt >= start && startedAt < end)
  const lines = [...Map.groupBy(made, ({ account, way }) => `${account} ${way}`).values()].flatMap((own) => {
    const [first] = own
    if (first === undefined) return []
    const values = ENDS.map((one) => own.filter((capture) => endOf(capture) === one).length)
    return [{ name: nameOf(accounts.get(first.account)), way: wayName(first.way), made: own.length, values }]
  })
  const told = lines.map(
    ({ name, way, values }) => `${name}, ${way}: ${values.map((value, at) => `${value} ${ENDS[at]}`).join(', ')}`,
  )
  return {
    title: 'Captures',
    words: [
      `${amount(made.length, 'capture')} begun in the quarter. A capture is whole where it reached the end that it was to reach; what was not made was refused, found nothing, needed a log-in or broke off.`,
    ],
    ...(lines.length === 0
      ? {}
      : {
          chart: {
            caption: 'Captures by account and way',
            alt: `Bars. ${told.join('. ')}.`,
            parts: [...ENDS],
            bars: lines.map(({ name, way, values }) => ({ label: `${name}, ${way}`, values })),
          },
        }),
    heads: ['Account', 'Way', 'Begun', 'Whole', 'In part', 'Not made'],
    figures: [2, 3, 4, 5],
    rows: lines.map(({ name, way, made: begun, values }) => [name, way, ...[begun, ...values].map(grouped)]),
  }
}

function endOf({ outcome }: Pick<Capture, 'outcome'>): End {
  if (outcome === 'complete' || outcome === 'unchanged') return 'whole'
  return outcome === 'incomplete' ? 'in part' : 'not made'
}

/** Periods of the calendar of captures in which none was made whole. */
export function captureGapSection({ db, from, to, end, accounts, facts }: QuarterMeans): QuarterSection {
  const captures = listCaptures(db, null)
  const now = Instant.parse(Math.min(end, facts.writtenAt))
  const startOf = new Map(captures.map(({ id, startedAt }) => [id, startedAt]))
  // A gap may go on long after somebody tried for the last time.
  const lastTried = (id: CaptureId) => localDate(startOf.get(id) ?? now, facts.zone)
  const schedules = listSchedules(db, null).filter(({ setAt }) => setAt < end)
  const gaps = schedules.flatMap((schedule) =>
    stateOfSchedule(schedule, capturesOf(schedule, captures), now, facts.zone)
      .gaps.filter((gap) => gap.to >= from && gap.from <= to)
      .map((gap) => ({ schedule, gap })),
  )
  return {
    title: 'Gaps in captures',
    words: [
      schedules.length === 0
        ? 'No account is captured by the calendar: gaps are not known.'
        : `${amount(schedules.length, 'schedule')} of captures, with ${amount(gaps.length, 'gap')}. What was posted and removed within a gap may be in no copy.`,
    ],
    heads: ['Account', 'Every', 'From', 'To', 'Why'],
    figures: [],
    rows: gaps.map(({ schedule: { account, every }, gap }) => [
      nameOf(accounts.get(account)),
      every === 'daily' ? 'day' : 'week',
      gap.from,
      gap.to,
      gap.tried === null ? 'none was begun' : `last tried ${lastTried(gap.tried)}: ${gap.sentence}`,
    ]),
  }
}
