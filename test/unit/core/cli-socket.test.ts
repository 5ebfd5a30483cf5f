// Lines on the socket: whatever the chunks, the same messages; never more than the limit.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromLine, lineReader, toLine } from '../../../electron/core/serve/lines.ts'

/** Cuts bytes at the places given. */
function chunks(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length]
  return places.slice(1).map((to, at) => bytes.subarray(places[at], to))
}

test('messages arrive as they were sent, wherever the stream is cut', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), fc.array(fc.nat()), (messages, cuts) => {
      const read: unknown[] = []
      const reader = lineReader((line) => read.push(fromLine(line)))
      for (const chunk of chunks(Buffer.from(messages.map(toLine).join('')), cuts)) reader(chunk)
      expect(read).toEqual(JSON.parse(JSON.stringify(messages)))
    }),
  )
})

test('a line is refused once it is longer than the limit, whether it ends or not', () => {
  const taken: string[] = []
  const reader = lineReader((line) => taken.push(line), 8)
  reader(Buffer.from('12345678\n'))
  expect(() => reader(Buffer.from('123456789'))).toThrow(RangeError)
  expect(() => lineReader(() => {}, 8)(Buffer.from('123456789\n'))).toThrow(RangeError)
  expect(taken).toEqual(['12345678'])
})
