// A capture that is saved outside the vault, at the command line: the very bytes of its package, never over another file, and only where it may be shown.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { captureRun } from '../../../shared/contract/capture.ts'
import { accessionList } from '../../../shared/contract/intake.ts'
import { recordPage } from '../../../shared/contract/record.ts'
import { openTestArchive } from '../../support/archive.ts'
import { muniment } from '../../support/command-line.ts'
import { type FeedServer, feedServer } from '../../support/feed-server.ts'
import { packageOf, readWacz } from '../../support/wacz.ts'

let city: FeedServer
let desk: string
/** The package as the vault keeps it. */
let sealed: Buffer
/** A record that the capture shows. */
let record: string

const run = (...args: readonly string[]) => muniment(desk, ...args, '--as', 'clerk')
const save = (file: string, ...more: readonly string[]) => run('captured', 'save', '1', '--out', file, ...more)
const written = (file: string) => existsSync(join(desk, file))

beforeAll(async () => {
  city = await feedServer()
  const at = Date.UTC(2026, 0, 1)
  city.items.push({ id: 'n', title: 'Pool', words: 'It opens at nine.', at, sound: null, hidden: false })
  const made = await openTestArchive()
  desk = dirname(made.folder)
  const scope = { address: `${city.origin}/rss.xml` }
  await made.run(captureRun, { account: made.account, way: 'feed', scope })
  const { rows } = await made.call(recordPage, { search: 'nine', before: null, limit: 2, live: false })
  record = String(rows[0]?.id)
  const [{ packages = [] } = {}] = await made.call(accessionList, {})
  sealed = readFileSync(packageOf(made.folder, packages[0]?.id ?? ''))
  await made.archive.close()
})
afterAll(async () => {
  await city.close()
  rmSync(desk, { recursive: true, force: true })
})

test('is its package byte for byte, whole for other programs', async () => {
  const { code, out } = await save('one.wacz')
  expect([code, out]).toEqual([0, expect.stringMatching(/^one\.wacz is written, .*\.\n$/)])
  expect(readFileSync(join(desk, 'one.wacz')).equals(sealed)).toBe(true)
  expect((await readWacz(join(desk, 'one.wacz'))).faults).toEqual([])
})

test('is never written over another file', async () => {
  writeFileSync(join(desk, 'mine.wacz'), 'mine')
  const { code, err } = await save('mine.wacz')
  expect([code, err]).toEqual([1, expect.stringContaining('mine.wacz')])
  expect(readFileSync(join(desk, 'mine.wacz'), 'utf8')).toBe('mine')
})

test('is a known copy of every record that it shows', async () => {
  const { out } = await run('show', record, '--copies')
  expect(out).toContain('a capture that was saved')
  expect(out).toContain('one.wacz')
})

test('is saved on purpose only while it shows a restricted record, and the ledger says so', async () => {
  await run('restrict', 'place', record, '--ground', 'juvenile', '--reason', 'A minor')
  const { code, err } = await save('two.wacz')
  expect([code, err]).toEqual([1, expect.stringContaining('opened on purpose')])
  expect(written('two.wacz')).toBe(false)
  expect((await save('two.wacz', '--restricted')).code).toBe(0)
  expect(readFileSync(join(desk, 'two.wacz')).equals(sealed)).toBe(true)
  expect((await run('ledger')).out).toContain('capture.open')
})

test('is refused while it shows a locked record, whatever is asked', async () => {
  await run('lock', 'place', record, '--basis', 'court-sealed', '--reason', 'Order in Doe v. City')
  for (const more of [[], ['--restricted']]) {
    const { code, err } = await save('three.wacz', ...more)
    expect([code, err]).toEqual([1, expect.stringContaining('holds a record that is locked')])
  }
  expect(written('three.wacz')).toBe(false)
})
