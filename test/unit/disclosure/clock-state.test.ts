// How a date stands follows from what was sent, and nothing that is sent later takes back what was met.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Duty } from '../../../shared/domain/calendar/clock.ts'
import { addDays } from '../../../shared/domain/calendar/day.ts'
import {
  clockState,
  promisedDay,
  type SentLetter,
  timelyExtension,
} from '../../../shared/domain/request/clock-state.ts'
import { LetterKind } from '../../../shared/domain/request/letter.ts'
import { LocalDate } from '../../../shared/domain/time.ts'

const due = LocalDate.parse('2026-11-30')
const letter = (kind: LetterKind, day: number, more: Partial<SentLetter['draft']> = {}): SentLetter => ({
  kind,
  on: addDays(due, day),
  draft: { complete: false, day: null, outcome: null, ...more },
})
const state = (duty: Duty, sent: readonly SentLetter[], extended = false) => clockState(duty, due, sent, extended).state

describe('a date', () => {
  it.each([
    ['cpra-determination', [], false, 'running'],
    [
      'cpra-determination',
      [letter('acknowledgement', -3), letter('instalment', -2, { complete: true })],
      false,
      'running',
    ],
    ['cpra-determination', [letter('determination', 0)], false, 'met'],
    ['cpra-determination', [letter('determination', 1)], false, 'late'],
    ['cpra-determination', [letter('determination', 5), letter('determination', -1)], false, 'met'],
    ['cpra-determination', [letter('extension', -1)], true, 'extended'],
    ['cpra-determination', [letter('extension', -1), letter('determination', 9)], true, 'extended'],
    ['cpra-extension', [], false, 'possible'],
    ['cpra-extension', [letter('extension', -1)], true, 'used'],
    ['cpra-extension', [letter('determination', -1)], false, 'unneeded'],
    ['idr-response', [letter('idr-advice', 0)], false, 'met'],
    ['idr-determination', [letter('idr-advice', 0)], false, 'running'],
    ['idr-production', [letter('instalment', 0)], false, 'running'],
    ['idr-production', [letter('instalment', 0, { complete: true })], false, 'met'],
    ['idr-production', [letter('idr-determination', 0, { outcome: 'deny' })], false, 'met'],
    ['mediation', [letter('determination', 0)], false, 'running'],
  ] as const)('%s with %j stands as %s → %s', (duty, sent, extended, expected) => {
    expect(state(duty, sent, extended)).toBe(expected)
  })

  it('is extended by the first notice alone, and only in time', () => {
    const first = letter('extension', 1)
    expect(timelyExtension([first, letter('extension', -2)], due)).toMatchObject({ on: '2026-11-28' })
    expect([timelyExtension([first], due), timelyExtension([first], null)]).toEqual([undefined, undefined])
  })

  it('of records is the one that was named last: by a determination, or with a part for what follows', () => {
    const determined = letter('determination', -3, { outcome: 'disclose', day: addDays(due, 5) })
    const part = letter('instalment', 4, { day: addDays(due, 20) })
    expect(promisedDay([])).toBeNull()
    expect(promisedDay([part, determined])).toBe('2026-12-20')
    expect(promisedDay([determined, letter('instalment', 4)])).toBe('2026-12-05')
    expect(promisedDay([determined, letter('instalment', 9, { complete: true, day: addDays(due, 30) })])).toBe(
      '2026-12-05',
    )
    expect(promisedDay([letter('determination', 0, { outcome: 'deny', day: addDays(due, 5) })])).toBeNull()
  })

  it('that was met stays met whatever goes out later', () => {
    const any = fc.record({
      kind: fc.constantFrom(...LetterKind.options),
      on: fc.integer({ min: -10, max: 10 }).map((days) => addDays(due, days)),
      draft: fc.record({
        complete: fc.boolean(),
        day: fc.constant(null),
        outcome: fc.constantFrom('disclose', 'in-part', 'deny', null),
      }),
    })
    fc.assert(
      fc.property(
        fc.constantFrom(...Duty.options),
        fc.array(any, { maxLength: 6 }),
        any,
        fc.boolean(),
        (duty, sent, more, extended) => {
          const before = clockState(duty, due, sent, extended)
          const after = clockState(duty, due, [...sent, more], extended)
          if (before.state === 'met') expect(after.state).toBe('met')
          if (after.state === 'running') expect(before.state).toBe('running')
          expect(after.metOn === null || [...sent, more].some(({ on }) => on === after.metOn)).toBe(true)
        },
      ),
    )
  })
})
