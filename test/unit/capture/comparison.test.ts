// What became of an item between two captures, over every combination; and no “gone” without a capture that reached it.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeOf } from '../../../shared/domain/capture/comparison.ts'

const whole = { startedAt: 100, stop: { met: true, since: null } }
const shown = { version: 1, standing: 'shown' } as const
const hidden = { version: 2, standing: 'hidden' } as const
const deleted = { version: 1, standing: 'deleted' } as const

test.each([
  ['new', 150, null, shown, whole, whole],
  ['new', 50, null, shown, whole, whole],
  ['same', 50, shown, shown, whole, whole],
  ['changed', 50, shown, { version: 2, standing: 'shown' }, whole, whole],
  ['changed', 50, hidden, shown, whole, whole],
  ['same', 50, hidden, hidden, whole, whole],
  ['hidden', 50, shown, hidden, whole, whole],
  ['gone', 50, shown, null, whole, whole],
  ['gone', null, shown, null, whole, whole],
  ['gone', 50, shown, deleted, whole, whole],
  ['gone', 50, shown, deleted, whole, { startedAt: 200, stop: { met: false, since: null } }],
  ['gone', 150, null, deleted, whole, whole],
  ['same', 50, deleted, deleted, whole, whole],
  ['same', 50, deleted, null, whole, whole],
  ['new', 50, deleted, shown, whole, whole],
  ['hidden', 50, deleted, hidden, whole, whole],
  ['hidden', 150, null, hidden, whole, whole],
  ['gone', 50, shown, null, whole, { startedAt: 200, stop: { met: true, since: 49 } }],
  ['outOfRange', 50, shown, null, whole, { startedAt: 200, stop: { met: true, since: 50 } }],
  ['outOfRange', null, shown, null, whole, { startedAt: 200, stop: { met: true, since: 10 } }],
  ['notReached', 50, shown, null, whole, { startedAt: 200, stop: { met: false, since: null } }],
  ['notReached', 50, shown, null, whole, { startedAt: 200, stop: null }],
  ['notReached', 50, null, shown, { startedAt: 100, stop: { met: false, since: null } }, whole],
  ['new', 150, null, shown, { startedAt: 100, stop: { met: false, since: null } }, whole],
  ['outOfRange', 50, null, shown, { startedAt: 100, stop: { met: true, since: 60 } }, whole],
] as const)('%s: made at %s', (change, at, before, after, earlier, later) => {
  expect(changeOf(at, before, after, earlier, later)).toBe(change)
})

const sighting = fc.option(
  fc.record({ version: fc.integer({ min: 1, max: 3 }), standing: fc.constantFrom('shown', 'hidden', 'deleted') }),
)
const reach = fc.record({
  startedAt: fc.integer({ min: 0, max: 100 }),
  stop: fc.option(fc.record({ met: fc.boolean(), since: fc.option(fc.integer({ min: 0, max: 100 })) })),
})

test('nothing is gone but what the earlier shows and the later would have reached, or tells to be deleted', () => {
  fc.assert(
    fc.property(
      fc.option(fc.integer({ min: 0, max: 100 })),
      sighting,
      sighting,
      reach,
      reach,
      (at, before, after, one, other) => {
        fc.pre(before !== null || after !== null)
        const change = changeOf(at, before, after, one, other)
        const since = other.stop?.since ?? null
        const reached = other.stop?.met === true && (since === null || (at !== null && at > since))
        const [was, is] = [before?.standing ?? null, after?.standing ?? null]
        const told = is === 'deleted' && was !== 'deleted'
        const unseen = before !== null && was !== 'deleted' && after === null && reached
        // What comes first, and deleted, is told so where the earlier one would have had it.
        expect(change === 'gone' && !(told && before === null)).toBe(unseen || (told && before !== null))
        if (change === 'changed') expect([before, after]).not.toContain(null)
        if (change === 'hidden') expect([is, was === 'hidden']).toEqual(['hidden', false])
        if (change === 'new') expect([is, was === 'shown' || was === 'hidden']).toEqual(['shown', false])
      },
    ),
    { seed: 1, numRuns: 2000 },
  )
})
