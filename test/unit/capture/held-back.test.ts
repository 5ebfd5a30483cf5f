// Answers that are held until the visit of their page is over, so that a key is blanked that is known for one only afterwards.
import { expect, test } from 'vitest'
import { heldBack } from '../../../electron/browser/held-back.ts'
import { secretsOf } from '../../../electron/browser/secrets.ts'

const exchange = (url: string, type: string): Parameters<ReturnType<typeof heldBack>['keep']>[0] => ({
  ...{ is: 'exchange', method: 'GET', url, requestHeaders: [], status: 200, statusText: 'OK' },
  ...{ responseHeaders: [['Content-Type', type]], truncated: null, at: 0 },
})

function holding() {
  const secrets = secretsOf()
  const kept: string[] = []
  const held = heldBack(async ({ url }, body) => void kept.push(`${url} ${Buffer.from(body)}`), secrets)
  return { secrets, kept, held }
}

test('a page is kept without the key that only what it sends afterwards shows to be one', async () => {
  const { secrets, kept, held } = holding()
  await held.keep(exchange('/page', 'text/html'), Buffer.from('<script>start("key-0123456789")</script>'))
  await held.keep(exchange('/data', 'application/json'), Buffer.from('{"for": "key-0123456789"}'))
  expect(kept).toEqual([])
  secrets.learn({ Authorization: 'Bearer key-0123456789' }, [])
  await held.release()
  expect(kept).toEqual(['/page <script>start("**************")</script>', '/data {"for": "**************"}'])
})

test('pictures, what is large, and what comes once nobody holds anything are handed on at once', async () => {
  const { kept, held } = holding()
  await held.keep(exchange('/picture', 'image/png'), Buffer.from('png'))
  await held.keep(exchange('/large', 'text/html'), Buffer.alloc((4 << 20) + 1, 'x'))
  expect(kept.map((one) => one.slice(0, 8))).toEqual(['/picture', '/large x'])
  await held.end()
  await held.keep(exchange('/late', 'text/html'), Buffer.from('late'))
  expect(kept).toContain('/late late')
})

test('no more is held than memory is meant to hold: the oldest goes on first', async () => {
  const { kept, held } = holding()
  for (const nth of [1, 2, 3, 4, 5]) await held.keep(exchange(`/${nth}`, 'text/html'), Buffer.alloc(4 << 20, 'x'))
  expect(kept.map((one) => one.slice(0, 2))).toEqual(['/1', '/2'])
  await held.release()
  expect(kept.map((one) => one.slice(0, 2))).toEqual(['/1', '/2', '/3', '/4', '/5'])
})
