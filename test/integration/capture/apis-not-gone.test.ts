// Captures by an interface in a vault: what leaves by its platform's nature, and was taken away by nobody, is never told to be gone.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { captureCompare, captureNoLongerShown, captureRun } from '../../../shared/contract/capture.ts'
import { accountAdd } from '../../../shared/contract/people.ts'
import { openTestArchive, type TestArchive } from '../../support/archive.ts'
import { type Reply, replay } from '../../support/replay.ts'
import { json, stopAfter, TOKEN } from '../../support/replay-paths.ts'

let vault: TestArchive
beforeAll(async () => {
  vault = await openTestArchive()
})
afterAll(() => vault.close())

/** Two captures of an account, and what became of its items between them, by number. */
async function between(platform: string, kinds: string[], answer: (path: string, isSecond: boolean) => Reply) {
  let isSecond = false
  const server = await replay(({ url }) => answer(url.pathname, isSecond))
  stopAfter(server)
  const draft = { platform, handle: 'city', name: '', department: '', liaison: '', nativeId: '7' }
  const { id: account } = await vault.call(accountAdd, draft)
  vault.archive.credential(account, { token: TOKEN }, false)
  const order = { account, way: `api/${platform}`, scope: { address: server.address, kinds } }
  const one = await vault.run(captureRun, order)
  isSecond = true
  const two = await vault.run(captureRun, order)
  expect([one.outcome, two.outcome]).toEqual(['complete', 'complete'])
  const told = await vault.call(captureCompare, { one: one.capture, other: two.capture })
  const numbers = (list: 'new' | 'changed' | 'gone' | 'same' | 'outOfRange') => told[list].map((one) => one.nativeId)
  return {
    ...{ new: numbers('new'), changed: numbers('changed'), gone: numbers('gone') },
    ...{ same: numbers('same'), outOfRange: numbers('outOfRange') },
  }
}

test('a post of X that was edited is changed, and not removed: its edit has a number of its own', async () => {
  const post = (id: string, chain: readonly string[] = [id]) => ({
    ...{ id, text: `Post ${id}`, author_id: '7', created_at: '2026-10-01T10:00:00.000Z' },
    edit_history_tweet_ids: chain,
  })
  const told = await between('x', ['posts'], (_path, isSecond) =>
    json({
      data: isSecond ? [post('103', ['101', '102', '103']), post('90')] : [post('101'), post('95'), post('90')],
      meta: { result_count: 2 },
    }),
  )
  expect(told).toEqual({ new: ['103'], changed: ['101'], gone: ['95'], same: ['90'], outOfRange: [] })
})

test('a story of Instagram that is over is out of range; one that left before its day was over is gone', async () => {
  const story = (id: string, timestamp: string) => ({ id, caption: `Story ${id}`, media_type: 'IMAGE', timestamp })
  const told = await between('instagram', ['posts', 'stories'], (path, isSecond) =>
    json({
      data:
        isSecond || !path.endsWith('/stories')
          ? []
          : [story('501', '2026-11-20T10:00:00+0000'), story('502', '2026-11-23T16:30:00+0000')],
    }),
  )
  expect(told).toMatchObject({ gone: ['502'], outOfRange: ['501'] })
  expect((await vault.call(captureNoLongerShown, {})).map(({ change }) => change)).toEqual(['gone', 'gone'])
})
