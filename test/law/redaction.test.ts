// Laws of redaction: what was taken out is found in every form in which it may stand, and is gone from what is left.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isSaid, occurrencesOf, plainPhrase, searchable, stretchesIn } from '../../shared/text/occurrences.ts'
import { phraseFinder, stretchAt } from '../../shared/text/phrases.ts'
import { piecesByGround, redactedMark, withoutStretches } from '../../shared/text/redact.ts'

const shown = (phrase: string, text: string) => occurrencesOf(phrase, text).map(({ from, to }) => text.slice(from, to))

it.each([
  ['José Ángel', 'Ask JOSE\u0301  a\u0301ngel, or José-Ángel.', ['JOSE\u0301  a\u0301ngel', 'José-Ángel']],
  ['May', 'May asked the Mayor in may; Dismay. @may_lopez', ['May', 'may', 'may']],
  [
    '510-555-0134',
    'Call (510) 555-0134 or 510\u00a0555\u20110134; not 5105550134.',
    ['510) 555-0134', '510\u00a0555\u20110134'],
  ],
  ['李小龍', '請找李小龍先生。李\u200b小龍', ['李小龍', '李\u200b小龍']],
  ['secret', 'se\u00adcret S\u200dECRET', ['se\u00adcret', 'S\u200dECRET']],
  ['Nguyễn', 'Nguye\u0302\u0303n and NGUYEN', ['Nguye\u0302\u0303n', 'NGUYEN']],
  ['👩‍🚒', 'our 👩‍🚒!', ['👩‍🚒']],
  ['María López', 'l.example/?q=mar%C3%ADa+l%C3%B3pez&x=100%', ['mar%C3%ADa+l%C3%B3pez']],
  ['López', 'l%c3%b3pez, %ff López 50%', ['l%c3%b3pez', 'López']],
  ['…', 'a … b', []],
])('%s is found in %s', (phrase, text, found) => {
  expect(shown(phrase, text)).toEqual(found)
})

const word = fc.stringMatching(/^[\p{Lu}\p{Ll}]{3,9}$/u)
const form = fc.constantFrom(
  (text: string) => text,
  (text: string) => text.normalize('NFD'),
  (text: string) => text.normalize('NFC'),
  (text: string) => [...text].join('\u200b'),
  (text: string) => text.replaceAll(' ', '\u00a0\n'),
  (text: string) => encodeURIComponent(text),
)

it('a phrase is found in any form, and once taken out is found no more', () => {
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 3 }),
      fc.array(word),
      fc.array(word),
      form,
      (said, before, after, as) => {
        const phrase = said.join(' ')
        const text = [...before, as(phrase), ...after].join(', ')
        const found = occurrencesOf(phrase, text)
        expect(found.length).toBeGreaterThan(0)
        const rest = withoutStretches(
          text,
          found.map((one) => ({ ...one, key: 1 })),
        )
        expect(occurrencesOf(phrase, rest.replaceAll(redactedMark([1]), '█'))).toEqual([])
      },
    ),
    { numRuns: 500 },
  )
})

it('what is left is the text but for its stretches, and the mark says only the number of the ground', () => {
  const stretch = fc.record({ from: fc.nat(60), length: fc.nat(20), key: fc.integer({ min: 1, max: 3 }) })
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.array(stretch, { maxLength: 6 }), (text, some) => {
      const stretches = some.map(({ from, length, key }) => ({ from, to: Math.min(text.length, from + length), key }))
      const covered = new Set(
        stretches.flatMap(({ from, to }) => Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n)),
      )
      const kept = text
        .split('')
        .filter((_, at) => !covered.has(at))
        .join('')
      const rest = withoutStretches(text, stretches)
      expect(rest.replace(/\[redacted [\d, ]+\]/g, '').length).toBe(kept.length)
      if (covered.size === 0) expect(rest).toBe(text)
    }),
  )
})

it('each number in a mark is a piece of its own, and the pieces together are the text', () => {
  const known = new Set(['1', '2'])
  const keys = (text: string) => piecesByGround(text, known).flatMap(({ ground }) => (ground === null ? [] : [ground]))
  expect(piecesByGround('Ask [redacted 1, 2] of it', known).map(({ text }) => text)).toEqual([
    ...['Ask ', '[redacted 1', ', ', '2]', ' of it'],
  ])
  expect(keys('[redacted 2] and [redacted 1, 2]')).toEqual(['2', '1', '2'])
  expect(keys('what an author wrote: [redacted 7], [redacted 1, 7], [redacted]')).toEqual([])
  const part = fc.oneof(fc.constantFrom('[redacted 1]', '[redacted 1, 2]', '[redacted 9]', '[redacted '), fc.string())
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const whole = parts.join('')
      const pieces = piecesByGround(whole, known)
      expect(pieces.map(({ text }) => text).join('')).toBe(whole)
    }),
  )
})

const piece = fc.oneof(
  fc.constantFrom(
    'a',
    'B',
    ' ',
    'May',
    'Mayor',
    '-',
    'e\u0301',
    '%C3%A1',
    '%E4',
    '%4',
    '%',
    '中',
    '文',
    'ไทย',
    '\u0301',
    '\u200b',
  ),
  fc.constantFrom('😀', '👩‍🚒', '🇺🇸', 'ﬁ', '™', '\ud83d', 'ع', '\n'),
  fc.string({ unit: 'binary', maxLength: 3 }),
)
const mixed = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''))

it('every letter of a text made ready stands somewhere in the text, in order', () => {
  fc.assert(
    fc.property(mixed, (text) => {
      const { plain, from, to } = searchable(text)
      expect([from.length, to.length]).toEqual([plain.length, plain.length])
      expect(from.every((at, nth) => at >= (from[nth - 1] ?? 0) && at < (to[nth] ?? 0))).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

it('thousands of phrases are found together where each is found alone', () => {
  fc.assert(
    fc.property(mixed, fc.array(mixed, { maxLength: 5 }), fc.nat(20), fc.nat(6), (text, others, at, length) => {
      const phrases = [...others, text.slice(at, at + length)].map(plainPhrase)
      const within = searchable(text + (others[0] ?? ''))
      const found = phraseFinder(phrases)(within)
      for (const [nth, phrase] of phrases.entries()) {
        const place = found.get(nth)
        expect(place === undefined ? undefined : stretchAt(within, place, phrase)).toEqual(
          stretchesIn(within, phrase)[0],
        )
        expect(isSaid(within.plain, phrase)).toBe(place !== undefined)
      }
    }),
    { numRuns: 1000 },
  )
})
