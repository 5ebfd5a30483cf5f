// When an export is due again: days in the City's zone, months that lack the day, accounts that were never exported.
import { describe, expect, test } from 'vitest'
import { platforms } from '../../../electron/core/intake/platforms.ts'
import { dueDay, isDue, PIECES } from '../../../shared/domain/account/reminder.ts'
import { Instant } from '../../../shared/domain/time.ts'

const oakland = 'America/Los_Angeles'
const at = (text: string) => Instant.parse(Date.parse(text))
const registered = at('2024-05-02T18:00:00Z')

describe('an export', () => {
  test.each([
    ['three months later', '2026-08-15T18:00:00Z', 3, '2026-11-15'],
    ['by the City’s day, not by UTC’s', '2026-08-15T05:00:00Z', 3, '2026-11-14'],
    ['over the change of the clocks', '2026-10-31T23:30:00-07:00', 1, '2026-12-01'],
    ['on the first of the next month where a month lacks the day', '2026-11-30T20:00:00Z', 3, '2027-03-01'],
    ['on the last of February in a leap year', '2027-11-29T20:00:00Z', 3, '2028-02-29'],
    ['years later', '2026-01-10T20:00:00Z', 24, '2028-01-10'],
  ])('is due %s', (_name, last, months, due) => {
    expect(dueDay({ months, last: at(last), registered }, oakland)).toBe(due)
  })

  test('that was never had is due from the day on which its account was registered', () => {
    expect(dueDay({ months: 12, last: null, registered }, oakland)).toBe('2024-05-02')
    expect(dueDay({ months: 12, last: null, registered: at('2024-05-02T06:00:00Z') }, oakland)).toBe('2024-05-01')
  })

  test('without an interval is never due', () => {
    expect(dueDay({ months: null, last: at('2020-01-01T00:00:00Z'), registered }, oakland)).toBeNull()
    expect(isDue({ due: null }, '2099-01-01')).toBe(false)
  })

  test('is due on its day and after, not before', () => {
    const due = dueDay({ months: 3, last: at('2026-08-15T18:00:00Z'), registered }, oakland)
    expect(['2026-11-14', '2026-11-15', '2027-01-01'].map((today) => isDue({ due }, today))).toEqual([
      false,
      true,
      true,
    ])
  })
})

test('what puts no reminder off are the readers that never take in a whole account', () => {
  const pieces = platforms.filter(({ excerpt }) => excerpt === true).map(({ name }) => name)
  expect([...PIECES].sort()).toEqual(pieces.sort())
})
