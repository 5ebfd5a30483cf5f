// What a clerk can rely on when an X export is imported.
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  accessionList,
  accessionReconciliation,
  intakeImport,
  intakeRecognise,
} from '../../../shared/contract/intake.ts'
import { jobCancel, jobList, jobResume, jobUndo } from '../../../shared/contract/job.ts'
import { recordOutline, recordPage, recordShow, recordSource, recordThread } from '../../../shared/contract/record.ts'
import { vaultSummary, vaultVerify } from '../../../shared/contract/vault.ts'
import { AccountId } from '../../../shared/domain/id.ts'
import type { RecordRow } from '../../../shared/domain/record/record.ts'
import { demoExports } from '../../fixtures/x/demo.ts'
import type { Written } from '../../fixtures/x/export.ts'
import { hostileExport } from '../../fixtures/x/hostile.ts'
import { millionTweets } from '../../fixtures/x/million.ts'
import { multiPartExport, smallExport } from '../../fixtures/x/small.ts'
import { openTestArchive, type TestArchive } from '../../support/archive.ts'

let folder = ''
let demo: { first: Written; second: Written }
const open: TestArchive[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'muniment-import-'))
  demo = await demoExports(join(folder, 'demo'), 7)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

const vault = async () => {
  const opened = await openTestArchive()
  open.push(opened)
  return opened
}
const input = ({ archive, account }: TestArchive, ...paths: string[]) => ({
  sources: paths.map((path) => archive.grant(path, 'read').grant),
  account,
  platform: null,
})
const importInto = (one: TestArchive, ...paths: string[]) => one.run(intakeImport, input(one, ...paths))
const found = async ({ call }: TestArchive, search: string) =>
  (await call(recordOutline, { search, every: 500, live: false })).total
const reconciliationOf = async (one: TestArchive, accession: number) => {
  const { call } = one
  const list = await call(accessionList, {})
  const id = list.find((entry) => entry.id === accession)?.id
  if (id === undefined) throw new Error('no such accession')
  const document = await call(accessionReconciliation, { accession: id })
  if (document === null) throw new Error('no reconciliation')
  return document
}

describe('an X export', () => {
  it('is recognised by its structure, with its owner and its date', async () => {
    const { archive, call } = await vault()
    const sources = [archive.grant(demo.first.path, 'read').grant]
    const { recognitions, refusals } = await call(intakeRecognise, { sources })
    expect(refusals).toEqual([])
    expect(recognitions[0]).toMatchObject({
      platform: 'x',
      ownerHandle: demo.first.facts.userName,
      ownerNativeId: demo.first.facts.accountId,
    })
    expect(recognitions[0]?.confidence).toBeGreaterThan(0.8)
  })

  it('is stored whole: every post, message and like that the export holds, and nothing unexplained', async () => {
    const one = await vault()
    const { accession, unexplained } = await importInto(one, demo.first.path)
    const { facts } = demo.first
    const document = await reconciliationOf(one, accession)
    expect(document.lines.filter((line) => (line.difference ?? 0) !== 0)).toEqual([])
    expect(unexplained).toBe(0)
    expect(await found(one, 'kind:post OR kind:reply OR kind:repost')).toBe(facts.posts.length)
    expect(await found(one, 'kind:message')).toBe(facts.messages.length)
    expect(await found(one, 'kind:like')).toBe(facts.likedIds.length)
    expect(await found(one, 'deleted')).toBe(facts.posts.filter((post) => post.kind === 'deleted').length)
    const { totals, media } = document
    const passedOver = totals.passedOver + totals.failed + totals.merged + totals.same + totals.versions + totals.stored
    expect(passedOver).toBe(totals.read)
    expect(media.missing).toBe(0)
    expect((await one.run(vaultVerify, {})).findings).toEqual([])
  })

  it('gives back each text in full, notes joined, entities decoded once, with its media and its exact source', async () => {
    const one = await vault()
    await importInto(one, demo.first.path)
    const { facts } = demo.first
    const rows = await allRows(one)
    const details = await Promise.all(rows.map(({ id }) => one.call(recordShow, { id })))
    const byNative = new Map(
      details.map((record) => [`${record.kind === 'message' ? 'm' : 'p'}${record.nativeId}`, record]),
    )
    for (const post of facts.posts) {
      const record = byNative.get(`p${post.id}`)
      const note = facts.notes.find((candidate) => candidate.tweetId === post.id)
      expect(record?.versions[0]?.text).toBe(note?.text ?? post.text)
      expect(record?.at).toBe(Date.parse(post.createdAt))
      expect(record?.versions[0]?.media.map((media) => media.digest)).toEqual(post.media.map((media) => media.sha256))
    }
    const withNote = facts.posts.find((post) => post.noteId !== undefined)
    const record = byNative.get(`p${withNote?.id}`)
    if (!record) throw new Error('a note was not stored')
    const source = await one.call(recordSource, { id: record.id, version: 1 })
    expect(source.map((fragment) => fragment.role)).toEqual(['item', 'note'])
    expect(source[0]?.text).toContain(withNote?.id)
  })

  it('adds nothing when the same archive is imported twice', async () => {
    const one = await vault()
    await importInto(one, demo.first.path)
    const before = await one.call(vaultSummary, {})
    const again = await importInto(one, demo.first.path)
    const after = await one.call(vaultSummary, {})
    expect({ ...after.counts, accessions: 1, ledger: 0 }).toEqual({ ...before.counts, accessions: 1, ledger: 0 })
    const { totals } = await reconciliationOf(one, again.accession)
    expect([totals.stored, totals.versions]).toEqual([0, 0])
    expect((await one.run(vaultVerify, {})).findings).toEqual([])
  })

  it('adds versions only where the content changed, and says what the first held and the second does not', async () => {
    const one = await vault()
    await importInto(one, demo.first.path)
    const { accession } = await importInto(one, demo.second.path)
    const { changes } = demo.second.facts
    if (!changes) throw new Error('the second export says what changed')
    const edited = await one.call(recordPage, { search: 'edited', before: null, limit: 500, live: false })
    const details = await Promise.all(edited.rows.map(({ id }) => one.call(recordShow, { id })))
    const changed = [...new Set([...changes.textChanged, ...changes.editHistoryChanged])].sort()
    expect(details.map((record) => record.nativeId).sort()).toEqual(changed)
    const { comparison } = await reconciliationOf(one, accession)
    const gone = changes.gone.filter((id) => !changes.deletedSince.includes(id))
    expect(comparison?.notSeen).toBe(gone.length)
    const deleted = [...demo.first.facts.posts, ...demo.second.facts.posts].filter((post) => post.kind === 'deleted')
    expect(await found(one, 'deleted')).toBe(new Set(deleted.map((post) => post.id)).size)
    expect((await one.run(vaultVerify, {})).findings).toEqual([])
  })

  it('keeps threads and conversations together', async () => {
    const one = await vault()
    await importInto(one, demo.first.path)
    const [thread] = demo.first.facts.threads
    const page = await one.call(recordPage, { search: 'kind:reply', before: null, limit: 500, live: false })
    const details = await Promise.all(page.rows.map(({ id }) => one.call(recordShow, { id })))
    const member = details.find((record) => thread?.includes(record.nativeId))
    if (!member) throw new Error('the thread was not stored')
    const around = await one.call(recordThread, { id: member.id, limit: 100 })
    expect(around.length).toBeGreaterThanOrEqual(thread?.length ?? 0)
  })
})

describe('exports of every shape', () => {
  it.each([
    ['of 2019, files at the root', { era: '2019-root' as const }],
    ['of 2020', { era: '2020' as const }],
    ['in two files of posts', { parts: 2 }],
    ['without a manifest', { manifest: 'missing' as const }],
    ['inside another folder', { folder: 'my old export' }],
    ['with a byte order mark and semicolons', { bom: true, semicolon: true }],
  ])('%s are read whole', async (name, options) => {
    const one = await vault()
    const { path, facts } = await smallExport(join(folder, name.replaceAll(/\W+/g, '-')), { tweets: 30, ...options })
    const { unexplained } = await importInto(one, path)
    expect(unexplained).toBe(0)
    expect(await found(one, 'kind:post OR kind:reply OR kind:repost')).toBe(facts.posts.length)
  })

  it('whose manifest claims more than there is end in an unexplained difference', async () => {
    const one = await vault()
    const { path } = await smallExport(join(folder, 'lying'), { manifest: 'lying' })
    const { unexplained } = await importInto(one, path)
    expect(unexplained).toBeGreaterThan(0)
  })

  it('with one broken file are read but for that file, which is named', async () => {
    const one = await vault()
    const { path } = await smallExport(join(folder, 'malformed'), { tweets: 20, malformed: 'like' })
    const { accession } = await importInto(one, path)
    const { findings } = await reconciliationOf(one, accession)
    expect(findings.map((finding) => finding.file).join(' ')).toContain('like')
    expect(await found(one, 'kind:post OR kind:reply OR kind:repost')).toBeGreaterThan(15)
  })

  it('in several parts are one tree, with media of one part for posts of another', async () => {
    const one = await vault()
    const { paths } = await multiPartExport(join(folder, 'parts'))
    const { accession } = await importInto(one, ...paths)
    expect((await reconciliationOf(one, accession)).media.missing).toBe(0)
    expect((await one.run(vaultVerify, {})).findings).toEqual([])
  })

  it('full of hostile text and media are stored as they are and verify', async () => {
    const one = await vault()
    const { path } = await hostileExport(join(folder, 'hostile'))
    await importInto(one, path)
    expect(await found(one, '')).toBeGreaterThan(30)
    expect((await one.run(vaultVerify, {})).findings).toEqual([])
  })
})

describe('an import that does not go well', () => {
  it('refuses what is no export, and keeps nothing of it', async () => {
    const one = await vault()
    const path = join(folder, 'letter.zip')
    writeFileSync(path, 'Dear clerk, this is not a ZIP file.')
    const job = await one.start(intakeImport, input(one, path))
    expect(job).toMatchObject({ state: 'failed', problem: { code: 'PACKAGE_REFUSED' } })
    expect((await one.call(vaultSummary, {})).counts).toMatchObject({ accessions: 0, records: 0 })
    expect((await one.run(vaultVerify, {})).findings).toEqual([])
  })

  it('refuses a truncated archive by name', async () => {
    const one = await vault()
    const path = join(folder, 'cut.zip')
    writeFileSync(path, readFileSync(demo.first.path))
    truncateSync(path, readFileSync(path).length - 500)
    const job = await one.start(intakeImport, input(one, path))
    expect(job.problem?.sentence).toContain('cut.zip')
    expect((await one.run(vaultVerify, {})).findings).toEqual([])
  })

  it('refuses an account that is not in the register', async () => {
    const one = await vault()
    const unknown = { ...input(one, demo.first.path), account: AccountId.parse(99) }
    expect(await one.start(intakeImport, unknown)).toMatchObject({
      state: 'failed',
      problem: { code: 'ACCOUNT_UNKNOWN' },
    })
  })

  it('is cancelled, resumed to the same content, or undone without a trace', async () => {
    const big = join(folder, 'many.zip')
    await millionTweets(big, 12_000)
    const one = await vault()
    const empty = await one.call(vaultSummary, {})
    const cancelled = await cancelMidway(one, big)
    expect(cancelled.state).toBe('cancelled')
    expect(cancelled).toMatchObject({ resumable: true, undoable: true })
    await one.call(jobUndo, { id: cancelled.id })
    await settled(one)
    expect((await one.call(vaultSummary, {})).counts.records).toBe(0)
    expect((await one.call(vaultSummary, {})).counts.objects).toBe(empty.counts.objects)
    expect((await one.run(vaultVerify, {})).findings).toEqual([])

    const second = await cancelMidway(one, big)
    await one.call(jobResume, { id: second.id })
    await settled(one)
    expect(await found(one, '')).toBe(12_000)
    expect((await one.run(vaultVerify, {})).findings).toEqual([])
  })
})

async function allRows({ call }: TestArchive): Promise<RecordRow[]> {
  const rows: RecordRow[] = []
  for (;;) {
    const page = await call(recordPage, { search: '', before: rows.at(-1)?.id ?? null, limit: 500, live: false })
    rows.push(...page.rows)
    if (page.rows.length < 500) return rows
  }
}

async function cancelMidway(one: TestArchive, path: string) {
  const ending = one.start(intakeImport, input(one, path))
  for (;;) {
    const newest = (await one.call(jobList, { limit: 1 })).find((job) => job.kind === intakeImport.name)
    if (newest?.state === 'running' && newest.stage === 'reading' && newest.done > 0) {
      await one.call(jobCancel, { id: newest.id })
      return ending
    }
  }
}

async function settled({ call }: TestArchive): Promise<void> {
  for (;;) {
    const jobs = await call(jobList, { limit: 20 })
    if (jobs.every((job) => job.state !== 'running' && job.state !== 'queued')) return
  }
}
