// The twenty points of Electron's security checklist, each proved in the running app; test/security/electron-sources.test.ts adds what
// only the sources can show, test/unit/main/policy.test.ts what no running app can reach.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { checklist, pageAddress } from '../../electron/main/policy.ts'
import { launchApp, type RunningApp } from './support/app.ts'
import { proofsBridge } from './support/proofs-bridge.ts'
import { proofsContent } from './support/proofs-content.ts'
import { proofsSession } from './support/proofs-session.ts'

const proofs = [...proofsSession, ...proofsContent, ...proofsBridge].sort((a, b) => a.point - b.point)
let running: RunningApp

beforeAll(async () => {
  // A camera and a microphone that don't exist: so that only the denial stands between the page and them.
  running = await launchApp({ args: ['--use-fake-device-for-media-stream'] })
})
afterAll(() => running.close())
afterEach(async () => {
  // Whatever was tried, the app is where it was.
  expect(running.page.url().split('#')[0]).toBe(pageAddress)
  expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

describe('Electron’s security checklist', () => {
  for (const { point, proof, run } of proofs) {
    test(`${point}. ${checklist[point - 1]}: ${proof}`, () => run(running))
  }

  test('no point is left without a proof', () => {
    expect(proofs.map(({ point }) => point)).toEqual(checklist.map((_, index) => index + 1))
  })
})
