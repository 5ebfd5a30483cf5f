// Numbers of records as somebody lists them, in a file or a field.
import { expect, test } from 'vitest'
import { recordNumbers } from '../../../shared/domain/record/record-numbers.ts'

test.each([
  ['12, 7;12\n-3\t9', [12, 7, -3, 9], null],
  ['', [], null],
  [' , ;\n', [], null],
  ['12 twelve 13', [12], 'twelve'],
  ['1.5', [], '1.5'],
  ['99999999999999999999', [], '99999999999999999999'],
])('%j lists %j', (text, records, wrong) => {
  expect(recordNumbers(text)).toEqual({ records, wrong })
})
