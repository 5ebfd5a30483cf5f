// Which lists of holidays are missing, and from when on that matters.
import { expect, test } from 'vitest'
import { isNear, isYearOf, missingYears } from '../../../shared/domain/calendar/missing-years.ts'

test('the lists of this year and the next that nobody loaded are named, this year’s first', () => {
  const loaded = [
    { set: 'judicial', year: 2026 },
    { set: 'city', year: 2027 },
  ] as const
  expect(missingYears(loaded, '2026-11-30')).toEqual([
    { set: 'city', year: 2026 },
    { set: 'judicial', year: 2027 },
  ])
  expect(missingYears([...loaded, { set: 'city', year: 2026 }, { set: 'judicial', year: 2027 }], '2026-11-30')).toEqual(
    [],
  )
})

test('this year matters always, the next one from the first of October on, no other ever', () => {
  expect([isNear(2026, '2026-01-01'), isNear(2026, '2026-12-31')]).toEqual([true, true])
  expect([isNear(2027, '2026-09-30'), isNear(2027, '2026-10-01'), isNear(2027, '2026-12-31')]).toEqual([
    false,
    true,
    true,
  ])
  expect([isNear(2025, '2026-01-01'), isNear(2028, '2026-12-31')]).toEqual([false, false])
  expect([isYearOf(2026, '2026-12-31'), isYearOf(2027, '2026-12-31')]).toEqual([true, false])
})
