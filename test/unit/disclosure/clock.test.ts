// The clocks of a request: dates that explain themselves and refuse to guess.
import { describe, expect, it } from 'vitest'
import { buildCalendar } from '../../../shared/domain/calendar/calendar.ts'
import { type Clock, type ClockRequest, ClockRule, type Duty } from '../../../shared/domain/calendar/clock.ts'
import { requestClocks } from '../../../shared/domain/calendar/deadline.ts'
import { deemedReceipt } from '../../../shared/domain/calendar/receipt.ts'
import { parseLocalDate as day } from '../../../shared/domain/time.ts'
import { californiaClocks } from '../../../shared/law/clocks-california.ts'
import { oaklandClocks, oaklandHours } from '../../../shared/law/clocks-oakland.ts'
import { judicial2026, oakland2026 } from '../../../shared/law/holidays-2026.ts'

const lists = [judicial2026, oakland2026]
const calendar = buildCalendar(lists, [])
const rules = [...californiaClocks, ...oaklandClocks]
const request = (receivedOn: string, more: Partial<ClockRequest> = {}): ClockRequest => ({
  receivedOn: day(receivedOn),
  immediateDisclosure: true,
  determinedOn: null,
  ...more,
})
const clockOf = (clocks: Clock[], duty: Duty) => clocks.find((clock) => clock.duty === duty)

describe('the clocks of a request', () => {
  it('stand side by side, the earliest first', () => {
    const clocks = requestClocks(request('2026-10-05'), calendar, rules)
    expect(clocks.map((clock) => [clock.duty, clock.ok && clock.conservative])).toEqual([
      ['idr-response', '2026-10-08'],
      ['idr-determination', '2026-10-12'],
      ['cpra-determination', '2026-10-15'],
      ['idr-production', '2026-10-26'],
      ['cpra-extension', '2026-10-29'],
    ])
  })

  it('show every skipped day with its section', () => {
    const clock = clockOf(requestClocks(request('2026-09-15'), calendar, rules), 'cpra-determination')
    expect(clock).toEqual({
      ok: true,
      duty: 'cpra-determination',
      rule: 'cpra-10-days',
      citation: 'Gov. Code 7922.535(a)',
      confirmed: true,
      from: '2026-09-15',
      raw: '2026-09-25',
      conservative: '2026-09-25',
      statutory: '2026-09-28',
      practice: null,
      skipped: [
        { date: '2026-09-25', why: 'Native American Day (judicial holiday)', citation: 'CCP 12a(a), 135' },
        { date: '2026-09-26', why: 'Saturday', citation: 'CCP 12a(a)' },
        { date: '2026-09-27', why: 'Sunday', citation: 'Gov. Code 6700(a)(1); CCP 12a(a), 135' },
      ],
      steps: [
        {
          citation: 'Gov. Code 7922.535(a)',
          date: '2026-09-25',
          sentence:
            '10 calendar days after September 15, 2026, which is not counted: September 25, 2026. Determine whether the request seeks disclosable records, and notify the requester with the reasons.',
        },
        {
          citation: 'CCP 12a(a), 135',
          date: '2026-09-25',
          sentence: 'September 25, 2026 does not count: Native American Day (judicial holiday).',
        },
        { citation: 'CCP 12a(a)', date: '2026-09-26', sentence: 'September 26, 2026 does not count: Saturday.' },
        {
          citation: 'Gov. Code 6700(a)(1); CCP 12a(a), 135',
          date: '2026-09-27',
          sentence: 'September 27, 2026 does not count: Sunday.',
        },
        {
          citation: 'CCP 12, 12a, 12b',
          date: '2026-09-28',
          sentence: 'The last day by statute is September 28, 2026.',
        },
        {
          citation: 'Gov. Code 7922.535(a)',
          date: '2026-09-25',
          sentence: 'Work to September 25, 2026: that this day may be passed over can be disputed.',
        },
      ],
    })
  })

  it('work themselves out anew when a closure is entered', () => {
    const closed = buildCalendar(lists, [{ date: day('2026-10-15'), reason: 'storm' }])
    const clock = clockOf(requestClocks(request('2026-10-05'), closed, rules), 'cpra-determination')
    expect(clock).toMatchObject({
      statutory: '2026-10-16',
      conservative: '2026-10-16',
      skipped: [{ why: 'City office closed: storm' }],
    })
  })

  it('refuse a date in a year whose holidays are not loaded, and name the lists', () => {
    const clocks = requestClocks(request('2026-12-28', { immediateDisclosure: false }), calendar, rules)
    expect(clocks).toMatchObject([
      {
        ok: false,
        refusal: 'calendar-year-not-loaded',
        duty: 'cpra-determination',
        missing: [
          { set: 'judicial', year: 2027 },
          { set: 'city', year: 2027 },
        ],
      },
      { ok: false, duty: 'cpra-extension' },
    ])
  })

  it('give a date beside a refusal, and put the refusal last', () => {
    const clocks = requestClocks(request('2026-12-18', { immediateDisclosure: false }), calendar, rules)
    expect(clocks.map(({ ok, duty }) => [ok, duty])).toEqual([
      [true, 'cpra-determination'],
      [false, 'cpra-extension'],
    ])
  })

  it('count the records’ 14 days from an early determination, and never beyond 21 days after a late one', () => {
    const due = (determinedOn: string) =>
      clockOf(
        requestClocks(request('2026-10-05', { determinedOn: day(determinedOn) }), calendar, rules),
        'idr-production',
      )
    expect([due('2026-10-07'), due('2026-10-14')]).toMatchObject([
      { conservative: '2026-10-21', statutory: '2026-10-21' },
      { conservative: '2026-10-26', statutory: '2026-10-28' },
    ])
  })

  it('say that City practice takes a Sunday’s request as Monday’s, and count from the Sunday', () => {
    const clock = clockOf(requestClocks(request('2026-10-04'), calendar, rules), 'cpra-determination')
    expect(clock).toMatchObject({ ok: true, statutory: '2026-10-14' })
    expect(clock?.ok && clock.steps[1]?.sentence).toMatch(
      /^Received on a day off \(Sunday\)\. City practice .* October 5, 2026;/,
    )
    expect(deemedReceipt({ receivedOn: day('2026-10-04') }, calendar)).toEqual({
      why: 'on a day off (Sunday)',
      to: '2026-10-05',
    })
    expect(clock).toMatchObject({ practice: { receivedOn: '2026-10-05', date: '2026-10-15' } })
  })

  it('have no immediate disclosure part unless it was asked for and the City has one', () => {
    const duties = (clocks: Clock[]) => clocks.map(({ duty }) => duty)
    const cpra = ['cpra-determination', 'cpra-extension']
    expect([
      duties(requestClocks(request('2026-10-05', { immediateDisclosure: false }), calendar, rules)),
      duties(requestClocks(request('2026-10-05'), calendar, californiaClocks)),
    ]).toEqual([cpra, cpra])
  })
})

describe('a request after hours', () => {
  const clock = (receivedAt: string, receivedOn = '2026-10-02') =>
    clockOf(requestClocks(request(receivedOn, { receivedAt }), calendar, rules, oaklandHours), 'cpra-determination')

  it('counts by City practice as the next business day’s, while the date to work to stays the earlier one', () => {
    expect([clock('16:59'), clock('17:00')]).toMatchObject([
      { statutory: '2026-10-12', practice: null },
      {
        conservative: '2026-10-12',
        statutory: '2026-10-12',
        practice: { receivedOn: '2026-10-05', date: '2026-10-15' },
      },
    ])
  })

  it('says so in its explanation', () => {
    const told = clock('23:10')
    expect(told?.ok && told.steps[1]?.sentence).toMatch(/^Received after hours \(the office closes at 17:00\)/)
  })

  it('is not read so where the office’s hours are not known', () => {
    expect(
      clockOf(requestClocks(request('2026-10-02', { receivedAt: '23:10' }), calendar, rules), 'cpra-determination'),
    ).toMatchObject({ practice: null })
  })
})

describe('days that the City’s own letters name', () => {
  it('stand also in a year whose holidays are not loaded', () => {
    const named = requestClocks(request('2026-10-05', { availableOn: day('2027-03-01') }), calendar, rules)
    expect(clockOf(named, 'estimated-availability')).toMatchObject({ ok: true, statutory: '2027-03-01', skipped: [] })
  })

  it('are dates of their own: the notice of extension’s, the estimate’s; mediation follows its demand', () => {
    const named = requestClocks(
      request('2026-10-05', {
        immediateDisclosure: false,
        extendedTo: day('2026-10-28'),
        availableOn: day('2026-11-11'),
        mediationOn: day('2026-11-02'),
      }),
      calendar,
      rules,
    )
    expect(named.map((one) => [one.duty, one.ok && one.conservative, one.ok && one.statutory])).toEqual([
      ['cpra-determination', '2026-10-15', '2026-10-15'],
      ['extended-answer', '2026-10-28', '2026-10-28'],
      ['cpra-extension', '2026-10-29', '2026-10-29'],
      ['estimated-availability', '2026-11-11', '2026-11-11'],
      ['mediation', '2026-11-12', '2026-11-12'],
    ])
  })
})

describe('the rules', () => {
  it('are data that satisfies its schema, the unconfirmed AB 1821 disabled', () => {
    const off = rules.map((rule) => ClockRule.parse(rule)).filter(({ enabled }) => !enabled)
    expect(off.map(({ id, confirmed }) => [id, confirmed])).toEqual([
      ['cpra-10-business-days', false],
      ['cpra-14-business-days', false],
    ])
  })

  it('are those in force on the day of receipt', () => {
    const year = (of: number) =>
      lists.map((list) => ({
        ...list,
        year: of,
        days: list.days.map((one) => ({ ...one, date: day(one.date.replace('2026', String(of))) })),
      }))
    const years = buildCalendar([...year(2022), ...year(2023), ...year(2027), ...year(2028)], [])
    const enabled = rules.map((rule) => ({ ...rule, enabled: true }))
    const used = (receivedOn: string, from: readonly ClockRule[]) =>
      requestClocks(request(receivedOn, { immediateDisclosure: false }), years, from).map(({ rule }) => rule)
    expect([
      used('2022-12-31', rules),
      used('2023-01-01', rules),
      used('2027-01-04', rules),
      used('2027-01-04', enabled),
    ]).toEqual([
      ['cpra-10-days-former', 'cpra-14-days-former'],
      ['cpra-10-days', 'cpra-14-days'],
      ['cpra-10-days', 'cpra-14-days'],
      ['cpra-10-business-days', 'cpra-14-business-days'],
    ])
  })

  it('count business days for the extension on from the tenth business day', () => {
    const pending = rules.map((rule) => ({ ...rule, enabled: true, validFrom: null }))
    const [ten, more] = requestClocks(
      request('2026-10-05', { immediateDisclosure: false }),
      calendar,
      pending.filter(({ unit }) => unit === 'business-days'),
    )
    expect([ten, more]).toMatchObject([{ statutory: '2026-10-19' }, { statutory: '2026-11-06' }])
  })
})
