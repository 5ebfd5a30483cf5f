// Places in a recording, as a clerk writes them and as a player shows them.
import { expect, test } from 'vitest'
import { placeInRecording, secondsOf } from '../../../shared/domain/review/recording-edit.ts'

test.each([
  ['65', 65],
  [' 3.5 ', 3.5],
  ['1:05', 65],
  ['0:05.2', 5.2],
  ['61:00', 3660],
  ['1:02:03.5', 3723.5],
])('“%s” is a place', (written, seconds) => {
  expect(secondsOf(written)).toBe(seconds)
})

test.each(['', '1:', ':5', '1:60', '1:60:00', '1.2.3', '-3', '1:5:3:2', 'soon'])('“%s” is none', (written) => {
  expect(secondsOf(written)).toBeNull()
})

test('a place is read back as it was shown', () => {
  expect([0, 5.24, 65, 599.96, 3725].map(placeInRecording)).toEqual(['0:00', '0:05.2', '1:05', '10:00', '62:05'])
  for (const seconds of [0, 0.1, 59.9, 60, 3725.5]) expect(secondsOf(placeInRecording(seconds))).toBe(seconds)
})
