// At the command line: what waits in the inbox, and which exports are due.
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { smallExport } from '../../fixtures/x/small.ts'
import { muniment } from '../../support/command-line.ts'

let desk: string
const run = (...args: readonly string[]) => muniment(desk, ...args)

beforeAll(async () => {
  desk = mkdtempSync(join(tmpdir(), 'muniment-cli-guided-'))
  mkdirSync(join(desk, 'made'))
  mkdirSync(join(desk, 'inbox'))
  await smallExport(join(desk, 'made'), { tweets: 10 })
  copyFileSync(join(desk, 'made', readdirSync(join(desk, 'made'))[0] ?? ''), join(desk, 'inbox', 'from-liaison.zip'))
  writeFileSync(join(desk, 'inbox', 'more.zip.part'), 'half')
  expect((await run('init', 'City.muniment', '--city', 'City of Alder Bay')).code).toBe(0)
  await run('accounts', 'add', '--platform', 'x', '--handle', 'AlderBayCity')
})
afterAll(() => rmSync(desk, { recursive: true, force: true }))

test('the inbox is chosen, listed with what is ready, and knows what was imported', async () => {
  expect((await run('inbox', 'choose', 'inbox')).out).toContain('inbox is watched')
  const listed = (await run('inbox')).out
  expect(listed).toMatch(/from-liaison\.zip .* ready/)
  expect(listed).toMatch(/more\.zip\.part .* unfinished upload/)
  expect((await run('import', join('inbox', 'from-liaison.zip'), '--account', 'AlderBayCity')).code).toBe(0)
  const { items } = JSON.parse((await run('inbox', '--json')).out)
  expect(items).toMatchObject([
    { name: 'from-liaison.zip', state: 'ready', imported: { accession: 1 } },
    { name: 'more.zip.part', state: 'unfinished', imported: null },
  ])
  expect((await run('inbox')).out).toMatch(/imported on .* as import 1/)
  expect((await run('inbox', 'stop')).code).toBe(0)
  expect(readdirSync(join(desk, 'inbox'))).toEqual(['from-liaison.zip', 'more.zip.part'])
})

test('reminders are set by handle, listed when due, and taken away', async () => {
  expect((await run('accounts', 'remind', 'AlderBayCity', '--every', '99')).code).toBe(2)
  await run('accounts', 'add', '--platform', 'facebook', '--handle', 'AlderBayPool')
  expect((await run('accounts', 'remind', 'AlderBayPool', '--every', '3')).out).toContain('every 3 months')
  const { today, rows } = JSON.parse((await run('accounts', 'due', '--json')).out)
  expect(rows).toMatchObject([{ handle: 'AlderBayPool', months: 3, last: null, due: today, isDue: true }])
  expect((await run('accounts', 'due')).out).toMatch(/facebook:AlderBayPool +3 months +– +due since/)
  await run('accounts', 'remind', 'AlderBayPool', '--never')
  expect((await run('accounts', 'due')).out).toContain('No export is waited for')
})
