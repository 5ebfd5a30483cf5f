// What a clerk can rely on when an export has a file an item, as Flickr's: it is read as one, stopped and taken up, and what is noted down a file goes with its end.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { intakeImport } from '../../../shared/contract/intake.ts'
import { jobCancel, jobList, jobResume, jobUndo } from '../../../shared/contract/job.ts'
import { vaultSummary, vaultVerify } from '../../../shared/contract/vault.ts'
import { largeExports, writeLarge } from '../../fixtures/large.ts'
import { openTestArchive, type TestArchive } from '../../support/archive.ts'

const PICTURES = 900
let folder = ''
let source = ''
let one: TestArchive
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'muniment-small-'))
  source = join(folder, 'flickr.zip')
  const made = largeExports.find(({ platform }) => platform === 'flickr')
  if (made === undefined) throw new Error('there is no builder of many small files')
  await writeLarge(source, made, PICTURES)
  one = await openTestArchive()
})
afterAll(async () => {
  await one.close()
  rmSync(folder, { recursive: true, force: true })
})

const input = () => ({ sources: [one.archive.grant(source, 'read').grant], account: one.account, platform: 'flickr' })
const ofCatalog = <Row>(sql: string) => {
  const db = new Database(join(one.folder, 'catalog.sqlite'), { readonly: true })
  try {
    return db.prepare<[], Row>(sql).all()
  } finally {
    db.close()
  }
}
const noted = () => ofCatalog<{ n: number }>('SELECT count(*) AS n FROM import_tally')[0]?.n
const reconciled = () =>
  ofCatalog<{ reconciliation: string }>("SELECT reconciliation FROM accession WHERE state = 'complete'")

async function stopMidway() {
  const ending = one.start(intakeImport, input())
  for (;;) {
    const [newest] = await one.call(jobList, { limit: 1 })
    if (newest?.state !== 'running' || newest.stage !== 'reading' || newest.done === 0) continue
    await one.call(jobCancel, { id: newest.id })
    return ending
  }
}

async function quiet(): Promise<void> {
  while ((await one.call(jobList, { limit: 20 })).some(({ state }) => state === 'running' || state === 'queued'));
}

it('is stopped between two files, and undone without a trace', async () => {
  const stopped = await stopMidway()
  expect(stopped.state).toBe('cancelled')
  const [row] = ofCatalog<{ checkpoint: string }>('SELECT checkpoint FROM job WHERE checkpoint IS NOT NULL')
  expect(noted()).toBeGreaterThan(0)
  // Where it stands does not grow with the files that were read.
  expect(row?.checkpoint.length).toBeLessThan(2000)
  await one.call(jobUndo, { id: stopped.id })
  await quiet()
  expect((await one.call(vaultSummary, {})).counts.records).toBe(0)
  expect(noted()).toBe(0)
})

it('is stopped, taken up, and ends in every picture once, counted to its file', async () => {
  const stopped = await stopMidway()
  await one.call(jobResume, { id: stopped.id })
  await quiet()
  expect((await one.call(vaultSummary, {})).counts.records).toBe(PICTURES + 1)
  const [row] = reconciled()
  const { lines, totals } = JSON.parse(row?.reconciliation ?? '{}')
  expect(totals).toMatchObject({ read: PICTURES + 1, stored: PICTURES + 1, unexplained: 0 })
  expect(lines.filter((line: { stored: number }) => line.stored === 1)).toHaveLength(PICTURES + 1)
  expect(noted()).toBe(0)
  expect((await one.run(vaultVerify, {})).findings).toEqual([])
})

it('adds nothing when it is imported again', async () => {
  await one.run(intakeImport, input())
  expect((await one.call(vaultSummary, {})).counts.records).toBe(PICTURES + 1)
})
