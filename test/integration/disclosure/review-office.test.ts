// What a reviewer can rely on of documents of Office, where LibreOffice is installed: they are read page by page, and nothing that they point to is fetched.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { officeToPdf } from '../../../electron/core/disclosure/file-pages/office.ts'
import { renderedPages } from '../../../electron/core/disclosure/file-pages/render.ts'
import { filePagesMake, filePagesShow } from '../../../shared/contract/file-pages.ts'
import { intakeImport } from '../../../shared/contract/intake.ts'
import { accountAdd } from '../../../shared/contract/people.ts'
import { PlatformName } from '../../../shared/domain/account/account.ts'
import { Digest } from '../../../shared/domain/id.ts'
import { OTHER_SYSTEMS } from '../../../shared/domain/request/request-life.ts'
import { docx, pptx, xlsx } from '../../support/office-files.ts'
import { asked, closeReviews, posts } from '../../support/reviewed.ts'

const here = spawnSync('soffice', ['--version']).status === 0
if (!here) console.warn('Left out: documents of Office drawn by LibreOffice, which is not installed.')

const signal = new AbortController().signal
const fetched: string[] = []
const sender = createServer(({ url }, response) => {
  fetched.push(url ?? '')
  response.end()
})
let address = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => sender.listen(0, '127.0.0.1', resolve))
  const at = sender.address()
  if (at === null || typeof at === 'string') throw new Error('no port')
  address = `http://127.0.0.1:${at.port}/seen.png`
})
afterAll(async () => {
  sender.close()
  await closeReviews()
})

async function pagesOf(bytes: Buffer, ending: string): Promise<string[]> {
  const pdf = await officeToPdf(bytes, ending, signal)
  if (pdf === null) throw new Error(`no pages of the ${ending}`)
  const pages: string[] = []
  for await (const { words } of renderedPages(pdf, signal)) pages.push(words.map(({ text }) => text).join(' '))
  return pages
}

test.skipIf(!here)('workbooks and presentations are drawn; what a workbook hides is on no page', async () => {
  const cells = await pagesOf(xlsx(['Budget of the shelter', 'Fir Street'], 'Quokkason'), 'xlsx')
  expect(cells.join(' ')).toMatch(/Budget of the shelter.*Fir Street/)
  expect(cells.join(' ')).not.toContain('Quokkason')
  const slides = await pagesOf(pptx(['Opening the shelter', 'Thanks']), 'pptx')
  expect(slides).toEqual([expect.stringContaining('Opening the shelter'), expect.stringContaining('Thanks')])
})

test.skipIf(!here)('a text is looked through in the review, and its sender does not learn of it', async () => {
  const memo = docx(['Memorandum on the shelter', 'Ask María Quokkason'], address)
  const { vault, folder } = await asked(posts)
  const path = join(folder, 'memo.docx')
  writeFileSync(path, memo)
  const platform = PlatformName.parse(OTHER_SYSTEMS.platform)
  const draft = { name: '', department: '', liaison: '', nativeId: null }
  const account = (await vault.call(accountAdd, { ...OTHER_SYSTEMS, platform, ...draft })).id
  await vault.run(intakeImport, { sources: [vault.archive.grant(path, 'read').grant], account, platform })
  const file = Digest.parse(createHash('sha256').update(memo).digest('hex'))
  expect(await vault.run(filePagesMake, { file, name: 'memo.docx' })).toEqual({ pages: 1 })
  const { pages, made } = await vault.call(filePagesShow, { file })
  expect(pages[0]?.text.split('\n')).toEqual(
    expect.arrayContaining(['Memorandum on the shelter', 'Ask María Quokkason']),
  )
  expect(made).toMatchObject([{ kind: 'paper', how: 'LibreOffice' }])
  expect(fetched).toEqual([])
})

test('what is no document of Office is not guessed at', async () => {
  const plain = Buffer.from('{\\rtf1 A memorandum}')
  expect(await officeToPdf(plain, 'xyz', signal)).toBeNull()
  expect(await officeToPdf(plain, '', signal)).toBeNull()
})
