// Laws of giving up custody that hold for every record, schedule, copy, zone and day; and each reason by an example.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addPeriod } from '../../shared/domain/calendar/day.ts'
import { Digest } from '../../shared/domain/id.ts'
import { type CustodyCopy, judgeCustody } from '../../shared/domain/retention/custody.ts'
import type { RetentionSubject } from '../../shared/domain/retention/subject.ts'
import type { Answered } from '../../shared/domain/schedule/schedule.ts'
import { Exclusion } from '../../shared/domain/schedule/series.ts'
import { Instant, LocalDate, localDate } from '../../shared/domain/time.ts'
import { context, legendEntry, schedule, series, subject } from '../fixtures/schedule/build.ts'

const expressions = ['P', 'CU+2', '2 Years', 'CL+2', 'Indefinite', '', 'ZZ+1', 'RV+1', 'AR+1', 'P'] as const
const HISTORICAL = expressions.length
const list = [
  ...expressions.map((text, at) => series(`S${at}`, text)),
  series(`S${HISTORICAL}`, '5 Years', { historical: true }),
  series(`S${HISTORICAL + 1}`, 'P', { exclusion: 'c' }),
]
/** Not in the schedule. */
const STRANGE = list.length
const draft = schedule(list, {
  legend: [
    legendEntry('CU', 'calendar-year-end'),
    legendEntry('CL', 'event'),
    legendEntry('RV', 'creation', { disposition: 'review' }),
    legendEntry('AR', 'creation', { disposition: 'archive' }),
  ],
})
/** What may be given up where all else allows it: permanent, to the archives, historical. */
const LASTING = ['S0', 'S8', 'S9', `S${HISTORICAL}`]

const day = fc
  .integer({ min: 7300, max: 22000 })
  .map((days) => LocalDate.parse(new Date(days * 86_400_000).toISOString().slice(0, 10)))
const moment = fc.integer({ min: Date.UTC(1990, 0, 2), max: Date.UTC(2030, 0, 1) }).map((at) => Instant.parse(at))
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 7 })
const code = fc.oneof(
  { arbitrary: fc.constantFrom(...LASTING), weight: 3 },
  { arbitrary: fc.nat(STRANGE).map((at) => `S${at}`), weight: 1 },
)
const record: fc.Arbitrary<RetentionSubject> = fc.record({
  kind: fc.constant('post'),
  dates: fc.record({
    created: maybe(moment),
    precision: fc.constantFrom('second', 'day', 'month', 'year'),
    zoned: fc.boolean(),
    lastEdited: maybe(moment),
    lastComment: maybe(moment),
    undated: fc.constantFrom(false, false, false, true),
    editUnread: fc.constantFrom(false, false, false, true),
  }),
  series: fc.array(fc.record({ code, eventOn: maybe(day) }), { maxLength: 3 }),
  holds: fc.constant([]),
  exclusions: fc.constant([]),
  deletedOnPlatform: fc.boolean(),
})
const receipt = Digest.parse('a'.repeat(64))
const copy: fc.Arbitrary<CustodyCopy> = fc.record({
  transfer: fc.integer({ min: 1, max: 9 }),
  receipt: fc.constantFrom(receipt, receipt, null),
  same: fc.constantFrom(true, true, false),
})
const copies = fc.array(copy, { maxLength: 3 })
const zone = fc.constantFrom('America/Los_Angeles', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC')
const signed: CustodyCopy = { transfer: 1, receipt, same: true }
const judge = (
  of: RetentionSubject,
  having: readonly CustodyCopy[],
  asOf: LocalDate,
  where = 'America/Los_Angeles',
  answered: Answered = () => [],
) => judgeCustody(of, having, context(asOf, draft, where, answered))
const runs = { numRuns: 3000 }

describe('custody may be given up', () => {
  it('only upon a copy that an archive has signed for and that is as the record is; with it, whatever other copies there are', () => {
    let given = 0
    fc.assert(
      fc.property(record, copies, day, zone, (of, having, asOf, where) => {
        const verdict = judge(of, having, asOf, where)
        const standing = having.filter((one) => one.same && one.receipt !== null)
        if (verdict.eligible) {
          given += 1
          expect(verdict.copy).toEqual({ transfer: standing[0]?.transfer, receipt: standing[0]?.receipt })
        }
        expect(verdict.eligible).toBe(standing.length > 0 && judge(of, [signed], asOf, where).eligible)
      }),
      runs,
    )
    expect(given).toBeGreaterThan(50)
  })

  it('never under a hold, whatever else is true', () => {
    const hold = fc.record({ kind: fc.constant('hold' as const), id: fc.nat(), label: fc.string(), basis: fc.string() })
    fc.assert(
      fc.property(record, fc.array(hold, { minLength: 1, maxLength: 2 }), copies, day, (of, holds, having, asOf) => {
        expect(judge({ ...of, holds }, having, asOf)).toMatchObject({ eligible: false, reason: 'on-hold', on: null })
      }),
      runs,
    )
  })

  it('never of what a series of it can hold of 34090(a)–(e), nor where nobody has answered for one of them', () => {
    const said = fc.array(maybe(fc.constantFrom(...Exclusion.options)), { minLength: STRANGE, maxLength: STRANGE })
    fc.assert(
      fc.property(record, said, fc.array(fc.boolean(), { minLength: STRANGE }), day, (of, kinds, silent, asOf) => {
        const at = (of: string) => Number(of.slice(1))
        const answered: Answered = ({ code: of }) => {
          const kind = kinds[at(of)] ?? null
          return silent[at(of)] ? null : kind === null ? [] : [kind]
        }
        const verdict = judge(of, [signed], asOf, undefined, answered)
        const closed = of.series.some(
          ({ code: of }) =>
            answered(series(of, 'P')) === null || (kinds[at(of)] ?? null) !== null || at(of) === STRANGE - 1,
        )
        if (closed) expect(verdict.eligible).toBe(false)
        else expect(verdict).toEqual(judge(of, [signed], asOf))
      }),
      runs,
    )
    const marked = subject('2010-05-05T12:00:00Z', ['S0'], { exclusions: ['a'] })
    const cited = subject('2010-05-05T12:00:00Z', [`S${HISTORICAL + 1}`])
    for (const one of [marked, cited])
      expect(judge(one, [signed], LocalDate.parse('2026-11-20'))).toMatchObject({ reason: 'excluded-34090' })
  })

  it('never before two years of age, nor while a period of one of its series runs; and then it stays so', () => {
    fc.assert(
      fc.property(record, day, fc.nat(9000), zone, (of, asOf, days, where) => {
        const verdict = judge(of, [signed], asOf, where)
        const after = judge(of, [signed], addDays(asOf, days), where)
        if (verdict.eligible) {
          for (const time of [of.dates.created, of.dates.lastEdited, of.dates.lastComment]) {
            if (time === null) continue
            expect(asOf >= addPeriod(localDate(time, where), { amount: 2, unit: 'years' })).toBe(true)
          }
          expect(after).toEqual(verdict)
        }
        if (!verdict.eligible && (verdict.reason === 'not-yet' || verdict.reason === 'under-two-years')) {
          if (verdict.on === null) throw new Error('a day is told')
          expect(judge(of, [signed], addDays(verdict.on, -1), where).eligible).toBe(false)
          const then = judge(of, [signed], verdict.on, where)
          expect(then.eligible || then.reason === 'review-required').toBe(true)
        }
      }),
      runs,
    )
  })

  it('only where each of its series allows it and one of them lasts, in any order', () => {
    fc.assert(
      fc.property(record, day, (of, asOf) => {
        const verdict = judge(of, [signed], asOf)
        const reversed = judge({ ...of, series: of.series.toReversed() }, [signed], asOf)
        expect(reversed.eligible).toBe(verdict.eligible)
        const lasts = of.series.some(({ code: one }) => LASTING.includes(one))
        // What is in a permanent series alone differs from the rest by nothing but age.
        const alone = of.series.map((one) =>
          judge({ ...of, series: [one, { code: 'S0', eventOn: null }] }, [signed], asOf),
        )
        expect(verdict.eligible).toBe(lasts && alone.every(({ eligible }) => eligible))
        if (!verdict.eligible) return
        const lasting = of.series.map(({ code: one }) => one).filter((one) => LASTING.includes(one))
        expect(verdict.deciding).toEqual([...new Set(lasting)].sort())
        expect(verdict.series).toBe(verdict.deciding[0])
      }),
      runs,
    )
  })
})

describe('what stays is named by its reason', () => {
  const old = '2010-05-05T12:00:00Z'
  const asOf = LocalDate.parse('2026-11-20')
  it.each([
    ['untagged', subject(old, [])],
    ['series-unknown', subject(old, [`S${STRANGE}`])],
    ['not-lasting', subject(old, ['S2'])],
    ['indefinite', subject(old, ['S0', 'S4'])],
    ['code-unmapped', subject(old, ['S0', 'S6'])],
    ['awaiting-trigger', subject(old, ['S0', 'S3'])],
    ['review-required', subject(old, ['S0', 'S7'])],
    ['excluded-34090', subject(old, [`S${HISTORICAL + 1}`])],
    ['date-unknown', subject(null, ['S0'])],
    ['under-two-years', subject('2025-05-05T12:00:00Z', ['S0'])],
    ['not-yet', subject('2023-05-05T12:00:00Z', [`S${HISTORICAL}`])],
  ] as const)('%s', (reason, of) => {
    expect(judge(of, [signed], asOf)).toMatchObject({ eligible: false, reason })
  })

  it.each([
    ['not-transferred', []],
    ['no-receipt', [{ ...signed, receipt: null }]],
    [
      'changed-since-transfer',
      [
        { ...signed, receipt: null },
        { ...signed, same: false },
      ],
    ],
  ] as const)('%s', (reason, having) => {
    expect(judge(subject(old, ['S0']), having, asOf)).toMatchObject({ eligible: false, reason, on: '2012-05-05' })
  })

  it('a schedule that is not in force is no authority', () => {
    expect(judge(subject('1999-05-05T12:00:00Z', ['S0']), [signed], LocalDate.parse('2009-12-31'))).toMatchObject({
      reason: 'schedule-not-in-force',
    })
  })
})
