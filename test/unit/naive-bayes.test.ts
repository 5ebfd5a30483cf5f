// Suggestions by counting: exact, reversible, and explained by numbers that anybody can check.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { count, type Example, likelySeries, noCounts, reasonsFor, uncount } from '../../shared/domain/naive-bayes.ts'

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
  // A: two decisions with 3 words, B: one with 2; 4 different words. A record with “road” and “permit”:
  // A: 3/5 · (2+1)/(3+4) · (0+1)/(3+4) = 9/245; B: 2/5 · (0+1)/(2+4) · (1+1)/(2+4) = 2/90.
  const counts = counted([
    { series: 'A', features: ['road', 'storm'] },
    { series: 'A', features: ['road'] },
    { series: 'B', features: ['permit', 'budget'] },
  ])
  const a = 9 / 245
  const b = 2 / 90
  const likely = likelySeries(counts, ['road', 'permit', 'never seen'])
  expect(likely.map(({ series }) => series)).toEqual(['A', 'B'])
  expect(likely[0]?.share).toBeCloseTo(a / (a + b), 12)
  expect(reasonsFor(counts, 'A', ['road', 'permit'], 3)).toEqual([{ feature: 'road', decisions: 2, of: 2 }])
})
