// What a clerk can rely on when exports come in an odd order, twice, mixed up, or are given up half-way.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  accessionList,
  accessionReconciliation,
  intakeImport,
  intakeRecognise,
} from '../../../shared/contract/intake.ts'
import { jobCancel, jobList, jobUndo } from '../../../shared/contract/job.ts'
import { accountAdd } from '../../../shared/contract/people.ts'
import { recordOutline, recordPage, recordSource } from '../../../shared/contract/record.ts'
import { vaultSummary, vaultVerify } from '../../../shared/contract/vault.ts'
import { PlatformName } from '../../../shared/domain/account/account.ts'
import type { AccountId } from '../../../shared/domain/id.ts'
import { demoExports } from '../../fixtures/x/demo.ts'
import type { Written } from '../../fixtures/x/export.ts'
import { smallExport } from '../../fixtures/x/small.ts'
import { rawZip } from '../../fixtures/zip/raw-zip.ts'
import { openTestArchive, type TestArchive } from '../../support/archive.ts'

let folder = ''
let demo: { first: Written; second: Written }
const open: TestArchive[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'muniment-odd-'))
  demo = await demoExports(join(folder, 'demo'), 7)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

async function vault(): Promise<TestArchive> {
  const opened = await openTestArchive()
  open.push(opened)
  return opened
}
function input({ archive, account }: TestArchive, paths: readonly string[], into: AccountId = account) {
  return { sources: paths.map((path) => archive.grant(path, 'read').grant), account: into, platform: null }
}
const importInto = (one: TestArchive, ...paths: string[]) => one.run(intakeImport, input(one, paths))
const found = async ({ call }: TestArchive, search: string) =>
  (await call(recordOutline, { search, every: 500, live: false })).total
const problems = async (one: TestArchive) => (await one.run(vaultVerify, {})).findings

async function reconciliationOf({ call }: TestArchive, accession: number) {
  const id = (await call(accessionList, {})).find((entry) => entry.id === accession)?.id
  const document = id === undefined ? null : await call(accessionReconciliation, { accession: id })
  if (document === null) throw new Error('no reconciliation')
  return document
}

describe('an export', () => {
  it('that holds no records is taken in all the same, and does not make earlier records look gone', async () => {
    const one = await vault()
    await importInto(one, demo.first.path)
    const account = {
      email: 'city@example.org',
      username: 'AlderBayCity',
      accountId: '1',
      createdAt: '',
      accountDisplayName: '',
    }
    const path = join(folder, 'account-only.zip')
    const members = [
      { name: 'account.js', data: `window.YTD.account.part0 = ${JSON.stringify([{ account }])}` },
      { name: 'follower.js', data: 'window.YTD.follower.part0 = [ {"follower": {"accountId": "2"}} ]' },
    ]
    writeFileSync(path, rawZip(members))
    const { accession } = await importInto(one, path)
    const { lines, comparison } = await reconciliationOf(one, accession)
    expect(lines.map(({ file, status }) => [file, status])).toEqual([
      ['account.js', 'kept-unread'],
      ['follower.js', 'left-out'],
    ])
    expect(comparison).toBeNull()
  })
})

describe('files chosen together', () => {
  it('that are two exports are refused in words, and nothing is kept', async () => {
    const one = await vault()
    const { sources } = input(one, [demo.first.path, demo.second.path])
    const { refusals } = await one.call(intakeRecognise, { sources })
    expect(refusals.join()).toContain('These are two exports')
    const job = await one.start(intakeImport, input(one, [demo.first.path, demo.second.path]))
    expect(job).toMatchObject({ state: 'failed', problem: { code: 'PACKAGE_REFUSED' } })
    expect(job.problem?.sentence).toContain('import them one after the other')
    expect((await one.call(vaultSummary, {})).counts).toMatchObject({ accessions: 0, records: 0, objects: 0 })
    expect(await problems(one)).toEqual([])
  })

  it('that are the same export twice are stored once, long texts too', async () => {
    const one = await vault()
    const copy = join(folder, 'copy.zip')
    copyFileSync(demo.first.path, copy)
    const { accession } = await importInto(one, demo.first.path, copy)
    const { facts } = demo.first
    expect(await found(one, 'kind:post OR kind:reply OR kind:repost')).toBe(facts.posts.length)
    expect((await reconciliationOf(one, accession)).totals.versions).toBe(0)
    expect(await problems(one)).toEqual([])
  })

  it('that are parts whose files overlap are stored once', async () => {
    const one = await vault()
    // As many files as posts: every post but the first stands twice, the one with a long text too.
    const { path, facts } = await smallExport(join(folder, 'overlap'), { tweets: 20, parts: 20, duplicateIds: true })
    const { accession } = await importInto(one, path)
    expect(await found(one, 'kind:post OR kind:reply OR kind:repost')).toBe(facts.posts.length)
    const tweets = (await reconciliationOf(one, accession)).lines.filter(({ type }) => type === 'tweets')
    expect(tweets.reduce((sum, { merged }) => sum + merged, 0)).toBe(19)
    expect(await problems(one)).toEqual([])
  })
})

describe('a long text that stands in two files of an export', () => {
  it('belongs once to its post, and every place where it stands is vouched for', async () => {
    const one = await vault()
    const short = { ...postJson(1).tweet, full_text: 'The council met for six hours…' }
    const path = handmade('notes', {
      0: [{ tweet: short }, postJson(2)],
      1: [{ tweet: { ...short, lang: 'en' } }, postJson(3)],
    })
    const core = { text: 'The council met for six hours on the budget.' }
    const note = {
      noteTweetId: '9',
      createdAt: '2013-03-05T12:35:53.000Z',
      updatedAt: '2013-03-05T12:35:53.000Z',
      core,
    }
    for (const part of [0, 1]) {
      const text = `window.YTD.note_tweet.part${part} = ${JSON.stringify([{ noteTweet: note }])}`
      writeFileSync(join(path, `data/note-tweet-part${part}.js`), text)
    }
    const { accession, unexplained } = await importInto(one, path)
    const { totals } = await reconciliationOf(one, accession)
    expect([totals.stored, totals.merged, totals.failed, unexplained]).toEqual([3, 3, 0, 0])
    const { rows } = await one.call(recordPage, { search: 'council', before: null, limit: 10, live: false })
    const sources = await Promise.all(rows.map(({ id }) => one.call(recordSource, { id, version: 1 })))
    expect(sources.map((fragments) => fragments.map(({ role }) => role))).toEqual([['item', 'note']])
    expect(await problems(one)).toEqual([])
  })
})

describe('parts that were made a minute apart', () => {
  it('are one export where they call themselves parts, and two where they do not', async () => {
    const one = await vault()
    const at = ['2026-03-01T10:00:00.000Z', '2026-03-01T10:01:00.000Z'] as const
    const whole = at.map((date, part) =>
      handmade(`whole ${part}`, { [part]: [postJson(part)] }, { date, partial: false }),
    )
    expect((await one.start(intakeImport, input(one, whole))).problem?.code).toBe('PACKAGE_REFUSED')
    const parts = at.map((date, part) =>
      handmade(`part ${part}`, { [part]: [postJson(part)] }, { date, partial: true }),
    )
    await importInto(one, ...parts)
    expect(await found(one, 'kind:post')).toBe(2)
  })
})

describe('findings of one kind', () => {
  it('are listed as far as anybody reads them, and counted', async () => {
    const one = await vault()
    const path = handmade('broken', { 0: Array.from({ length: 400 }, () => ({ tweet: {} })), 1: [postJson(1)] })
    for (let link = 0; link < 300; link += 1) symlinkSync('/nowhere', join(path, `link ${link}`))
    const { accession } = await importInto(one, path)
    const { findings, totals } = await reconciliationOf(one, accession)
    expect(totals.failed).toBe(400)
    const broken = findings.filter(({ code }) => code === 'post-without-id')
    const links = findings.filter(({ code }) => code === 'not-a-file')
    expect([broken.length, links.length]).toEqual([51, 51])
    expect(broken.at(-1)?.sentence).toBe('… and 350 more of this kind.')
    expect(links.at(-1)?.sentence).toBe('… and 250 more of this kind.')
  })
})

describe('an export made before one that is in the vault', () => {
  it('is compared with none that came after it, and the clerk is told', async () => {
    const one = await vault()
    const later = await importInto(one, demo.second.path)
    const { accession } = await importInto(one, demo.first.path)
    const { comparison, findings } = await reconciliationOf(one, accession)
    expect(comparison).toBeNull()
    expect(findings.filter(({ code }) => code === 'made-before')).toEqual([
      {
        code: 'made-before',
        file: null,
        position: null,
        sentence: expect.stringContaining(`accession ${later.accession}, made 2026-11-20`),
      },
    ])
    expect(await problems(one)).toEqual([])
  })

  it('does not change what a later one lacks', async () => {
    const one = await vault()
    const first = await importInto(one, demo.first.path)
    const { path } = await smallExport(join(folder, 'older'), { seed: 3 })
    const older = await importInto(one, path)
    const { accession } = await importInto(one, demo.second.path)
    const { changes } = demo.second.facts
    const gone = changes?.gone.filter((id) => !changes.deletedSince.includes(id)) ?? []
    expect((await reconciliationOf(one, older.accession)).comparison).toBeNull()
    const { comparison, findings } = await reconciliationOf(one, accession)
    expect(comparison?.against).toContain(`accession ${first.accession},`)
    expect([comparison?.notSeen, comparison?.notSeenSample.length]).toEqual([gone.length, gone.length])
    expect(findings.map(({ code }) => code)).not.toContain('made-before')
    const again = await importInto(one, demo.second.path)
    expect((await reconciliationOf(one, again.accession)).comparison).toMatchObject({ added: 0, notSeen: 0 })
  })
})

describe('an import that is undone', () => {
  it('leaves the media of another account that hold the same bytes', async () => {
    const one = await vault()
    const draft = { handle: 'AlderBayParks', name: 'Parks', department: 'Parks', liaison: '', nativeId: null }
    const other = (await one.call(accountAdd, { ...draft, platform: PlatformName.parse('x') })).id
    // The posts besides give the time to cancel.
    const posts = Array.from({ length: 20_000 }, (_, number) => postJson(number))
    const cancelled = await cancelAfterMedia(one, demo.first.path, handmade('more', { 1: posts }))
    await one.run(intakeImport, input(one, [demo.first.path], other))
    const { objects } = (await one.call(vaultSummary, {})).counts
    await one.call(jobUndo, { id: cancelled })
    await settled(one)
    expect((await one.call(accessionList, {})).map(({ state }) => state)).toEqual(['complete', 'undone'])
    expect((await one.call(vaultSummary, {})).counts.objects).toBe(objects)
    expect(await problems(one)).toEqual([])
  })
})

function postJson(number: number) {
  const created_at = 'Tue Mar 05 12:35:53 +0000 2013'
  return { tweet: { id_str: String(1000 + number), full_text: `Notice ${number}`, created_at } }
}

/** A folder with files of posts by part, and a list of contents where it is dated. Returns its path. */
function handmade(
  name: string,
  parts: Readonly<Record<number, readonly unknown[]>>,
  dated?: { readonly date: string; readonly partial: boolean },
): string {
  const path = join(folder, name)
  mkdirSync(join(path, 'data'), { recursive: true })
  for (const [part, posts] of Object.entries(parts)) {
    const text = `window.YTD.tweets.part${part} = ${JSON.stringify(posts)}`
    writeFileSync(join(path, `data/tweets-part${part}.js`), text)
  }
  if (dated === undefined) return path
  const archiveInfo = { generationDate: dated.date, isPartialArchive: dated.partial }
  const config = { userInfo: { accountId: '281104733', userName: 'AlderBayCity' }, archiveInfo, dataTypes: {} }
  writeFileSync(join(path, 'data/manifest.js'), `window.__THAR_CONFIG = ${JSON.stringify(config)}`)
  return path
}

/** Begins an import and cancels it once its media are in the vault. Returns the job. */
async function cancelAfterMedia(one: TestArchive, ...paths: string[]) {
  const ending = one.start(intakeImport, input(one, paths))
  for (;;) {
    const [newest] = await one.call(jobList, { limit: 1 })
    if (newest?.state === 'running' && newest.stage === 'reading') await one.call(jobCancel, { id: newest.id })
    if (newest && newest.state !== 'running' && newest.state !== 'queued') break
  }
  const job = await ending
  expect(job.state).toBe('cancelled')
  expect((await one.call(vaultSummary, {})).counts.objects).toBeGreaterThan(0)
  return job.id
}

async function settled({ call }: TestArchive): Promise<void> {
  for (;;) {
    const jobs = await call(jobList, { limit: 20 })
    if (jobs.every((job) => job.state !== 'running' && job.state !== 'queued')) return
  }
}
