// A job leaves the machine to a clerk at the keys, and goes on all the same.
import { expect, test } from 'vitest'
import { serveSession } from '../../../electron/core/serve/session.ts'
import { attention, turns } from '../../../electron/core/worker/attention.ts'

const LONG_MS = 60_000

/** Whether a promise is settled once everything that waits for nothing has had its turn. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  let settled = false
  void promise.then(() => (settled = true))
  await new Promise((resolve) => setImmediate(resolve))
  return settled
}

test('a job waits for nobody where nobody is at the keys', async () => {
  expect(await isSettled(turns(attention().mark, LONG_MS)())).toBe(true)
})

test('a job holds its next batch back while a clerk is at the keys, and goes on when she rests', async () => {
  const keys = attention()
  keys.attend()
  const turn = turns(keys.mark, LONG_MS)()
  expect(await isSettled(turn)).toBe(false)
  keys.end()
  await turn
})

test('a clerk who types without pause slows a job down and does not stop it', async () => {
  const keys = attention()
  keys.attend()
  const pressing = setInterval(keys.attend, 1)
  try {
    await turns(keys.mark, 20)()
  } finally {
    clearInterval(pressing)
    keys.end()
  }
})

test('a window that says somebody is at the keys is heard, and is given no answer', () => {
  const attended: string[] = []
  const says: ((raw: unknown) => void)[] = []
  const answers: unknown[] = []
  serveSession(
    { call: async () => null, subscribe: () => () => {}, attend: () => void attended.push('once') },
    { post: (message) => answers.push(message), onMessage: (listener) => void says.push(listener), onClose: () => {} },
  )
  for (const say of says) say({ type: 'attended' })
  for (const say of says) say({ type: 'attended', by: 'somebody' })
  expect({ attended, answers }).toEqual({ attended: ['once'], answers: [] })
})
