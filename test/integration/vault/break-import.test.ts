// Exports that are not what they should be: refused in words with nothing kept, or read all the same.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { accessionList, intakeImport } from '../../../shared/contract/intake.ts'
import { recordOutline } from '../../../shared/contract/record.ts'
import { PlatformName } from '../../../shared/domain/account/account.ts'
import { writeZip } from '../../fixtures/x/zip.ts'
import { openTestArchive, type TestArchive } from '../../support/archive.ts'

let desk: string
const open: TestArchive[] = []

beforeAll(() => {
  desk = mkdtempSync(join(tmpdir(), 'muniment-break-'))
})
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})
afterAll(() => rmSync(desk, { recursive: true, force: true }))

async function vault(): Promise<TestArchive> {
  const opened = await openTestArchive()
  open.push(opened)
  return opened
}

async function archiveOf(name: string, entries: Readonly<Record<string, string>>): Promise<string> {
  const path = join(desk, `${name}.zip`)
  await writeZip(
    path,
    Object.entries(entries).map(([member, data]) => ({ name: member, data })),
  )
  return path
}

test('a package without one file of the platform that was said is refused, and nothing is kept', async () => {
  const one = await vault()
  const path = await archiveOf('holiday', { 'beach.txt': 'sand', 'posts/1.json': '{"posts":[]}' })
  const sources = [one.archive.grant(path, 'read').grant]
  const job = await one.start(intakeImport, { sources, account: one.account, platform: PlatformName.parse('x') })
  expect([job.state, job.problem?.code]).toEqual(['failed', 'NOT_RECOGNISED'])
  expect(await one.call(accessionList, {})).toEqual([])
  expect(readdirSync(join(one.folder, 'packages'))).toEqual([])
})

const post = JSON.stringify([
  {
    tweet: {
      id_str: '1724551110456246272',
      created_at: 'Tue Nov 14 22:13:20 +0000 2023',
      full_text: 'The library opens at nine.',
    },
  },
])

test.each([
  ['no space at all', 'window.YTD.tweets.part0='],
  ['spaces everywhere', '\r\n\t window . YTD . tweets . part0 \r\n=\r\n\t'],
  ['a no-break space', 'window.YTD.tweets.part0 =\u00a0'],
  ['a form feed and a line separator', 'window.YTD.tweets.part0 =\f\u2028'],
])('the beginning of a data file may have %s', async (name, beginning) => {
  const one = await vault()
  const path = await archiveOf(name, { 'data/tweets.js': `${beginning}${post}` })
  const sources = [one.archive.grant(path, 'read').grant]
  await one.run(intakeImport, { sources, account: one.account, platform: PlatformName.parse('x') })
  expect((await one.call(recordOutline, { search: 'library', every: 500, live: false })).total).toBe(1)
})
