// Laws of reading schedules, expressions and legends.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readScheduleCsv } from '../../electron/core/retention/schedule/csv.ts'
import { readLegendCsv, writeLegendCsv } from '../../electron/core/retention/schedule/legend.ts'
import { formatRetention, normalCode, parseRetention, RetentionUnit } from '../../shared/domain/retention/expression.ts'
import { CutoffBasis, Disposition, type LegendEntry } from '../../shared/domain/schedule/legend.ts'
import { alderBayLegend } from '../fixtures/schedule/build.ts'
import { flaggedLayout, layoutCsv, numberedLayout, officeLayout, wordedLayout } from '../fixtures/schedule/layouts.ts'

const cell = fc.oneof(
  fc.string(),
  fc.string({ unit: fc.constantFrom(...'PCUSL+*0123456789. yearsmonthd'.split('')), maxLength: 14 }),
  fc
    .tuple(
      fc.constantFrom('CU', 'cl', 'T', ''),
      fc.constantFrom('+', ' + ', ' '),
      fc.nat(1200),
      fc.constantFrom('', '*', ' years', ' d', ' mos**'),
    )
    .map((parts) => parts.join('')),
)

describe('a retention cell', () => {
  it('is read again as it was written', () => {
    fc.assert(
      fc.property(cell, (text) => {
        const { text: _, ...first } = parseRetention(text)
        const { text: __, ...again } = parseRetention(formatRetention(parseRetention(text)))
        expect(again).toEqual(first)
      }),
      { numRuns: 5000 },
    )
  })

  it('keeps the text that the City published', () => {
    fc.assert(
      fc.property(cell, (text) => {
        expect(parseRetention(text).text).toBe(text.trim())
      }),
    )
  })
})

const words = fc
  .string({ minLength: 1, maxLength: 30 })
  .map((text) => text.replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '')
const entry: fc.Arbitrary<LegendEntry> = fc.record({
  code: words.map(normalCode).filter((code) => code !== '' && code === normalCode(code)),
  meaning: words,
  trigger: words,
  basis: fc.constantFrom(...CutoffBasis.options),
  period: fc.option(fc.record({ amount: fc.nat(999), unit: fc.constantFrom(...RetentionUnit.options) }), { nil: null }),
  disposition: fc.option(fc.constantFrom(...Disposition.options), { nil: null }),
})

it('a legend is read again as it was written', () => {
  fc.assert(
    fc.property(fc.uniqueArray(entry, { selector: ({ code }) => code, maxLength: 8 }), (legend) => {
      expect(readLegendCsv(writeLegendCsv(legend))).toEqual({ legend, problems: [] })
    }),
    { numRuns: 1000 },
  )
})

describe('a schedule file', () => {
  it('gives the same series whatever the order of its columns', () => {
    const layouts = [flaggedLayout(), numberedLayout(), wordedLayout(), officeLayout()]
    fc.assert(
      fc.property(
        fc.constantFrom(...layouts).chain((rows) => {
          const width = Math.max(...rows.map(({ length }) => length))
          const order = fc.shuffledSubarray([...Array(width).keys()], { minLength: width, maxLength: width })
          return fc.tuple(fc.constant(rows), order)
        }),
        ([rows, order]) => {
          const mixed = rows.map((row) => order.map((at) => row[at] ?? ''))
          const legend = alderBayLegend()
          const [plain, turned] = [rows, mixed].map((table) => readScheduleCsv(layoutCsv(table), legend))
          expect(turned?.series).toEqual(plain?.series)
          expect(turned?.codesNotInLegend).toEqual(plain?.codesNotInLegend)
          expect(turned?.passedOver.map(({ row, reason }) => [row, reason])).toEqual(
            plain?.passedOver.map(({ row, reason }) => [row, reason]),
          )
        },
      ),
    )
  })

  it('is never a reason to throw, and accounts for every row', () => {
    const table = fc.array(
      fc.array(fc.oneof(cell, fc.constantFrom('Title', 'Retention', 'Citation', 'V', 'Record Series', '"')), {
        maxLength: 6,
      }),
      { maxLength: 12 },
    )
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ unit: 'binary' }),
      table.map((rows) => rows.map((row) => row.join(',')).join('\n')),
    )
    fc.assert(
      fc.property(bytes, (input) => {
        const { series, passedOver } = readScheduleCsv(input, alderBayLegend())
        const rows = [...series.map(({ row }) => row), ...passedOver.map(({ row }) => row)].toSorted(
          (one, other) => (one ?? 0) - (other ?? 0),
        )
        expect(rows).toEqual(rows.map((_, at) => at + 1))
      }),
      { numRuns: 2000 },
    )
  })
})
