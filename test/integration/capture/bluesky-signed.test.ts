// Whose signature a captured repository bears: held against the key that the account's document names, and told where it does not hold.
import { afterEach, expect, test } from 'vitest'
import { DID, repository } from '../../fixtures/bluesky.ts'
import { captureBy, type Replay, replay } from '../../support/replay.ts'

let server: Replay
afterEach(() => server.stop())

/** Captures a repository. @param didDoc the account's document as its server has it */
async function capture(car: Buffer, didDoc: unknown) {
  server = await replay(({ url }) => {
    if (url.pathname.endsWith('/com.atproto.sync.getRepo'))
      return { headers: { 'content-type': 'application/vnd.ipld.car' }, bytes: car }
    if (url.pathname.endsWith('/com.atproto.repo.describeRepo'))
      return { json: { did: DID, handle: 'city.test', didDoc } }
    return undefined
  })
  const { end, outcomes, odd, drafts } = await captureBy({
    way: 'api/bluesky',
    address: server.address,
    handle: 'city.test',
    scope: { kinds: ['posts'] },
  })
  expect([end.outcome, drafts.length]).toEqual(['complete', 8])
  const [commit] = outcomes.flatMap((one) =>
    one.type === 'passed-over' && /commit/.test(one.reason) ? [one.reason] : [],
  )
  return { commit, odd }
}

test.each(['secp256k1', 'prime256v1'] as const)(
  'a signature by the account’s key (%s) holds, and the capture says so',
  async (curve) => {
    const { car, didDocument } = repository([], curve)
    expect(await capture(car, JSON.parse(didDocument))).toEqual({
      commit: expect.stringContaining('Its signature was verified by the key that the account’s server names.'),
      odd: [],
    })
  },
)

test('a repository that another key signed, or of whose key nothing is known, is read, and said to be so', async () => {
  const { car } = repository()
  expect(await capture(car, JSON.parse(repository().didDocument))).toEqual({
    commit: expect.stringContaining('does not agree with the key'),
    odd: ['signature-wrong'],
  })
  await server.stop()
  expect(await capture(car, undefined)).toEqual({
    commit: expect.stringContaining('was not verified'),
    odd: ['signature-not-verified'],
  })
})

test('the other form of a signature, which anybody can make of it without the key, does not hold', async () => {
  const { car, didDocument } = repository([], 'secp256k1', false)
  expect((await capture(car, JSON.parse(didDocument))).odd).toEqual(['signature-wrong'])
})
