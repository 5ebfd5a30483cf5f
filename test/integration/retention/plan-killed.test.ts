// A plan that was killed while it was drawn up leaves nothing in the vault: what it had brought in is taken away at the next opening, and nothing
// else is.
import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import purgePlan from '../../../electron/core/retention/jobs/purge.plan.ts'
import { objectPath } from '../../../electron/core/vault/objects/lease.ts'
import { Digest } from '../../../shared/domain/id.ts'
import { openTestArchive } from '../../support/archive.ts'
import { ended, muniment, startMuniment } from '../../support/command-line.ts'
import { importPosts, putInSeries } from '../../support/purgeable.ts'
import { workplace } from '../../support/vaults.ts'
import { planned, prepareSchedule } from './approved-plan.ts'
import { openRetentionVault } from './support.ts'

const desk = workplace('plan-killed')
const vault = openRetentionVault('2026-11-20T18:00:00Z')
afterAll(() => vault.close())

/** Names of what lies in objects/. */
function objectsIn(folder: string): string[] {
  const files = readdirSync(join(folder, 'objects'), { recursive: true, encoding: 'utf8' })
  return files.map((path) => path.replaceAll(/[\\/]/g, '')).filter((name) => name.length === 64)
}

const announced = (folder: string) =>
  readdirSync(join(folder, 'staging')).filter((name) => name.startsWith('announced'))

test('a plan that failed at its last step leaves objects until the next opening, and a file of somebody’s stays', async () => {
  vault.receive([{ id: 'storm', at: '2015-03-10T20:00:00Z', text: 'Storm drains of the whole city' }])
  await prepareSchedule(vault)
  const before = objectsIn(vault.folder)
  vault.beforeNextBatch(() => {
    throw new Error('the power failed')
  }, 'purge.store')
  await expect(planned(vault)).rejects.toThrow('power')
  const left = objectsIn(vault.folder).filter((name) => !before.includes(name))
  expect(announced(vault.folder).sort()).toEqual(left.map((name) => `announced-${name}`).sort())
  expect(left.length).toBeGreaterThan(0)
  const foreign = Digest.parse('ab'.repeat(32))
  mkdirSync(dirname(join(vault.folder, objectPath(foreign))), { recursive: true })
  writeFileSync(join(vault.folder, objectPath(foreign)), 'whose?')
  vault.reopen()
  expect([objectsIn(vault.folder).sort(), announced(vault.folder)]).toEqual([[...before, foreign].sort(), []])
  await planned(vault)
  const stored = objectsIn(vault.folder)
  expect(announced(vault.folder)).toEqual([])
  // Killed between the two: the catalog knows it, and it is still announced.
  const known = stored.filter((name) => !before.includes(name) && name !== foreign)
  for (const name of known) writeFileSync(join(vault.folder, 'staging', `announced-${name}`), '')
  vault.reopen()
  expect([objectsIn(vault.folder), announced(vault.folder), known.length > 0]).toEqual([stored, [], true])
  expect(purgePlan.resumable).toBe(false)
})

test('killed with SIGKILL while it hands its report out, it leaves nothing that verification finds', async () => {
  const made = await openTestArchive()
  await importPosts(
    made,
    desk.folder,
    Array.from({ length: 200 }, (_, at) => at + 1),
  )
  await putInSeries(made)
  await made.archive.close()
  const folder = join(desk.folder, 'Killed.muniment')
  cpSync(made.folder, folder, { recursive: true })
  const before = objectsIn(folder)
  desk.put('list.csv', 'Number\n')
  const report = ['--out', 'plan.json', '--pdf', 'plan.pdf', '--open-requests', 'list.csv', '--claims', 'list.csv']
  const plan = ['--vault', folder, '--as', 'clerk', 'purge', 'plan', '--as-of', '2026-11-23', ...report]
  const child = startMuniment(desk.folder, ...plan)
  const end = ended(child)
  while (child.exitCode === null && !existsSync(join(desk.folder, 'plan.json'))) await sleep(1)
  child.kill('SIGKILL')
  await end
  expect([child.signalCode, objectsIn(folder).length]).toEqual(['SIGKILL', before.length + 2])
  const verified = await muniment(desk.folder, '--vault', folder, 'verify')
  expect([verified.code, verified.err]).toEqual([
    0,
    expect.stringContaining('2 files that an interrupted job had written'),
  ])
  expect([objectsIn(folder).sort(), announced(folder)]).toEqual([before.sort(), []])
})
