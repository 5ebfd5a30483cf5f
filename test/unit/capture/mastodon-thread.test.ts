// Whether all answers below a status of Mastodon came: where the server may have bounded them, nobody may say that one is gone.
import { expect, test } from 'vitest'
import { cutOf } from '../../../electron/core/capture/ways/api-mastodon/thread.ts'

const answer = (id: number, above: number, replies = 0) => ({
  ...{ id: String(id), in_reply_to_id: String(above), replies_count: replies },
})
const many = (count: number) => Array.from({ length: count }, (_, nth) => answer(nth + 2, 1))
const chain = (count: number) => Array.from({ length: count }, (_, nth) => answer(nth + 2, nth + 1, 1))

test.each([
  ['few answers, all of them direct', 3, many(3), false, null],
  ['as many as a stranger is given', 60, many(60), false, 'no more than 60'],
  ['as many as anybody is given', 4096, many(4096), true, 'no more than 4096'],
  ['more than a stranger is given, with a token', 61, many(61), true, null],
  ['some that the server leaves out after its bound', 60, many(50), false, 'no more than 60'],
  ['few, of which one is shown to nobody here', 3, many(2), false, null],
  ['one below the other, as deep as a stranger is given', 1, chain(19), false, 'no deeper than 19'],
  ['one below the other, with a token', 1, chain(19), true, null],
  ['answers that lead in a ring', 1, [answer(2, 3), answer(3, 2)], false, null],
] as const)('%s', (_what, replies, answers, known, words) => {
  const cut = cutOf('1', replies, [...answers], known)
  if (words === null) expect(cut).toBeNull()
  else expect(cut).toContain(words)
})
