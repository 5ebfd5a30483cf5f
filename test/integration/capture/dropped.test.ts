// A capture that broke off and that nobody goes on with: what it had fetched is dropped, in the app's way and by the command line.
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { captureList, captureRun } from '../../../shared/contract/capture.ts'
import { captureSchedule, captureSchedules } from '../../../shared/contract/capture-schedule.ts'
import { accessionList } from '../../../shared/contract/intake.ts'
import { jobCancel, jobList, jobResume, jobShow, jobUndo } from '../../../shared/contract/job.ts'
import { ledgerPage } from '../../../shared/contract/ledger.ts'
import { recordPage } from '../../../shared/contract/record.ts'
import { vaultSummary, vaultVerify } from '../../../shared/contract/vault.ts'
import type { JobId } from '../../../shared/domain/id.ts'
import { Instant } from '../../../shared/domain/time.ts'
import { openTestArchive, type TestArchive } from '../../support/archive.ts'
import { muniment } from '../../support/command-line.ts'
import { type FeedServer, feedServer } from '../../support/feed-server.ts'
import { beginCapture, killedAt } from '../../support/killed-capture.ts'

const DAY = 86_400_000
const Noted = z.object({ notes: z.tuple([z.object({ files: z.number(), bytes: z.number() })]) })
let vault: TestArchive
let city: FeedServer
/** How often the sound was asked for that never comes, or comes later. */
let asked = 0
let comes = false

beforeAll(async () => {
  vault = await openTestArchive()
  city = await feedServer()
  for (const nth of [1, 2]) {
    const sound = `/sound/${nth}.mp3`
    const at = Date.UTC(2026, 0, nth, 12)
    city.items.push({ id: `news-${nth}`, title: `Notice ${nth}`, words: `Day ${nth}.`, at, sound, hidden: false })
    city.special.set(sound, (_request, response) => {
      if (nth === 1) asked += 1
      if (nth === 1 && !comes) return
      response.writeHead(200, { 'content-type': 'audio/mpeg' }).end(Buffer.alloc(4096, nth))
    })
  }
})
afterAll(async () => {
  await city.close()
  await vault.close()
})

const order = () => ({ account: vault.account, way: 'feed', scope: { address: `${city.origin}/rss.xml` } })
const staging = () => readdirSync(join(vault.folder, 'staging'))

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

/** Bytes of each file in a folder. */
function sizes(folder: string): number[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files.map(({ parentPath, name }) => statSync(join(parentPath, name)).size)
}

async function killed(): Promise<JobId> {
  const before = asked
  const job = await beginCapture(vault, order())
  vault = await killedAt(vault, job, () => expect(asked).toBe(before + 1))
  expect(staging()).toEqual([`capture-${job}`])
  return job
}

test('while it runs nothing of it can be dropped; interrupted, all that it fetched can, and it is told in words', async () => {
  await vault.call(captureSchedule, { ...order(), every: 'daily' })
  const job = await beginCapture(vault, order())
  await expect.poll(() => asked, { timeout: 30_000 }).toBe(1)
  expect(await vault.call(jobShow, { id: job })).toMatchObject({ state: 'running', droppable: false })
  await expect(vault.call(jobUndo, { id: job })).rejects.toThrow('waits or is at work. Nothing was taken back')
  expect(staging()).toEqual([`capture-${job}`])
  vault = await killedAt(vault, job, () => expect(asked).toBe(1))
  expect(await vault.call(jobShow, { id: job })).toMatchObject({ undoable: false, droppable: true })

  const had = sizes(join(vault.folder, 'staging', `capture-${job}`))
  expect(sum(had)).toBeGreaterThan(0)
  expect(await vault.call(jobUndo, { id: job })).toEqual({ operation: null })
  expect(staging()).toEqual([])
  const ended = await vault.call(jobShow, { id: job })
  expect(ended).toMatchObject({ state: 'cancelled', resumable: false, undoable: false, droppable: false })
  expect(ended.problem?.sentence).toContain('was dropped by a person')
  // No job was started that takes it back, and nothing waits for the clerk any more.
  expect((await vault.call(jobList, { limit: 20 })).map(({ id }) => id)).toEqual([job])
  expect((await vault.call(vaultSummary, {})).interrupted).toEqual([])
  const [capture] = await vault.call(captureList, {})
  const sentence = expect.stringContaining('what it had fetched was dropped')
  expect(capture).toMatchObject({ state: 'ended', outcome: 'dropped', sentence, accession: null, stop: null, items: 0 })

  const now = Instant.parse((capture?.startedAt ?? 0) + 2 * DAY)
  const [schedule] = await vault.call(captureSchedules, { now })
  expect(schedule).toMatchObject({ kept: null, overdue: true, gaps: [{ periods: 2, tried: capture?.id, sentence }] })
  const [entry] = await vault.call(ledgerPage, { before: null, limit: 1 })
  expect(entry).toMatchObject({ kind: 'job.undo', payload: { actor: 'clerk', notes: [{ job, capture: capture?.id }] } })
  expect(Noted.parse(entry?.payload).notes).toMatchObject([{ files: had.length, bytes: sum(had) }])
})

test('what was dropped is neither resumed nor dropped again, and goes at the next opening where it could not be removed', async () => {
  const [job] = (await vault.call(jobList, { limit: 20 })).map(({ id }) => id)
  if (job === undefined) throw new Error('there is no job')
  await expect(vault.call(jobResume, { id: job })).rejects.toThrow('cannot be taken up again')
  await expect(vault.call(jobUndo, { id: job })).rejects.toThrow('There is nothing to undo')
  const left = join(vault.folder, 'staging', `capture-${job}`)
  mkdirSync(left)
  writeFileSync(join(left, 'held-open'), 'by another program')
  vault = await vault.reopen()
  expect(existsSync(left)).toBe(false)
  expect((await vault.run(vaultVerify, {})).findings).toEqual([])
})

test('stopped while it waits to be gone on with, it waits as before; one that is stopped before anything came has ended', async () => {
  const job = await killed()
  let reached = 0
  city.special.set('/silent.xml', () => {
    reached += 1
  })
  const other = await beginCapture(vault, { ...order(), scope: { address: `${city.origin}/silent.xml` } })
  await expect.poll(() => reached, { timeout: 30_000 }).toBe(1)
  await vault.call(jobResume, { id: job })
  expect(await vault.call(jobShow, { id: job })).toMatchObject({ state: 'queued' })
  const captureOf = async (id: JobId) => (await vault.call(captureList, {})).find((one) => one.job === id)
  const stateOf = async (id: JobId) => (await vault.call(jobShow, { id })).state
  await vault.call(jobCancel, { id: job })
  await expect.poll(() => stateOf(job)).toBe('interrupted')
  expect(await vault.call(jobShow, { id: job })).toMatchObject({ resumable: true, droppable: true })
  expect(await captureOf(job)).toMatchObject({ state: 'interrupted', outcome: null })
  await vault.call(jobCancel, { id: other })
  await expect.poll(() => stateOf(other), { timeout: 30_000 }).toBe('cancelled')
  expect(await vault.call(jobShow, { id: other })).toMatchObject({ resumable: false, droppable: false })
  const sentence = 'It was stopped before anything came. Nothing of it is kept.'
  expect(await captureOf(other)).toMatchObject({ state: 'ended', outcome: 'nothing', sentence, stop: null })
  expect(staging()).toEqual([`capture-${job}`])
  await vault.call(jobUndo, { id: job })
  expect(await captureOf(job)).toMatchObject({ state: 'ended', outcome: 'dropped' })
})

test('the command line offers it, does it, and tells it', async () => {
  const job = await killed()
  const desk = dirname(vault.folder)
  await vault.archive.close()
  expect((await muniment(desk, 'jobs')).out).toContain('interrupted, can be resumed or dropped')
  const done = await muniment(desk, 'jobs', 'undo', job)
  expect(done).toMatchObject({ code: 0, out: expect.stringContaining(`What job ${job} had fetched is dropped.`) })
  expect(staging()).toEqual([])
  const [capture] = (await muniment(desk, 'captures')).out.split('\n').filter((line) => /\bdropped\b/.test(line))
  expect(capture).toContain('what it had fetched')
  const again = await muniment(desk, 'jobs', 'undo', job, '--json')
  expect(again.code).toBe(1)
  expect(JSON.parse(again.out).refusal.code).toBe('JOB_NOT_RESUMABLE')
})

test('the same can be captured anew, whole', async () => {
  comes = true
  vault = await openTestArchive({ folder: vault.folder })
  // One that was received is no matter of dropping.
  const job = await vault.start(captureRun, order())
  expect(job).toMatchObject({ state: 'succeeded', droppable: false, result: { outcome: 'complete', unexplained: 0 } })
  const { rows } = await vault.call(recordPage, { search: 'notice', before: null, limit: 20, live: false })
  expect(rows.map(({ nativeId }) => nativeId)).toEqual(['news-2', 'news-1'])
  expect(await vault.call(accessionList, {})).toHaveLength(1)
})
