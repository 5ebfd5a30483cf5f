// What changed between two schedules, and which days of records are past their retention under one.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eligibility } from '../../../shared/domain/retention/eligibility.ts'
import { firstDayJudged, lastDayPast } from '../../../shared/domain/retention/past.ts'
import { scheduleDifference } from '../../../shared/domain/schedule/difference.ts'
import { compileSchedule } from '../../../shared/domain/schedule/schedule.ts'
import type { Protection } from '../../../shared/domain/schedule/series.ts'
import { Instant, parseLocalDate } from '../../../shared/domain/time.ts'
import { retentionLaw } from '../../../shared/law/retention.ts'
import { legendEntry, schedule, series } from '../../fixtures/schedule/build.ts'

const codes = fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D', 'E'), { maxLength: 5 })
const retentions = fc.constantFrom('P', 'CU+2', 'CU + 2', 'CU+5', 'CL+2', '2 Years', 'X+1', '')
const schedules = codes.chain((list) =>
  fc.tuple(...list.map(() => retentions)).map((kept) => schedule(list.map((code, at) => series(code, kept[at] ?? '')))),
)

describe('the difference of two schedules', () => {
  it('counts every series once: added, removed, changed or the same', () => {
    fc.assert(
      fc.property(schedules, schedules, (before, after) => {
        const { added, removed, changed, same } = scheduleDifference(before, after)
        expect(removed.length + changed.length + same).toBe(before.series.length)
        expect(added.length + changed.length + same).toBe(after.series.length)
        expect(scheduleDifference(before, before)).toMatchObject({ added: [], removed: [], changed: [] })
      }),
    )
  })

  it('says of each series what it was and what it is, also where only the legend changed', () => {
    const before = schedule([series('1', 'CU+2'), series('2', 'CU+2'), series('3', 'P'), series('4', 'CU')])
    const after = schedule(
      [series('1', 'CU+5', { title: 'Posts' }), series('2', 'CU+2'), series('4', 'CU'), series('5', 'P')],
      {
        legend: [legendEntry('CU', 'fiscal-year-end')],
        fiscalYearEnd: '12-31',
      },
    )
    const year = 'the end of the calendar year, then it may be destroyed'
    const fiscal = 'the end of the fiscal year, then it may be destroyed'
    expect(scheduleDifference(before, after)).toEqual({
      added: [{ code: '5', title: 'Title of 5', term: 'kept permanently' }],
      removed: [{ code: '3', title: 'Title of 3', term: 'kept permanently' }],
      changed: [
        {
          code: '1',
          title: 'Posts',
          parts: [
            { part: 'title', before: 'Title of 1', after: 'Posts' },
            { part: 'retention', before: 'CU+2', after: 'CU+5' },
            { part: 'term', before: `2 years from ${year}`, after: `5 years from ${fiscal}` },
          ],
        },
        {
          code: '2',
          title: 'Title of 2',
          parts: [{ part: 'term', before: `2 years from ${year}`, after: `2 years from ${fiscal}` }],
        },
        {
          code: '4',
          title: 'Title of 4',
          parts: [{ part: 'term', before: `until ${year}`, after: `until ${fiscal}` }],
        },
      ],
      same: 0,
      fiscalYear: { before: '06-30', after: '12-31' },
    })
  })
})

describe('the last day past its retention', () => {
  const asOf = parseLocalDate('2026-11-20')

  it('is the last of which the eligibility of a record says so, whatever the series', () => {
    fc.assert(
      fc.property(retentions, fc.integer({ min: 0, max: 400 }), (kept, back) => {
        const compiled = compileSchedule(schedule([series('A', kept)]), () => [])
        const last = lastDayPast(compiled, 'A', asOf, retentionLaw)
        const day = (shift: number) => Instant.parse(Date.parse(`${last ?? asOf}T20:00:00Z`) + shift * 86_400_000)
        const eligibleOn = (created: Instant) =>
          eligibility(
            {
              kind: 'post',
              dates: {
                created,
                precision: 'second',
                zoned: true,
                lastEdited: null,
                lastComment: null,
                undated: false,
                editUnread: false,
              },
              series: [{ code: 'A', eventOn: null }],
              holds: [],
              exclusions: [],
              deletedOnPlatform: false,
            },
            { asOf, zone: 'America/Los_Angeles', schedule: compiled, law: retentionLaw },
          ).eligible
        if (last === null) expect(eligibleOn(day(-back))).toBe(false)
        else expect([eligibleOn(day(-back)), eligibleOn(day(0)), eligibleOn(day(1))]).toEqual([true, true, false])
      }),
    )
  })

  it('is none where the series is protected, unknown or not yet in force', () => {
    const none = (list: Parameters<typeof schedule>[0], more = {}, answer: Protection | null = []) =>
      lastDayPast(
        compileSchedule(schedule(list, more), () => answer),
        'A',
        asOf,
        retentionLaw,
      )
    expect([
      none([series('A', 'CU+2', { exclusion: 'e' })]),
      none([]),
      none([series('A', 'CU+2')], { effectiveFrom: parseLocalDate('2027-01-01') }),
      none([series('A', 'CU+2')], {}, null),
      none([series('A', 'CU+2')], {}, ['c']),
    ]).toEqual([null, null, null, null, null])
    expect(none([series('A', 'CU+2')])).toBe('2023-12-31')
    expect(firstDayJudged < '2023-12-31').toBe(true)
  })
})
