// At the command line: a request is searched and its statement stored and printed, a narrower search suggested, fees drawn up, its hold told.
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { intakeImport } from '../../../shared/contract/intake.ts'
import { requestOpen } from '../../../shared/contract/request.ts'
import { RequestId } from '../../../shared/domain/id.ts'
import { LocalDate } from '../../../shared/domain/time.ts'
import { rawZip } from '../../fixtures/zip/raw-zip.ts'
import { openTestArchive } from '../../support/archive.ts'
import { muniment } from '../../support/command-line.ts'
import { post, xFiles } from '../../support/x-files.ts'

let desk: string
let vault: string
const run = (...args: readonly string[]) => muniment(desk, ...args, '--vault', vault)
const json = (name: string, value: unknown) => writeFileSync(join(desk, name), JSON.stringify(value))
const as = ['--as', 'clerk']
const search = { search: 'storm', accounts: [], from: null, to: null, kinds: [], families: [] }

beforeAll(async () => {
  desk = mkdtempSync(join(tmpdir(), 'muniment-cli-search-'))
  const files = Object.entries(xFiles([post(0, 'Storm drains'), post(1, 'The ferry'), post(2, 'A storm again')]))
  const path = join(desk, 'x.zip')
  writeFileSync(path, rawZip(files.map(([name, data]) => ({ name, data, method: 8 }))))
  const made = await openTestArchive()
  vault = made.folder
  const sources = [made.archive.grant(path, 'read').grant]
  await made.run(intakeImport, { sources, account: made.account, platform: null })
  await made.call(requestOpen, {
    ...{ id: RequestId.parse('26-1'), receivedOn: LocalDate.parse('2026-11-20'), channel: 'email', requester: '' },
    ...{ text: 'Storm', immediateDisclosure: false, accounts: [], from: null, to: null, search: 'ferry' },
  })
  await made.archive.close()
})
afterAll(() => {
  rmSync(desk, { recursive: true, force: true })
  rmSync(dirname(vault), { recursive: true, force: true })
})

test('searches are settled, a line is answered, and the statement is stored, printed and its hit list checked', async () => {
  json('searches.json', [search, { ...search, search: 'ferry' }])
  expect((await run('search', 'save', '26-1', 'searches.json', ...as)).out).toContain('Request 26-1 has 2 searches.')
  const { now } = JSON.parse((await run('search', 'show', '26-1', '--json')).out)
  expect(now).toMatchObject({ responsive: 3, searches: [{ found: 2 }, { found: 1 }] })
  for (const { key, settled } of now.lines) {
    if (settled) continue
    const answer = ['search', 'answer', '26-1', key, '--answer', 'The liaison says that nothing came since.', ...as]
    expect((await run(...answer)).out).toContain(`${key} is answered.`)
  }
  expect((await run('search', 'state', '26-1', ...as)).out).toMatch(
    /Statement 1: 3 records found, every line is answered/,
  )
  const shown = (await run('search', 'show', '26-1')).out
  expect(shown).toContain('Statement 1 is current.')
  expect(shown).toMatch(/files:unread +answered +3 files/)
  expect((await run('search', 'print', '26-1', '--out', 'statement.pdf')).out).toContain('statement.pdf: 2 pages.')
  expect((await run('search', 'hits', '26-1', '--out', 'hits.txt')).code).toBe(0)
  const digest = createHash('sha256')
    .update(readFileSync(join(desk, 'hits.txt')))
    .digest('hex')
  expect(digest).toBe(now.hitList)
})

test('a record is left out by hand and the statement is not current any more', async () => {
  const [record = ''] = readFileSync(join(desk, 'hits.txt'), 'utf8').split(' ')
  const pick = ['search', 'pick', '26-1', record, '--act', 'removed', '--reason', 'Another storm', ...as]
  expect((await run(...pick)).out).toContain('1 record removed.')
  expect((await run('search', 'show', '26-1')).out).toContain('Statement 1 is not current any more.')
})

test('personal accounts, narrower searches, fees and the hold are told', async () => {
  const said = {
    person: 'Lee Ortiz',
    title: '',
    accounts: '@lee on X',
    askedOn: '2026-11-20',
    instead: '',
    declaration: null,
  }
  json('lee.json', said)
  expect((await run('search', 'personal', '26-1', 'lee.json', ...as)).out).toContain('Personal search 1 was entered.')
  json('narrow.json', search)
  const suggest = ['request', 'suggest', '26-1', 'narrow.json', '--words', 'Posts about the storm', ...as]
  expect((await run(...suggest)).out).toContain('Suggestion 1 reaches 2 records; the request as it stands reaches 1.')
  expect((await run('request', 'assist', '26-1')).out).toContain('1: Posts about the storm (2)')
  json('copies.json', [{ line: 0, quantity: 2 }])
  const refused = await run('fee', 'draft', '26-1', 'copies.json', ...as)
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('No fee schedule of the City is in force')])
  expect((await run('request', 'hold', '26-1')).out).toContain('It holds its accounts and period: 3 records frozen.')
})

test('a letter is written as DOCX', async () => {
  await run('letter', 'draft', '26-1', 'assistance', ...as)
  expect((await run('letter', 'docx', '1', '--out', 'help.docx', ...as)).out).toContain('help.docx: SHA-256 ')
  expect(readFileSync(join(desk, 'help.docx')).subarray(0, 2).toString()).toBe('PK')
})
