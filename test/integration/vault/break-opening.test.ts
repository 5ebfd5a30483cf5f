// A vault that something happened to: it is opened, or refused in words, and nothing that was received is lost.
import {
  copyFileSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { smallExport } from '../../fixtures/x/small.ts'
import { muniment } from '../../support/command-line.ts'

const PAGE = 8192

let desk: string
let vault: string
let kept: string
const catalog = () => join(vault, 'catalog.sqlite')
const run = (...args: readonly string[]) => muniment(desk, ...args, '--vault', vault)
const packages = () => readdirSync(join(vault, 'packages'))

beforeAll(async () => {
  desk = mkdtempSync(join(tmpdir(), 'muniment-break-'))
  vault = join(desk, 'City.muniment')
  kept = join(desk, 'kept.sqlite')
  await muniment(desk, 'init', vault, '--city', 'City of Alder Bay')
  const { path } = await smallExport(join(desk, 'export'), { tweets: 5 })
  expect(await run('import', path, '--account', 'AlderBayCity', '--create-account')).toMatchObject({ code: 0 })
  copyFileSync(catalog(), kept)
})
beforeEach(() => copyFileSync(kept, catalog()))
afterAll(() => rmSync(desk, { recursive: true, force: true }))

test.each([
  ['missing', () => rmSync(catalog())],
  ['empty', () => truncateSync(catalog())],
])('a catalog that is %s is asked back; the packages stay', async (state, lose) => {
  const before = packages()
  lose()
  const { code, err } = await run('summary')
  expect(code).toBe(1)
  expect(err).toContain(`is ${state}, but the packages that it described are there`)
  expect(packages()).toEqual(before)
  copyFileSync(kept, catalog())
  expect(await run('verify')).toMatchObject({ code: 0 })
})

test('a catalog with overwritten pages is called damaged', async () => {
  const file = openSync(catalog(), 'r+')
  writeSync(file, Buffer.alloc(20 * PAGE, 0xa5), 0, 20 * PAGE, PAGE)
  const { code, err } = await run('summary')
  expect(code).toBe(1)
  expect(err).toContain('is damaged')
  expect(err).not.toContain('did not foresee')
})

test('a lock file of something else is named, not taken for another Muniment', async () => {
  writeFileSync(join(vault, 'lock.sqlite'), Buffer.alloc(5000, 0xa5))
  const { code, err } = await run('summary')
  expect(code).toBe(1)
  expect(err).toContain('delete that one file')
  rmSync(join(vault, 'lock.sqlite'))
  expect(await run('verify')).toMatchObject({ code: 0 })
})

test('a vault that cannot be made leaves nothing behind and says why', async () => {
  writeFileSync(join(desk, 'a-file'), 'x')
  const onFile = await muniment(desk, 'init', 'a-file', '--city', 'City of Alder Bay')
  expect([onFile.code, onFile.err]).toEqual([1, expect.stringContaining('is a file. Nothing was changed')])
  const below = await muniment(desk, 'init', 'a-file/vault', '--city', 'City of Alder Bay')
  expect([below.code, below.err]).toEqual([1, expect.stringContaining('No vault could be made')])
  expect(readdirSync(desk).filter((name) => name.endsWith('.part'))).toEqual([])
})
