// Laws of what Muniment writes: nothing runs, nothing collides, nothing is lost.
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { visibleControls } from '../../shared/text/controls.ts'
import { csvCell } from '../../shared/text/csv.ts'
import { safeFileName } from '../../shared/text/file-name.ts'
import { repairMojibake } from '../../shared/text/mojibake.ts'

fc.configureGlobal({ seed: 20_240_305 })

const nasty = fc.array(
  fc.constantFrom(
    ...'=+-@\t\r\n\'", ;＝＠'.split(''),
    '\u200b',
    '\u202e',
    'a',
    '1',
    '.',
    '/',
    '\\',
    'CON',
    'ß',
    'é',
    '市',
    '👩‍🚒',
    '.jpg',
    '\ud800',
  ),
  { maxLength: 60 },
)
const text = fc.oneof(
  nasty.map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
)

test('a CSV reader gets back every cell, none of which starts a formula', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (values) => {
      const cells = values.map((value) => value.toWellFormed())
      const read = readLine(cells.map(csvCell).join(','))
      expect(read.filter((cell) => /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(cell))).toEqual([])
      expect(read.map(withoutGuard)).toEqual(cells)
    }),
    { numRuns: 1000 },
  )
})

function readLine(line: string): string[] {
  const rows: string[][] = parse(`"",${line}\r\n`, { record_delimiter: '\r\n' })
  return rows[0]?.slice(1) ?? []
}

/** The way back that `csvCell` promises. */
function withoutGuard(cell: string): string {
  const bare = cell.slice(1)
  return cell.startsWith("'") && readLine(csvCell(bare))[0] === cell ? bare : cell
}

test('names are safe, short, different, and stay as they are when made safe again', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 8 }), (wishes) => {
      const used = new Map<string, number>()
      const names = wishes.map((wish) => safeFileName(wish, used))
      expect(names.filter((name) => Buffer.byteLength(name) > 100 || !name.isWellFormed())).toEqual([])
      expect(
        names.filter((name) => /[/\\:*?"<>|\p{Cc}\p{Cf}]|^[. ]|[. ]$|^(con|nul|aux|prn)\s*(\.|$)/iu.test(name)),
      ).toEqual([])
      expect(new Set(names.map((name) => name.normalize('NFKC').toUpperCase())).size).toBe(names.length)
      expect(names.map((name) => safeFileName(name, new Map()))).toEqual(names)
    }),
    { numRuns: 500 },
  )
})

test('an extension survives the cut', () => {
  fc.assert(
    fc.property(text, (stem) => {
      expect(safeFileName(`x${stem}x.jpeg`, new Map())).toMatch(/\.jpeg$/)
    }),
  )
})

test('plain text keeps no control that could turn it round', () => {
  fc.assert(
    fc.property(text, (value) => {
      expect(visibleControls(value)).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\ufeff]/)
    }),
  )
})

test('double encoding is undone for every text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      expect(repairMojibake(Buffer.from(value, 'utf8').toString('latin1'))).toBe(value)
    }),
  )
})
