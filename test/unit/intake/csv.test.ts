// Rows of tables, whole and broken: each with its own bytes, whatever the file is cut into.
import { expect, test } from 'vitest'
import { MemberError } from '../../../electron/core/intake/archive/archive.ts'
import { archiveFinding } from '../../../electron/core/intake/archive/finding.ts'
import { type CsvForm, CsvUnreadable, csvRows } from '../../../electron/core/intake/kit/csv-rows.ts'

const COMMA: CsvForm = { delimiter: ',', encoding: 'latin1' }
const WIDE: CsvForm = { delimiter: '\t', encoding: 'utf16le' }

async function* cut(bytes: Buffer, size: number, error?: Error): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  if (error !== undefined) throw error
}

/** The cells of each row, null for one without an end; the bytes of all rows, one after the other. */
async function rowsOf(bytes: Buffer, form: CsvForm, size: number, error?: Error) {
  const rows: (readonly string[] | null)[] = []
  const pieces: Buffer[] = []
  let thrown: unknown = null
  try {
    for await (const row of csvRows(cut(bytes, size, error), form)) {
      expect(bytes.subarray(row.start, row.start + row.bytes.length).equals(row.bytes)).toBe(true)
      rows.push(row.cells)
      pieces.push(row.bytes)
    }
  } catch (caught) {
    thrown = caught
  }
  return { rows, bytes: Buffer.concat(pieces), thrown }
}

const SIZES = [1, 2, 7, 1000]

test.each(SIZES)('rows have their bytes, in pieces of %i', async (size) => {
  const bytes = Buffer.from('a,b\r\n"x\ny","said ""so"""\r\n\r\n1,2\r\n')
  const { rows, bytes: all } = await rowsOf(bytes, COMMA, size)
  expect(rows).toEqual([
    ['a', 'b'],
    ['x\ny', 'said "so"'],
    ['1', '2'],
  ])
  expect(all.toString()).toBe(bytes.toString())
})

test.each(SIZES)('a row whose quotes never close costs its own line, in pieces of %i', async (size) => {
  const bytes = Buffer.from('a,b\n1,2\n3,"open\n4,5\n6,"open too\n7,8\n')
  const { rows, bytes: all } = await rowsOf(bytes, COMMA, size)
  expect(rows).toEqual([['a', 'b'], ['1', '2'], null, ['4', '5'], null, ['7', '8']])
  expect(all.equals(bytes)).toBe(true)
})

test('a sloppy quote in a cell of several lines is no broken row', async () => {
  const { rows } = await rowsOf(Buffer.from('a,b,c\n1,"said\nthe "best" of all",x\n2,y,z\n'), COMMA, 5)
  expect(rows.length).toBe(3)
  expect(rows[2]).toEqual(['2', 'y', 'z'])
})

test('two bytes a character are told apart', async () => {
  const bytes = Buffer.from('\ufeffa\tb\r\nñandú\t道路\r\n3\t"open\r\n4\t5\r\n', 'utf16le')
  for (const size of SIZES) {
    const { rows, bytes: all } = await rowsOf(bytes, WIDE, size)
    expect(rows.slice(1)).toEqual([['ñandú', '道路'], null, ['4', '5']])
    expect(all.equals(bytes)).toBe(true)
  }
})

test('after hundreds of rows without an end nothing is told apart any more; what stands before is read', async () => {
  const bytes = Buffer.from(`a,b\n1,2\n${'3,"open\n'.repeat(501)}`)
  const { rows, thrown } = await rowsOf(bytes, COMMA, 1000)
  expect(rows.slice(0, 2)).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ])
  expect(rows.slice(2).every((cells) => cells === null)).toBe(true)
  expect(thrown).toBeInstanceOf(CsvUnreadable)
})

test('damage is thrown behind the rows before it, and takes no process with it', async () => {
  const damage = new MemberError(archiveFinding('wrong-checksum', { part: 0, partName: 'x.zip', member: 'a.csv' }))
  const { rows, thrown } = await rowsOf(Buffer.from('a,b\n1,2\n3,4\n5,"cut'), COMMA, 4, damage)
  expect(rows.slice(0, 2)).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ])
  expect(thrown).toBe(damage)
})
