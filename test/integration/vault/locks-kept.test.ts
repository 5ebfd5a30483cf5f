// A vault stays locked whatever is done in it: POSIX takes every lock of a process off a file once the process closes any descriptor of it (fcntl(2)), so
// that reading the catalog as a file would let a second program in, and have it take the log away under the first one's feet.
import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { letGoAll } from '../../../electron/core/vault/cipher/keyring.ts'
import { setPassphrase } from '../../../electron/core/vault-passphrase.ts'
import { dispositionSettle } from '../../../shared/contract/approval.ts'
import { vaultBackup } from '../../../shared/contract/backup.ts'
import { purgeExecute } from '../../../shared/contract/destruction.ts'
import { intakeImport } from '../../../shared/contract/intake.ts'
import { purgeSetTerms } from '../../../shared/contract/purge.ts'
import { supportShow, supportWrite } from '../../../shared/contract/support.ts'
import { vaultVerify } from '../../../shared/contract/vault.ts'
import { usualOffice } from '../../../shared/domain/disposition/approval.ts'
import { PersonId } from '../../../shared/domain/id.ts'
import { openTestArchive, seededRandom, steppingClock, type TestArchive } from '../../support/archive.ts'
import { munimentIn } from '../../support/command-line.ts'
import { approveByPages, drawPlan, importPosts, putInSeries } from '../../support/purgeable.ts'
import { workplace } from '../../support/vaults.ts'

const { folder: desk } = workplace('locks-kept')
afterEach(letGoAll)

/** Whether another program is kept from owning the vault, and, where the system tells, whether this one's lock on the catalog stands. */
function locked(folder: string) {
  const script = `
const Database = require('better-sqlite3-multiple-ciphers')
const db = new Database(process.argv[1], { timeout: 0 })
try { db.exec('BEGIN EXCLUSIVE'); console.log('free') } catch (error) { console.log(error.code) }`
  const lock = execFileSync(process.execPath, ['-e', script, join(folder, 'lock.sqlite')])
    .toString()
    .trim()
  if (process.platform !== 'linux') return [lock, true]
  const { ino } = statSync(join(folder, 'catalog.sqlite-shm'))
  const lines = readFileSync('/proc/locks', 'utf8').split('\n')
  return [lock, lines.some((line) => line.includes(` ${process.pid} `) && line.includes(`:${ino} `))]
}

/** Does whatever reads the folder, and looks after each how the vault is locked. */
async function throughADay(one: TestArchive): Promise<Record<string, readonly (string | boolean)[]>> {
  const told: Record<string, readonly (string | boolean)[]> = { opened: locked(one.folder) }
  const after = async (what: string, work: () => Promise<unknown>) => {
    await work()
    told[what] = locked(one.folder)
  }
  const to = (name: string) => one.archive.grant(join(desk, `${one.account}-${Date.now()}-${name}`), 'write').grant
  await after('import', () => importPosts(one, desk, [1, 2, 3], true))
  await putInSeries(one)
  await one.call(dispositionSettle, { office: { ...usualOffice, alone: true }, reason: 'a small office' })
  const plan = await drawPlan(one, '2026-11-26')
  await approveByPages(one, plan, '2026-11-26')
  await after('own catalog', async () => {
    const sources = [one.archive.grant(join(one.folder, 'catalog.sqlite'), 'read').grant]
    const refused = await one.start(intakeImport, { sources, account: one.account, platform: null })
    expect(refused.problem?.code).toBe('PACKAGE_REFUSED')
  })
  await after('verify', () => one.run(vaultVerify, {}))
  await after('support', async () =>
    one.run(supportWrite, { to: to('support.zip'), file: await one.call(supportShow, {}) }),
  )
  await after('backup', () => one.run(vaultBackup, { to: to('Backup') }))
  await after('purge', () => one.run(purgeExecute, { plan: plan.id, to: { pdf: null, json: null } }))
  await after('verify again', () => one.run(vaultVerify, {}))
  return told
}

const whole = ['SQLITE_BUSY', true]
const day = Object.fromEntries(
  ['opened', 'import', 'own catalog', 'verify', 'support', 'backup', 'purge', 'verify again'].map((one) => [
    one,
    whole,
  ]),
)

it('whatever is done in it, and what is written after a look from outside stays', async () => {
  const one = await openTestArchive({ clock: steppingClock('2026-11-26T17:00:00Z') })
  try {
    expect(await throughADay(one)).toEqual(day)
    const status = () => munimentIn({}, desk, 'schedule-report', 'status', '--vault', one.folder)
    await status()
    await one.call(purgeSetTerms, { reportEvery: 'quarter' })
    expect((await status()).out).toMatch(/^A purge report is drawn up every quarter\./)
  } finally {
    await one.close()
  }
})

it('so it does under a passphrase', async () => {
  const made = await openTestArchive()
  await made.archive.close()
  const order = { person: PersonId.parse('clerk'), signal: new AbortController().signal, progress: () => {}, cost: 4 }
  const means = { clock: steppingClock('2026-11-25T17:00:00Z'), random: seededRandom('locks'), machine: 'desk' }
  await setPassphrase(made.folder, { passphrase: 'plum kettle ladder moss', recipient: null }, order, means)
  const one = await openTestArchive({ folder: made.folder, clock: steppingClock('2026-11-26T17:00:00Z') })
  try {
    expect(await throughADay(one)).toEqual(day)
  } finally {
    await one.close()
  }
})
