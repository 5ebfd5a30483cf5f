// Laws of eligibility that hold for every record, schedule, zone and day.
import { TZDate } from '@date-fns/tz'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addPeriod } from '../../shared/domain/calendar/day.ts'
import { eligibility, judging } from '../../shared/domain/retention/eligibility.ts'
import type { RetentionSubject } from '../../shared/domain/retention/subject.ts'
import { Instant, LocalDate, localDate } from '../../shared/domain/time.ts'
import { context, legendEntry, schedule, series } from '../fixtures/schedule/build.ts'

const zones = [
  'America/Los_Angeles',
  'America/New_York',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Asia/Kathmandu',
  'UTC',
]
const expressions = [
  'CU',
  'CU+2',
  'FY+1',
  'FY+7',
  '2 Years',
  '6 months',
  '90 days',
  'CL+2',
  'P',
  'Indefinite',
  '',
  'ZZ+1',
  'RV+1',
]
const draft = schedule(
  expressions.map((text, at) => series(`S${at}`, text)),
  {
    legend: [
      legendEntry('CU', 'calendar-year-end'),
      legendEntry('FY', 'fiscal-year-end'),
      legendEntry('CL', 'event'),
      legendEntry('RV', 'creation', { disposition: 'review' }),
    ],
  },
)

const day = fc
  .integer({ min: 7300, max: 22000 })
  .map((days) => LocalDate.parse(new Date(days * 86_400_000).toISOString().slice(0, 10)))
const moment = fc.integer({ min: Date.UTC(1990, 0, 2), max: Date.UTC(2030, 0, 1) }).map((at) => Instant.parse(at))
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 3 })
const hold = fc.record({
  kind: fc.constant('hold' as const),
  id: fc.nat(),
  label: fc.string(),
  basis: fc.constant('audit'),
})
const subject: fc.Arbitrary<RetentionSubject> = fc.record({
  kind: fc.constantFrom('post', 'message', 'comment'),
  dates: fc.record({
    created: moment,
    precision: fc.constantFrom('second', 'day', 'month', 'year'),
    zoned: fc.boolean(),
    lastEdited: maybe(moment),
    lastComment: maybe(moment),
    undated: fc.constant(false),
    editUnread: fc.constant(false),
  }),
  series: fc.array(fc.record({ code: fc.nat(expressions.length).map((at) => `S${at}`), eventOn: maybe(day) }), {
    maxLength: 3,
  }),
  holds: fc.constant([]),
  exclusions: fc.constant([]),
  deletedOnPlatform: fc.boolean(),
})
const zone = fc.constantFrom(...zones)
const judge = (of: RetentionSubject, asOf: LocalDate, where: string) => eligibility(of, context(asOf, draft, where))
const runs = { numRuns: 2000 }

describe('judging many', () => {
  it('comes to what judging each with its reasoning comes to, in whatever order', () => {
    const held = fc
      .record({ of: subject, holds: fc.array(hold, { maxLength: 1 }) })
      .map(({ of, holds }) => ({ ...of, holds }))
    fc.assert(
      fc.property(fc.array(held, { minLength: 1, maxLength: 12 }), day, zone, (many, asOf, where) => {
        const judge = judging(context(asOf, draft, where))
        for (const of of [...many, ...many.toReversed()]) {
          const { trace: _, ...verdict } = eligibility(of, context(asOf, draft, where))
          expect(judge(of)).toEqual(verdict)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('local days', () => {
  const every = Intl.supportedValuesOf('timeZone')
  /** The day as the zone itself says it, asked anew each time. */
  const asked = (instant: number, where: string) => {
    const at = new TZDate(instant, where)
    const pad = (value: number) => String(value).padStart(2, '0')
    return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`
  }

  it('are those of every zone, also where clocks change or a whole day is left out', () => {
    const instants = fc.integer({ min: Date.UTC(1960, 0, 1), max: Date.UTC(2050, 0, 1) })
    fc.assert(
      fc.property(instants, fc.constantFrom(...every), (instant, where) => {
        expect(localDate(Instant.parse(instant), where)).toBe(asked(instant, where))
      }),
      { numRuns: 5000 },
    )
    // Samoa left out 30 December 2011; Lord Howe moves its clocks by half an hour; California changed at 10:00 and 9:00 UTC.
    for (const [where, day] of [
      ['Pacific/Apia', Date.UTC(2011, 11, 30)],
      ['Australia/Lord_Howe', Date.UTC(2024, 3, 6)],
      ['America/Los_Angeles', Date.UTC(2024, 2, 10)],
      ['America/Los_Angeles', Date.UTC(2024, 10, 3)],
    ] as const) {
      for (let minute = -1440; minute <= 2880; minute += 7) {
        const instant = day + minute * 60_000
        expect([where, instant, localDate(Instant.parse(instant), where)]).toEqual([
          where,
          instant,
          asked(instant, where),
        ])
      }
    }
  })
})

describe('eligibility', () => {
  it('once given stays given', () => {
    fc.assert(
      fc.property(subject, day, fc.nat(9000), zone, (of, asOf, days, where) => {
        const before = judge(of, asOf, where)
        const after = judge(of, addDays(asOf, days), where)
        expect(after.eligible || !before.eligible).toBe(true)
        if (before.eligible && after.eligible) expect(after.on).toBe(before.on)
      }),
      runs,
    )
  })

  it('comes exactly on the day that was told', () => {
    fc.assert(
      fc.property(subject, day, zone, (of, asOf, where) => {
        const told = judge(of, asOf, where)
        if (told.on === null || told.eligible || (told.reason !== 'not-yet' && told.reason !== 'under-two-years'))
          return
        const [eve, then] = [judge(of, addDays(told.on, -1), where), judge(of, told.on, where)]
        expect([eve.eligible, then.eligible || then.reason === 'review-required']).toEqual([false, true])
      }),
      runs,
    )
  })

  it('is never given under a hold, whatever else is true', () => {
    fc.assert(
      fc.property(subject, fc.array(hold, { minLength: 1, maxLength: 3 }), day, zone, (of, holds, asOf, where) => {
        const without = judge(of, asOf, where)
        const held = judge({ ...of, holds }, asOf, where)
        expect(held).toMatchObject({ eligible: false, reason: 'on-hold', holds, on: without.on })
        expect(held.trace[0]?.rule).toBe('hold')
        expect(held.trace.length).toBe(without.trace.length + holds.length)
      }),
      runs,
    )
  })

  it('never comes before two years of age in any zone', () => {
    fc.assert(
      fc.property(subject, day, zone, (of, asOf, where) => {
        const answer = judge(of, asOf, where)
        if (!answer.eligible) return
        const times = [of.dates.created, of.dates.lastEdited, of.dates.lastComment].filter((time) => time !== null)
        for (const time of times) {
          const anniversary = addPeriod(localDate(time, where), { amount: 2, unit: 'years' })
          expect(answer.on >= anniversary && asOf >= anniversary).toBe(true)
        }
      }),
      runs,
    )
  })

  it('is decided by the longest of several series, in any order', () => {
    fc.assert(
      fc.property(subject, day, zone, (of, asOf, where) => {
        const together = judge(of, asOf, where)
        const reversed = judge({ ...of, series: of.series.toReversed() }, asOf, where)
        const alone = of.series.map((one) => judge({ ...of, series: [one] }, asOf, where))
        expect([reversed.eligible, reversed.on]).toEqual([together.eligible, together.on])
        expect(together.eligible).toBe(alone.length > 0 && alone.every(({ eligible }) => eligible))
        if (together.on !== null)
          expect(together.on).toBe(
            alone
              .map(({ on }) => on ?? '')
              .toSorted()
              .at(-1),
          )
      }),
      runs,
    )
  })

  it('names every series that decides, each of which alone comes to the same day, in any order', () => {
    fc.assert(
      fc.property(subject, day, zone, (of, asOf, where) => {
        const together = judge(of, asOf, where)
        if (!together.eligible) return
        const { series: first, deciding } = together
        const reversed = judge({ ...of, series: of.series.toReversed() }, asOf, where)
        expect(reversed).toMatchObject({ series: first, deciding })
        expect(deciding).toEqual([...new Set(deciding)].sort())
        expect(first).toBe(deciding[0])
        for (const one of deciding) {
          const alone = judge({ ...of, series: of.series.filter(({ code }) => code === one) }, asOf, where)
          expect(alone).toMatchObject({ eligible: true, on: together.on })
        }
      }),
      runs,
    )
  })

  it('tells every step with a citation and a sentence', () => {
    fc.assert(
      fc.property(subject, day, zone, (of, asOf, where) => {
        const { trace } = judge(of, asOf, where)
        expect(trace.at(-1)?.rule).toBe('outcome')
        expect(trace.every(({ citation, sentence }) => citation !== '' && /[.!]$/.test(sentence))).toBe(true)
      }),
      runs,
    )
  })
})
