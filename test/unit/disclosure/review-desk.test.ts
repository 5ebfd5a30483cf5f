// What the review's screen reckons with: which record comes next, where marks lie in a text, how boxes move, what a decision becomes.
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { afterKey, between, fitted } from '../../../renderer/rooms/requests/review/boxes.ts'
import { redacting, unredacting, withholding } from '../../../renderer/rooms/requests/review/drafts.ts'
import { type Mark, piecesOf } from '../../../renderer/rooms/requests/review/pieces.ts'
import {
  afterDecision,
  countsOf,
  grouped,
  type Item,
  shownOf,
  stepped,
} from '../../../renderer/rooms/requests/review/steps.ts'
import { Digest, RecordId } from '../../../shared/domain/id.ts'
import { type AppliedGround, Box, type ReviewDecision, ReviewDraft } from '../../../shared/domain/review/review.ts'
import { Instant } from '../../../shared/domain/time.ts'
import { controlsIn, visibleControls } from '../../../shared/text/controls.ts'

const id = (number: number) => RecordId.parse(number)
const items: readonly Item[] = [
  { record: id(1), outcome: 'release' },
  { record: id(2), outcome: null },
  { record: id(3), outcome: 'redact' },
  { record: id(4), outcome: null },
]
const none: ReadonlySet<RecordId> = new Set()

describe('which records are shown, and which comes next', () => {
  test('counts say how many each filter shows', () => {
    const counts = countsOf(items)
    expect(counts).toEqual({ all: 4, undecided: 2, release: 1, redact: 1, withhold: 0, 'not-responsive': 0 })
    for (const [filter, count] of [
      ['all', 4],
      ['undecided', 2],
      ['redact', 1],
      ['withhold', 0],
    ] as const)
      expect(shownOf(items, filter, none)).toHaveLength(count)
  })

  test('duplicates stand behind the first of them, and nothing is lost or doubled', () => {
    const same = [id(1), id(4), id(9)]
    const twins = new Map(same.map((one) => [one, same]))
    expect(grouped(items, twins).map(({ record }) => record)).toEqual([1, 4, 2, 3])
    expect(grouped(items, new Map())).toEqual(items)
  })

  test('a record that was decided while only undecided ones are shown stays where it was', () => {
    const decided = items.map((item) => (item.record === id(2) ? { ...item, outcome: 'release' as const } : item))
    expect(shownOf(decided, 'undecided', new Set([id(2)])).map(({ record }) => record)).toEqual([2, 4])
  })

  test.each([
    ['all', 1, 2],
    ['all', 2, 4],
    ['all', 4, 2],
    ['undecided', 4, 2],
    ['redact', 3, 3],
  ] as const)('with %s shown a decision on %i leads to %i', (filter, from, to) => {
    expect(afterDecision(shownOf(items, filter, none), filter, id(from))).toBe(to)
  })

  test('where nothing waits any more the record in hand stays', () => {
    const all = items.map((item) => ({ ...item, outcome: 'release' as const }))
    expect(afterDecision(all, 'all', id(2))).toBe(2)
  })

  test('steps end at both ends; from a record that is not shown they begin at the first', () => {
    const steps = [
      stepped(items, id(1), -1),
      stepped(items, id(4), 1),
      stepped(items, id(2), 1),
      stepped(items, id(9), 1),
    ]
    expect(steps).toEqual([1, 4, 3, 1])
    expect(stepped([], id(1), 1)).toBeNull()
  })
})

describe('marks in a text', () => {
  const mark = fc.record({
    from: fc.nat(40),
    length: fc.integer({ min: 1, max: 12 }),
    look: fc.constantFrom('own' as const, 'again' as const, 'proposed' as const),
  })

  it('cut it into pieces that together are the text, each with the marks that lie on it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.array(mark, { maxLength: 6 }), (text, some) => {
        const marks = some.map(
          ({ from, length, look }): Mark => ({ from, to: from + length, look, key: look === 'proposed' ? null : 1 }),
        )
        const pieces = piecesOf(text, marks)
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
        for (const piece of pieces) {
          const on = marks.filter(({ from, to }) => from <= piece.from && piece.from < to)
          expect(piece.look === null).toBe(on.length === 0)
        }
      }),
    )
  })

  it('a hidden character is a piece of its own, written out', () => {
    const pieces = piecesOf('ab\u202ecd', [{ from: 1, to: 5, look: 'own', key: 2 }])
    expect(pieces.map(({ text, control }) => control ?? text)).toEqual(['a', 'b', 'U+202E', 'cd'])
    expect(pieces.map(({ begins }) => begins)).toEqual([false, true, false, false])
  })

  it('what is hidden is found where it is written out', () => {
    const unit = fc.constantFrom(
      'a',
      '\u202e',
      '\u200d',
      '👩',
      '🚒',
      'ب',
      '\n',
      '\u0000',
      '🏴',
      '\u{e0067}',
      '\u{e007f}',
    )
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 30 }), (units) => {
        const text = units.join('')
        const found = controlsIn(text)
        const written = found.reduceRight(
          (rest, { from, to, shown }) => `${rest.slice(0, from)}[${shown}]${rest.slice(to)}`,
          text,
        )
        expect(written).toBe(visibleControls(text))
      }),
    )
  })
})

describe('boxes on a picture', () => {
  const number = fc.double({ min: -2, max: 3, noNaN: true })
  const anything = fc.record({ left: number, top: number, width: number, height: number })
  const inside = (box: Box) => {
    expect(Box.safeParse(box).success).toBe(true)
    expect(box.left + box.width).toBeLessThanOrEqual(1.0001)
    expect(box.top + box.height).toBeLessThanOrEqual(1.0001)
  }

  it('never leave it, however they are made and moved', () => {
    const key = fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown')
    fc.assert(
      fc.property(anything, fc.array(fc.tuple(key, fc.boolean()), { maxLength: 120 }), (box, keys) => {
        let now = fitted(box)
        inside(now)
        for (const [pressed, shift] of keys) {
          now = afterKey(now, pressed, shift) ?? now
          inside(now)
        }
      }),
    )
  })

  test('are drawn from any corner to any other; a mere click draws none', () => {
    expect(between([0.6, 0.5], [0.1, 0.2])).toEqual({ left: 0.1, top: 0.2, width: 0.5, height: 0.3 })
    expect(between([0.9, 0.9], [1.4, 2])).toEqual({ left: 0.9, top: 0.9, width: 0.1, height: 0.1 })
    expect(between([0.5, 0.5], [0.5, 0.5])).toBeNull()
    expect(afterKey({ left: 0, top: 0, width: 0.1, height: 0.1 }, 'x', false)).toBeNull()
  })
})

describe('decisions', () => {
  const ground: AppliedGround = { exemption: 'gov-7928.300', law: '', harm: '', describes: 'A name' }
  const stands = (draft: ReviewDraft): ReviewDecision => {
    const record = { record: id(1), versions: [Digest.parse('a'.repeat(64))] }
    return { ...draft, ...record, decidedAt: Instant.parse(0), decidedBy: null }
  }

  test('redactions are added to those that stand, and taken off one by one until nothing is decided', () => {
    const one = redacting(null, [{ field: 'author', ground }])
    const two = redacting(stands(one), [{ field: 'place', ground }])
    expect(ReviewDraft.parse(two).redactions.map(({ field }) => field)).toEqual(['author', 'place'])
    const back = unredacting(stands(two), 0)
    expect(back?.redactions).toEqual([{ field: 'place', ground }])
    expect(back && unredacting(stands(back), 0)).toBeNull()
  })

  test('a redaction takes the place of a withholding', () => {
    const draft = redacting(stands(withholding([ground])), [{ field: 'author', ground }])
    expect(ReviewDraft.parse(draft)).toMatchObject({ outcome: 'redact', grounds: [] })
  })
})
