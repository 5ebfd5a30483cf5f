// What patterns propose as personal data, and what they leave alone.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { personalDataIn } from '../../../shared/text/personal-data.ts'

const found = (text: string) => personalDataIn(text).map(({ kind, from, to }) => [kind, text.slice(from, to)])

it.each([
  ['Call me at (510) 555-0134 or 510.555.0135.', ['phone', '(510) 555-0134'], ['phone', '510.555.0135']],
  ['From abroad: +44 20 7946 0958, +1 510 555 0134', ['phone', '+44 20 7946 0958'], ['phone', '+1 510 555 0134']],
  ['my cell is 555-0134', ['phone', '555-0134']],
  ['Write to maria.lopez+dogs@example.co.uk, please', ['email', 'maria.lopez+dogs@example.co.uk']],
  ['Schreib an jörg@bücher.example.', ['email', 'jörg@bücher.example']],
  ['SSN 123-45-6789', ['ssn', '123-45-6789']],
  ['I live at 1450 Elm Street, Apt. 4B, in Alder Bay', ['address', '1450 Elm Street, Apt. 4B']],
  ['Fire at 12 Martin Luther King Jr. Way!', ['address', '12 Martin Luther King Jr. Way']],
  ['We moved to 2201 98th Ave.', ['address', '2201 98th Ave.']],
  ['Mail: P.O. Box 1234, Alder Bay', ['address', 'P.O. Box 1234']],
  ['He was born on March 3, 1981.', ['birth-date', 'March 3, 1981']],
  ['DOB: 3/3/1981', ['birth-date', '3/3/1981']],
  ['date of birth 1981-03-03', ['birth-date', '1981-03-03']],
])('in “%s” it is proposed', (text, ...expected) => {
  expect(found(text)).toEqual(expected)
})

it.each([
  'The council meets on March 3, 2026 at 5:30.',
  'The budget is $1,234,567 for 2024-2025.',
  'Order 000-12-3456, 666-12-3456 and 912-34-5678',
  'Follow @AlderBayCity or see alderbay.example/parks',
  'Ordinance 13456, section 12.34.567',
  'There were 300 people on Elm Street',
  'Post 1785493021334528001',
])('“%s” holds none', (text) => {
  expect(found(text)).toEqual([])
})

it('what is proposed lies in the text, in order, and does not overlap', () => {
  const part = fc.constantFrom(
    '510-555-0134',
    '123-45-6789',
    'a@b.example',
    'born 3/3/1981',
    '12 Elm St',
    ' ',
    'x',
    '7',
    '🐕',
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const text = parts.join('')
      let at = 0
      for (const { from, to } of personalDataIn(text)) {
        expect(from).toBeGreaterThanOrEqual(at)
        expect(to).toBeGreaterThan(from)
        at = to
      }
      expect(at).toBeLessThanOrEqual(text.length)
    }),
  )
})
