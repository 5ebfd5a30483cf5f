// Ctrl-C during an import: it stops cleanly, says how to go on, and goes on from there.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { millionTweets } from '../../fixtures/x/million.ts'
import { ended, muniment, startMuniment } from '../../support/command-line.ts'

const desk = mkdtempSync(join(tmpdir(), 'muniment-interrupt-'))
afterAll(() => rmSync(desk, { recursive: true, force: true }))

const TWEETS = 40_000

test('an import that is interrupted can be taken up again, and nothing is read twice or lost', async () => {
  await millionTweets(join(desk, 'export.zip'), TWEETS)
  await muniment(desk, 'init', 'City.muniment', '--city', 'City of Alder Bay')
  const child = startMuniment(desk, 'import', 'export.zip', '--account', 'AlderBayCity', '--create-account', '--json')
  let asked = false
  child.stderr?.on('data', (chunk: Buffer) => {
    // Asked twice it would leave at once.
    if (!asked && chunk.includes('reading')) asked = child.kill('SIGINT')
  })
  const { code, out, err } = await ended(child)
  expect({ code, refusal: JSON.parse(out).refusal.code }).toEqual({ code: 1, refusal: 'CANCELLED' })
  const job = /muniment jobs resume (\w+)/.exec(err)?.[1] ?? ''
  const [listed] = JSON.parse((await muniment(desk, 'jobs', '--json')).out)
  expect(listed).toMatchObject({ id: job, state: 'cancelled', resumable: true })
  expect((await muniment(desk, 'jobs', 'resume', job)).code).toBe(0)
  const accessions = JSON.parse((await muniment(desk, 'accessions', '--json')).out)
  expect(accessions).toMatchObject([{ state: 'complete', records: TWEETS, unexplained: 0 }])
  expect((await muniment(desk, 'verify')).code).toBe(0)
})
