// Suggestions by counting: exact, reversible, and explained by numbers that anybody can check.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  count,
  type Example,
  likelySeries,
  noCounts,
  reasonsFor,
  uncount,
} from '../../../shared/domain/classify/naive-bayes.ts'

const words = fc.uniqueArray(fc.constantFrom('road', 'permit', 'ferry', 'storm', 'budget', '路'), { maxLength: 5 })
const example: fc.Arbitrary<Example> = fc.record({ series: fc.constantFrom('A', 'B', 'C'), features: words })
const examples = fc.array(example, { maxLength: 30 })

function counted(list: readonly Example[]) {
  const counts = noCounts()
  for (const one of list) count(counts, one)
  return counts
}

test('what is taken out leaves nothing behind, no word and no number, whatever the order', () => {
  fc.assert(
    fc.property(examples, examples, fc.infiniteStream(fc.nat()), (kept, gone, draws) => {
      const counts = counted([...kept, ...gone])
      for (const one of gone.toSorted(() => (Number(draws.next().value) % 2 === 0 ? 1 : -1))) uncount(counts, one)
      expect(counts).toEqual(counted(kept))
    }),
  )
})

test('the shares of the series are together one, and nothing is said of a record that shares nothing', () => {
  fc.assert(
    fc.property(examples, words, (list, features) => {
      const likely = likelySeries(counted(list), features)
      const known = features.some((feature) => list.some((one) => one.features.includes(feature)))
      const whole = likely.reduce((sum, { share }) => sum + share, 0)
      expect(likely.length > 0).toBe(known)
      if (known) expect(whole).toBeCloseTo(1, 9)
    }),
  )
})

test('each reason says how many decisions for the series have the word, and speaks for it', () => {
  fc.assert(
    fc.property(examples, words, (list, features) => {
      const counts = counted(list)
      for (const series of counts.series.keys()) {
        const own = list.filter((one) => one.series === series)
        for (const { feature, decisions, of } of reasonsFor(counts, series, features, 9)) {
          expect([decisions, of]).toEqual([own.filter((one) => one.features.includes(feature)).length, own.length])
        }
      }
    }),
  )
})

test('the chances are those of the formula, worked out by hand', () => {
  // A: two decisions with 3 words, B: one with 2; of all 5 words “road” is 2 and “permit” 1, so of the 50 added they are 20 and 10.
  // A: 3/5 · (2+20)/(3+50) · (0+10)/(3+50); B: 2/5 · (0+20)/(2+50) · (1+10)/(2+50).
  const counts = counted([
    { series: 'A', features: ['road', 'storm'] },
    { series: 'A', features: ['road'] },
    { series: 'B', features: ['permit', 'budget'] },
  ])
  const a = (3 / 5) * (22 / 53) * (10 / 53)
  const b = (2 / 5) * (20 / 52) * (11 / 52)
  const likely = likelySeries(counts, ['road', 'permit', 'never seen'])
  expect(likely.map(({ series }) => series)).toEqual(['A', 'B'])
  expect(likely[0]?.share).toBeCloseTo(a / (a + b), 12)
  expect(reasonsFor(counts, 'A', ['road', 'permit'], 3)).toEqual([{ feature: 'road', decisions: 2, of: 2 }])
})

test('a series of which little is known is not the likeliest for whatever nobody has seen there', () => {
  const many = Array.from({ length: 20 }, (_, place) => ({ series: 'A', features: ['post', `word-${place}`, 'road'] }))
  const counts = counted([...many, { series: 'B', features: ['message'] }])
  expect(likelySeries(counts, ['post', 'word-1', 'word-2', 'word-3'])[0]?.series).toBe('A')
})
