// When a capture is due, and what counts as a gap: by days of the City, over weeks, with attempts that failed.
import { expect, test } from 'vitest'
import { CaptureScope, CaptureWayName } from '../../../shared/domain/capture/capture.ts'
import { type CaptureEvery, stateOfSchedule } from '../../../shared/domain/capture/schedule.ts'
import { AccountId, CaptureId, CaptureScheduleId } from '../../../shared/domain/id.ts'
import { Instant } from '../../../shared/domain/time.ts'

const ZONE = 'America/Los_Angeles'
const at = (text: string) => Instant.parse(Date.parse(text))
const schedule = (every: CaptureEvery, ended: string | null = null) => ({
  id: CaptureScheduleId.parse(1),
  account: AccountId.parse(1),
  way: CaptureWayName.parse('feed'),
  scope: CaptureScope.parse({ address: 'https://example.gov/feed' }),
  attorney: null,
  terms: null,
  every,
  setAt: at('2026-03-02T09:00:00-08:00'),
  setBy: null,
  endedAt: ended === null ? null : at(ended),
})
let number = 0
const made = (when: string, outcome: 'complete' | 'unchanged' | 'incomplete' | 'lapsed' | null = 'complete') => {
  number += 1
  return {
    id: CaptureId.parse(number),
    startedAt: at(when),
    outcome,
    sentence: outcome === 'complete' ? '' : 'It broke off.',
    login: null,
  }
}

test('one is due at once, and then not before the next day of the City', () => {
  expect(stateOfSchedule(schedule('daily'), [], at('2026-03-02T09:01:00-08:00'), ZONE)).toMatchObject({
    due: true,
    gaps: [],
  })
  const one = [made('2026-03-02T09:02:00-08:00')]
  expect(stateOfSchedule(schedule('daily'), one, at('2026-03-02T23:59:00-08:00'), ZONE).due).toBe(false)
  expect(stateOfSchedule(schedule('daily'), one, at('2026-03-03T00:01:00-08:00'), ZONE)).toMatchObject({
    due: true,
    overdue: false,
    next: '2026-03-04',
  })
})

test('days that went by are one gap, also over the change of clocks, and it is overdue', () => {
  const state = stateOfSchedule(
    schedule('daily'),
    [made('2026-03-05T10:00:00-08:00')],
    at('2026-03-10T10:00:00-07:00'),
    ZONE,
  )
  expect(state.gaps).toMatchObject([
    { from: '2026-03-06', to: '2026-03-09', periods: 4, tried: null },
    { from: '2026-03-02', to: '2026-03-04', periods: 3 },
  ])
  expect(state).toMatchObject({ due: true, overdue: true, kept: at('2026-03-05T10:00:00-08:00') })
})

test('an attempt that failed is a gap with its words, and is not tried again the same day', () => {
  const captures = [made('2026-03-02T10:00:00-08:00', 'incomplete'), made('2026-03-03T10:00:00-08:00', 'lapsed')]
  expect(stateOfSchedule(schedule('daily'), captures, at('2026-03-03T12:00:00-08:00'), ZONE)).toMatchObject({
    due: false,
    overdue: true,
    lapsed: true,
    kept: null,
    gaps: [{ from: '2026-03-02', to: '2026-03-02', tried: captures[0]?.id, sentence: 'It broke off.' }],
  })
})

test('weeks count from the day on which it was set', () => {
  const captures = [made('2026-03-08T10:00:00-07:00'), made('2026-03-18T10:00:00-07:00')]
  const state = stateOfSchedule(schedule('weekly'), captures, at('2026-03-24T10:00:00-07:00'), ZONE)
  expect(state).toMatchObject({
    due: true,
    next: '2026-03-30',
    gaps: [{ from: '2026-03-09', to: '2026-03-15', periods: 1 }],
  })
})

test('an attempt of a week that brought no end for want of answers is made again on the next day; one that wants a person is not', () => {
  const on = (outcome: 'incomplete' | 'lapsed' | 'complete' | null, now: string) =>
    stateOfSchedule(schedule('weekly'), [made('2026-03-02T10:00:00-08:00', outcome)], at(now), ZONE)
  expect(on('incomplete', '2026-03-02T23:00:00-08:00')).toMatchObject({ due: false, next: '2026-03-03' })
  expect(on('incomplete', '2026-03-03T00:10:00-08:00')).toMatchObject({ due: true, overdue: false })
  for (const outcome of ['lapsed', 'complete', null] as const)
    expect(on(outcome, '2026-03-04T00:10:00-08:00')).toMatchObject({ due: false, next: '2026-03-09' })
})

test('one made without the log-in that earlier ones had is not kept, and says so until one is made with it', () => {
  const by = (when: string, ...parts: readonly 'token'[]) => ({
    ...made(when),
    login: { parts: [...parts], user: null },
  })
  const known = by('2026-03-02T10:00:00-08:00', 'token')
  const stranger = by('2026-03-03T10:00:00-08:00')
  const on = (captures: readonly ReturnType<typeof by>[], now: string) =>
    stateOfSchedule(schedule('daily'), captures, at(now), ZONE)
  const gap = {
    from: '2026-03-03',
    to: '2026-03-03',
    sentence: expect.stringMatching(/^It was made without the log-in/),
  }
  expect(on([known, stranger], '2026-03-03T12:00:00-08:00')).toMatchObject({
    lapsed: true,
    kept: known.startedAt,
    due: false,
  })
  expect(on([known, stranger], '2026-03-04T12:00:00-08:00')).toMatchObject({ lapsed: true, due: true, gaps: [gap] })
  const again = by('2026-03-04T13:00:00-08:00', 'token')
  expect(on([known, stranger, again], '2026-03-04T14:00:00-08:00')).toMatchObject({ lapsed: false, gaps: [gap] })
  // What never had one is kept without.
  expect(on([stranger], '2026-03-03T12:00:00-08:00')).toMatchObject({ lapsed: false, kept: stranger.startedAt })
})

test('one that was ended is neither due nor overdue, and keeps its gaps', () => {
  const state = stateOfSchedule(
    schedule('daily', '2026-03-04T10:00:00-08:00'),
    [],
    at('2026-05-01T10:00:00-07:00'),
    ZONE,
  )
  expect(state).toMatchObject({
    due: false,
    overdue: false,
    gaps: [{ from: '2026-03-02', to: '2026-03-03', periods: 2 }],
  })
})

test('pages are not captured by a schedule once the terms read otherwise', () => {
  const pages = { ...schedule('daily'), way: CaptureWayName.parse('page'), terms: 'site-1' }
  const now = at('2026-03-02T09:01:00-08:00')
  expect(stateOfSchedule(pages, [], now, ZONE)).toMatchObject({ due: true, termsChanged: false })
  expect(stateOfSchedule({ ...pages, terms: 'site-0' }, [], now, ZONE).termsChanged).toBe(true)
  expect(stateOfSchedule({ ...pages, terms: null }, [], now, ZONE).termsChanged).toBe(true)
  expect(stateOfSchedule(schedule('daily'), [], now, ZONE).termsChanged).toBe(false)
})
