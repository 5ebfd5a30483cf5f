// What a clerk can rely on when several jobs are under way, and when a vault was not closed in good order.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { intakeImport } from '../../../shared/contract/intake.ts'
import { jobList, jobResume, jobUndo } from '../../../shared/contract/job.ts'
import { personAdd } from '../../../shared/contract/people.ts'
import { vaultVerify } from '../../../shared/contract/vault.ts'
import { CommandId, PersonId } from '../../../shared/domain/id.ts'
import { millionTweets } from '../../fixtures/x/million.ts'
import { openTestArchive, type TestArchive } from '../../support/archive.ts'

let folder = ''
let source = ''
const open: TestArchive[] = []
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'muniment-jobs-'))
  source = join(folder, 'tweets.zip')
  await millionTweets(source, 1500)
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
const input = ({ archive, account }: TestArchive) => ({
  sources: [archive.grant(source, 'read').grant],
  account,
  platform: null,
})

describe('several imports at once', () => {
  it('wait for one another and end in one set of records', async () => {
    const one = await vault()
    const ends = [1, 2, 3].map(() => one.start(intakeImport, input(one)))
    let most = 0
    let ended = false
    const all = Promise.all(ends).finally(() => {
      ended = true
    })
    while (!ended) {
      const jobs = await one.call(jobList, { limit: 10 })
      most = Math.max(most, jobs.filter((job) => job.kind === intakeImport.name && job.state === 'running').length)
    }
    expect((await all).map((job) => job.state)).toEqual(['succeeded', 'succeeded', 'succeeded'])
    expect(most).toBe(1)
    expect((await one.run(vaultVerify, {})).findings).toEqual([])
  })
})

describe('a finished import', () => {
  it('can be neither resumed nor undone, and the seed of its salts is gone', async () => {
    const one = await vault()
    const job = await one.start(intakeImport, input(one))
    await expect(one.call(jobResume, { id: job.id })).rejects.toMatchObject({ code: 'JOB_NOT_RESUMABLE' })
    await expect(one.call(jobUndo, { id: job.id })).rejects.toMatchObject({ code: 'JOB_NOT_RESUMABLE' })
    const db = new Database(join(one.folder, 'catalog.sqlite'), { readonly: true })
    expect(db.prepare('SELECT length(seed) AS bytes FROM job WHERE id = ?').get(job.id)).toEqual({ bytes: 0 })
    db.close()
  })

  it('is not started twice by a command that is repeated', async () => {
    const one = await vault()
    const context = { command: CommandId.parse('one-import-only'), actor: null, signal: new AbortController().signal }
    const first = await one.archive.call(intakeImport.name, input(one), context)
    const second = await one.archive.call(intakeImport.name, input(one), context)
    expect(second).toEqual(first)
    expect((await one.call(jobList, { limit: 10 })).length).toBe(1)
  })
})

describe('an opening', () => {
  it('sets a package that the catalog does not know aside, and deletes nothing of it', async () => {
    const one = await vault()
    await one.archive.close()
    mkdirSync(join(one.folder, 'packages', 'stranger'), { recursive: true })
    writeFileSync(join(one.folder, 'packages', 'stranger', 'package.zip'), 'bytes')
    const again = await one.reopen()
    expect(again.archive.warnings.join(' ')).toContain('set aside')
    expect(readdirSync(join(one.folder, 'packages'))).toEqual([])
    expect(existsSync(join(one.folder, 'unknown', 'stranger', 'package.zip'))).toBe(true)
  })

  it('takes no command from somebody who is not in the register', async () => {
    const one = await vault()
    const person = { id: 'custodian', name: 'Lee Okafor', title: 'Custodian', role: 'custodian' } as const
    const stranger = {
      command: CommandId.parse('by-a-stranger'),
      actor: PersonId.parse('nobody'),
      signal: new AbortController().signal,
    }
    await expect(
      one.archive.call(
        'account.add',
        { platform: 'x', handle: 'a', name: '', department: '', liaison: '', nativeId: null },
        stranger,
      ),
    ).rejects.toMatchObject({ code: 'PERSON_UNKNOWN' })
    expect((await one.call(personAdd, person)).name).toBe('Lee Okafor')
  })
})
