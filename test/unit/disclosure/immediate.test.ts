// The words of an immediate disclosure request are found however they are written; who decides is the clerk.
import { expect, it } from 'vitest'
import { contactIn, immediateWords } from '../../../shared/domain/request/immediate.ts'

it.each([
  [
    'IMMEDIATE DISCLOSURE REQUEST\nAll posts of May. Call 510-555-0142.',
    { line: 1, onTop: true, contact: '510-555-0142' },
  ],
  ['Dear Clerk,\r\nthis is an Immediate  Disclosure\r\nRequest for posts', { line: 2, onTop: true, contact: null }],
  ['a\nb\nc\nd\nimmediate-disclosure request, me@example.org', { line: 5, onTop: false, contact: 'me@example.org' }],
  ['\n\n\nImmediate Disclosure Requests', { line: 4, onTop: true, contact: null }],
])('finds the words in %j', (text, expected) => {
  expect(immediateWords(text)).toEqual(expected)
})

it.each(['Please disclose immediately what I request', 'immediate disclosure', 'An immediate answer to my request'])(
  'does not find them in %j',
  (text) => expect(immediateWords(text)).toBeNull(),
)

it('takes no number of another kind for a telephone number', () => {
  expect(['Case 2024-001234567890', 'PO 12345', '(510) 555 0142'].map(contactIn)).toEqual([
    null,
    null,
    '(510) 555 0142',
  ])
})
