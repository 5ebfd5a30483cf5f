// The gate between windows and shell: strangers, unknown requests, refusals.
import { expect, test } from 'vitest'
import { type GateKeeper, keepGate, type MessageSource } from '../../../electron/main/gate.ts'
import { MunimentError } from '../../../shared/contract/error.ts'
import { PORT_CHANNEL, SHELL_CHANNEL } from '../../../shared/contract/name.ts'

interface Frame {
  readonly parent: unknown
  readonly url: string
}
const own: Frame = { parent: null, url: 'app://muniment/index.html#/records' }
const strangers: (Frame | null)[] = [
  null,
  { parent: own, url: own.url },
  { parent: null, url: 'about:blank' },
  { parent: null, url: 'app://record/index.html' },
  { parent: null, url: 'https://example.invalid/?next=app://muniment/index.html' },
]

/** A gate with its messages in hand. */
function openGate(answer: GateKeeper<Frame>['answer'] = async () => ({ kind: 'done' })) {
  let ask: Parameters<MessageSource<Frame>['handle']>[1] | undefined
  let connect: Parameters<MessageSource<Frame>['on']>[1] | undefined
  const connected: Frame[] = []
  const source: MessageSource<Frame> = {
    handle: (channel, listener) => {
      if (channel === SHELL_CHANNEL) ask = listener
    },
    on: (channel, listener) => {
      if (channel === PORT_CHANNEL) connect = listener
    },
  }
  keepGate(source, { answer, connect: (frame) => connected.push(frame) })
  if (ask === undefined || connect === undefined) throw new Error('The gate does not listen.')
  return { ask, connect, connected }
}

test('only the own page’s main frame is answered and given a port', async () => {
  const { ask, connect, connected } = openGate()
  for (const senderFrame of strangers) {
    connect({ senderFrame })
    await expect(ask({ senderFrame }, { ask: 'state' })).rejects.toThrow(/^Refused\.$/)
  }
  connect({ senderFrame: own })
  expect(connected).toEqual([own])
  expect(await ask({ senderFrame: own }, { ask: 'state' })).toEqual({ kind: 'done' })
})

test('what is not in the contract never reaches the shell', async () => {
  const reached: unknown[] = []
  const { ask } = openGate(async (request) => {
    reached.push(request)
    return { kind: 'done' }
  })
  const requests = [
    undefined,
    null,
    {},
    { ask: 'state', path: '/' },
    { ask: 'grant' },
    { ask: 'grant-dropped', paths: '/etc' },
  ]
  for (const request of requests) {
    expect(await ask({ senderFrame: own }, request)).toMatchObject({
      kind: 'refused',
      refusal: { code: 'INPUT_INVALID' },
    })
  }
  expect(reached).toEqual([])
})

test('a refusal crosses as its code and its sentence, a defect without its stack', async () => {
  const refusing = openGate(() => Promise.reject(new MunimentError('VAULT_IN_USE', 'It is open elsewhere.')))
  const failing = openGate(() => Promise.reject(new TypeError('x is not a function')))
  expect(await refusing.ask({ senderFrame: own }, { ask: 'state' })).toEqual({
    kind: 'refused',
    refusal: { code: 'VAULT_IN_USE', sentence: 'It is open elsewhere.' },
  })
  expect(await failing.ask({ senderFrame: own }, { ask: 'state' })).toEqual({
    kind: 'refused',
    refusal: {
      code: 'UNEXPECTED',
      sentence: 'Something went wrong that Muniment did not foresee: x is not a function',
    },
  })
})
