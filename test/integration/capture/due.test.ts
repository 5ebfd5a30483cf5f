// What is due, captured by the command line: every schedule, each package signed where a key is given, and nothing twice.
import { generateKeyPairSync } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { captureSchedule } from '../../../shared/contract/capture-schedule.ts'
import { accessionList } from '../../../shared/contract/intake.ts'
import { Instant } from '../../../shared/domain/time.ts'
import { openTestArchive, type TestArchive } from '../../support/archive.ts'
import { muniment } from '../../support/command-line.ts'
import { type FeedServer, feedServer } from '../../support/feed-server.ts'
import { packageOf, readWacz } from '../../support/wacz.ts'

let vault: TestArchive
let city: FeedServer
beforeAll(async () => {
  city = await feedServer()
  const item = { id: 'notice', title: 'Notice', words: 'The fair is open.', at: Date.UTC(2026, 1, 3), sound: null }
  city.items.push({ ...item, hidden: false })
  vault = await openTestArchive({ clock: () => Instant.parse(Date.now()) })
  for (const path of ['/rss.xml', '/atom.xml']) {
    const scope = { address: `${city.origin}${path}` }
    await vault.call(captureSchedule, { account: vault.account, way: 'feed', scope, every: 'daily' })
  }
  await vault.archive.close()
})
afterAll(async () => {
  await city.close()
  await vault.close()
})

test('each is captured and signed by the key that is named, and is then due no more', async () => {
  const desk = dirname(vault.folder)
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' })
  writeFileSync(join(desk, 'key.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }))
  const due = await muniment(desk, 'capture', '--due', '--sign-with', 'key.pem', '--json')
  expect(due.code).toBe(0)
  const made = z.array(z.looseObject({ outcome: z.string() })).parse(JSON.parse(due.out))
  expect(made.map(({ outcome }) => outcome)).toEqual(['complete', 'complete'])
  const listed = await muniment(desk, 'accessions', '--json')
  const accessions = accessionList.output.parse(JSON.parse(listed.out))
  const read = await Promise.all(
    accessions.map(({ packages }) => readWacz(packageOf(vault.folder, packages[0]?.id ?? ''))),
  )
  expect(read.map(({ signed, faults }) => [signed, faults])).toEqual([
    [true, []],
    [true, []],
  ])
  expect((await muniment(desk, 'capture', '--due')).out).toContain('Nothing is due.')
})
