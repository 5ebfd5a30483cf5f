// Which entries of the palette come first.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rank } from '../../../renderer/app/rank.ts'

const entries = [
  { id: 'room records', label: 'Go to Records', detail: 'Find and read what the vault holds' },
  { id: 'room schedule', label: 'Go to Schedule', detail: 'The retention schedule in force' },
  { id: 'series SM-1', label: 'Series SM-1, Social media: posts', detail: 'CU+2' },
  { id: 'account 1', label: '@AlderBayCity', detail: 'X · City of Alder Bay' },
  { id: 'request 26-1', label: 'Request 26-1', detail: 'José Pérez' },
  { id: 'request 26-11', label: 'Request 26-11', detail: 'R. Ito' },
]
const ids = (words: string, recent: readonly string[] = []) => rank(entries, words, recent).map(({ id }) => id)

test('the label itself comes before its beginnings, these before what it holds, and the detail comes last', () => {
  expect(ids('request 26-1')).toEqual(['request 26-1', 'request 26-11'])
  expect(ids('sched')).toEqual(['room schedule'])
  expect(ids('re')).toEqual(['request 26-1', 'request 26-11', 'room records', 'room schedule'])
  expect(ids('media posts')).toEqual(['series SM-1'])
  expect(ids('jose perez')).toEqual(['request 26-1'])
  expect(ids('baycity')).toEqual(['account 1'])
  expect(ids('nothing like it')).toEqual([])
})

test('what was used lately comes first, without words and among equals', () => {
  expect(ids('', ['request 26-11', 'account 1']).slice(0, 3)).toEqual(['request 26-11', 'account 1', 'room records'])
  expect(ids('request', ['request 26-11'])).toEqual(['request 26-11', 'request 26-1'])
})

test('more words never find more, and every entry is found by its own label', () => {
  const word = fc.constantFrom('go', 'to', 'request', '26', 'sm', 'alder', 'x', 'é')
  fc.assert(
    fc.property(fc.array(word, { maxLength: 3 }), word, (words, more) => {
      const few = ids([...words, more].join(' '))
      expect(ids(words.join(' '))).toEqual(expect.arrayContaining(few))
    }),
  )
  for (const { id, label } of entries) expect(ids(label)[0]).toBe(id)
})

test('what a big city holds is ranked within a frame', () => {
  const many = Array.from({ length: 1500 }, (_, n) => ({
    id: `s ${n}`,
    label: `Series ${n}, Records of kind ${n % 97}`,
  }))
  rank(many, 'kind', [])
  const times = Array.from({ length: 5 }, (_, n) => {
    const start = performance.now()
    rank(many, `kind ${n}`, [])
    return performance.now() - start
  })
  // The least of five: other work on the machine is not what is measured.
  expect(Math.min(...times)).toBeLessThan(16)
})
