// Copies of a whole vault whose maker is killed at each stage: a move is begun anew and ends well, a restore that is going on is told apart from
// one that was stopped, and neither clears the other's work away.
import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, expect, test } from 'vitest'
import { openArchive } from '../../../electron/core/archive.ts'
import { isBeingMade, makeAside } from '../../../electron/core/vault/copy-aside.ts'
import { unfinishedCopies } from '../../../electron/core/vault/place/unfinished.ts'
import { intakeImport } from '../../../shared/contract/intake.ts'
import { recordPage } from '../../../shared/contract/record.ts'
import { vaultVerify } from '../../../shared/contract/vault.ts'
import { rawZip } from '../../fixtures/zip/raw-zip.ts'
import { openTestArchive, seededRandom, steppingClock, workerFile } from '../../support/archive.ts'
import { ended, muniment, startMuniment } from '../../support/command-line.ts'
import { workplace } from '../../support/vaults.ts'
import { xFiles } from '../../support/x-files.ts'

const desk = workplace('copies-killed')
const page = { search: '', before: null, limit: 50, live: false }
/** So many bytes that copying and verifying them lasts longer than looking whether they have begun. */
const FILM = 48 * 2 ** 20
const kept = join(desk.folder, 'kept')
let made = 0

beforeAll(async () => {
  const tweets = [1, 2, 3].map((number) => ({
    tweet: {
      ...{ id_str: String(1000 + number), full_text: `Post ${number}` },
      created_at: 'Tue Mar 12 12:35:53 +0000 2013',
    },
  }))
  const files = Object.entries(xFiles(tweets)).map(([name, data]) => ({ name, data, method: 8 as const }))
  const film = Buffer.alloc(FILM)
  for (let at = 0; at < FILM; at += 4) film.writeUInt32LE(Math.imul(at, 2654435761) >>> 0, at)
  const path = desk.put('export.zip', rawZip([...files, { name: 'data/film.bin', data: film, method: 0 }]))
  const vault = await openTestArchive({ seed: 'kept' })
  const sources = [vault.archive.grant(path, 'read').grant]
  await vault.run(intakeImport, { sources, account: vault.account, platform: null })
  await vault.archive.close()
  cpSync(vault.folder, kept, { recursive: true })
})

function places(): { from: string; to: string } {
  made += 1
  const from = join(desk.folder, `${made}`, 'Old.muniment')
  cpSync(kept, from, { recursive: true })
  return { from, to: join(desk.folder, `${made}`, 'New.muniment') }
}

/** Why nothing can be changed in a vault, and what is told of its surroundings. */
async function lookedAt(folder: string) {
  const means = { clock: steppingClock('2026-11-24T17:00:00Z'), random: seededRandom('look') }
  const archive = await openArchive(folder, { ...means, workerFile, osUser: 'tester', machine: 'RECORDS-1' })
  await archive.close()
  return { reading: archive.reading, warnings: archive.warnings.join('\n') }
}

async function living(...folders: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const folder of folders) {
    if (existsSync(join(folder, 'vault.json')) && (await lookedAt(folder)).reading === null) found.push(folder)
  }
  return found
}

/** Runs a command and kills it as soon as something is there. @returns whether it was killed before it ended */
async function killedOnce(path: string, ...command: readonly string[]): Promise<boolean> {
  const child = startMuniment(desk.folder, ...command)
  const end = ended(child)
  while (child.exitCode === null && !existsSync(path)) await sleep(1)
  child.kill('SIGKILL')
  await end
  return child.signalCode === 'SIGKILL'
}

const stages = [
  ['copying', (to: string) => join(`${to}.part`, 'catalog.sqlite')],
  ['verifying', (to: string) => join(`${to}.part`, 'vault.json')],
  ['putting the copy in its place', (to: string) => join(to, 'vault.json')],
] as const

test.each(stages)('a move killed while %s is begun anew, and one vault lives in the end', async (stage, sign) => {
  const { from, to } = places()
  const move = ['--vault', from, 'move', to, '--reason', 'A new computer', '--as', 'clerk']
  const killed = await killedOnce(sign(to), ...move)
  if (stage !== 'putting the copy in its place') {
    expect([killed, existsSync(`${to}.part`), await living(from, to)]).toEqual([true, true, [from]])
    expect((await lookedAt(from)).warnings).toContain(`“${to}.part”`)
  }
  const [lives] = await living(from, to)
  if (lives === from) expect(await muniment(desk.folder, ...move)).toMatchObject({ code: 0 })
  expect([await living(from, to), existsSync(`${to}.part`)]).toEqual([[to], false])
  // The command line moved it by the clock of this computer.
  const later = new Date(Date.now() + 86_400_000).toISOString()
  const vault = await openTestArchive({ folder: to, clock: steppingClock(later) })
  try {
    expect((await vault.call(recordPage, page)).rows).toHaveLength(3)
    expect((await vault.run(vaultVerify, {})).findings).toEqual([])
  } finally {
    await vault.archive.close()
  }
})

test('a restore that is going on is not told as stopped, and one that was killed is, until it is done again', async () => {
  const { from, to } = places()
  const restore = ['restore', kept, '--to', to, '--nothing-later']
  const child = startMuniment(desk.folder, ...restore)
  const end = ended(child)
  while (child.exitCode === null && !existsSync(join(`${to}.part`, 'catalog.sqlite'))) await sleep(1)
  child.kill('SIGSTOP')
  expect([isBeingMade(`${to}.part`), unfinishedCopies(from)]).toEqual([true, []])
  const second = await muniment(desk.folder, ...restore)
  expect([second.code, second.err]).toEqual([1, expect.stringContaining('is being made in')])
  child.kill('SIGKILL')
  await end
  expect([isBeingMade(`${to}.part`), unfinishedCopies(from)]).toEqual([false, [`${to}.part`]])
  expect(await muniment(desk.folder, ...restore)).toMatchObject({ code: 0 })
  expect([
    await living(to),
    unfinishedCopies(from),
    readdirSync(to).filter((name) => name.startsWith('being')),
  ]).toEqual([[to], [], []])
})

test('a copy that fails leaves nothing, and clears away what an earlier one left', async () => {
  const aside = join(desk.folder, 'failing.part')
  mkdirSync(aside)
  writeFileSync(join(aside, 'catalog.sqlite'), 'left')
  const full = new Error('the disk is full')
  const making = makeAside(aside, ['objects'], async () => {
    expect([isBeingMade(aside), existsSync(join(aside, 'catalog.sqlite'))]).toEqual([true, false])
    throw full
  })
  await expect(making).rejects.toBe(full)
  expect(existsSync(aside)).toBe(false)
})
