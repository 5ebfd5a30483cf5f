// A capture that is saved outside the vault, at the command line: the very bytes of its package, never over another file, and only where it may be shown.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { muniment } from '../../support/command-line.ts'
import { type FeedServer, feedServer } from '../../support/feed-server.ts'
import { readWacz } from '../../support/wacz.ts'

let city: FeedServer
let desk: string
/** The package as the vault keeps it. */
let sealed: Buffer
/** A record that the capture shows. */
let record: string

const run = (...args: readonly string[]) => muniment(desk, ...args, '--as', 'pat')
const save = (file: string, ...more: readonly string[]) => run('captured', 'save', '1', '--out', file, ...more)
const written = (file: string) => existsSync(join(desk, file))
const Rows = z.object({ rows: z.array(z.object({ id: z.number() })) })

beforeAll(async () => {
  city = await feedServer()
  city.items.push({
    id: 'n',
    title: 'Pool',
    words: 'It opens at nine.',
    at: Date.UTC(2026, 0, 1),
    sound: null,
    hidden: false,
  })
  desk = mkdtempSync(join(tmpdir(), 'muniment-saved-'))
  await muniment(desk, 'init', 'City.muniment', '--city', 'City of Alder Bay')
  await muniment(desk, 'people', 'add', 'pat', '--name', 'Pat Moreno', '--role', 'records-clerk')
  await run('accounts', 'add', '--platform', 'podcast', '--handle', 'alderbay')
  const captured = await run('capture', `${city.origin}/rss.xml`, '--account', 'alderbay')
  expect([captured.code, captured.err]).toEqual([0, expect.not.stringContaining('refused')])
  const packages = join(desk, 'City.muniment', 'packages')
  const [id = ''] = readdirSync(packages)
  sealed = readFileSync(join(packages, id, 'package.zip'))
  record = String(Rows.parse(JSON.parse((await run('records', '--search', 'nine', '--json')).out)).rows[0]?.id)
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
