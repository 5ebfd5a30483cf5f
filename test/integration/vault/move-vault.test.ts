// A vault that moves to another place: whole and verified there, retired here, and at no moment two that can be written in.
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, expect, test } from 'vitest'
import { openArchive } from '../../../electron/core/archive.ts'
import { callOffMove } from '../../../electron/core/call-off-move.ts'
import { moveVault } from '../../../electron/core/move-vault.ts'
import { openReader } from '../../../electron/core/vault/catalog/open.ts'
import { intakeImport } from '../../../shared/contract/intake.ts'
import { type LedgerEntry, ledgerPage } from '../../../shared/contract/ledger.ts'
import { personAdd } from '../../../shared/contract/people.ts'
import { recordPage } from '../../../shared/contract/record.ts'
import { vaultVerify } from '../../../shared/contract/vault.ts'
import { CommandId, PersonId } from '../../../shared/domain/id.ts'
import { smallExport } from '../../fixtures/x/small.ts'
import { openTestArchive, seededRandom, steppingClock, workerFile } from '../../support/archive.ts'
import { ended, muniment, startMuniment } from '../../support/command-line.ts'
import { workplace } from '../../support/vaults.ts'

const desk = workplace('move')
const person = PersonId.parse('clerk')
const reason = 'A new computer'
const page = { search: '', before: null, limit: 50, live: false }
const ledger = { before: null, limit: 100 }
const means = (seed = 'mover') => ({
  clock: steppingClock('2026-11-24T17:00:00Z'),
  random: seededRandom(seed),
  workerFile,
  osUser: 'tester',
  machine: 'RECORDS-1',
})
const order = () => ({ person, reason, signal: new AbortController().signal, progress: () => {} })
let kept: string
let made = 0

beforeAll(async () => {
  const vault = await openTestArchive({ seed: 'kept' })
  const { path } = await smallExport(join(desk.folder, 'export'), { tweets: 12 })
  const sources = [vault.archive.grant(path, 'read').grant]
  await vault.run(intakeImport, { sources, account: vault.account, platform: null })
  await vault.archive.close()
  kept = join(desk.folder, 'kept')
  cpSync(vault.folder, kept, { recursive: true })
})

/** A vault of its own with records in it, and the place that it may move to. */
function places(): { from: string; to: string } {
  made += 1
  const from = join(desk.folder, `${made}`, 'Old.muniment')
  cpSync(kept, from, { recursive: true })
  return { from, to: join(desk.folder, `${made}`, 'there', 'New.muniment') }
}

/** Opens a vault. Returns why nothing can be changed in it, or null. */
async function readingOf(folder: string): Promise<string | null> {
  const archive = await openArchive(folder, means('look'))
  await archive.close()
  return archive.reading
}

async function inVault<Result>(
  folder: string,
  ask: (vault: Awaited<ReturnType<typeof openTestArchive>>) => Promise<Result>,
) {
  const vault = await openTestArchive({ folder, clock: steppingClock('2026-11-25T17:00:00Z') })
  try {
    return await ask(vault)
  } finally {
    await vault.archive.close()
  }
}

test('the new vault holds everything, verifies, and its ledger goes on from the old one’s', async () => {
  const { from, to } = places()
  const before = await inVault(from, ({ call }) => call(recordPage, page))
  await moveVault(from, to, order(), means())
  const old = await openArchive(from, means('old'))
  expect(old.reading).toBe(
    `This vault was moved to ${to} on November 24, 2026, and goes on there. What lies here is for reading: nothing can be changed in it.`,
  )
  const context = { command: CommandId.parse('d'.repeat(24)), actor: person, signal: new AbortController().signal }
  const someone = { id: 'someone', name: 'Someone', title: '', role: 'liaison' }
  await expect(old.call(personAdd.name, someone, context)).rejects.toMatchObject({ code: 'VAULT_READ_ONLY' })
  expect(await old.call(recordPage.name, page, context)).toEqual(before)
  const left = ledgerPage.output.parse(await old.call(ledgerPage.name, ledger, context))
  await old.close()
  const arrived = await inVault(to, async ({ archive, call, run }) => {
    expect([archive.reading, archive.warnings.join()]).toEqual([null, expect.stringContaining('was moved here from')])
    expect(await call(recordPage, page)).toEqual(before)
    const entries = await call(ledgerPage, ledger)
    expect((await run(vaultVerify, {})).findings).toEqual([])
    return entries
  })
  expect(left[0]).toMatchObject({ kind: 'vault.move' })
  expect(arrived[0]).toMatchObject({ kind: 'vault.arrive' })
  expect(arrived.slice(1).map(hashOf)).toEqual(left.map(hashOf))
  expect(JSON.stringify(arrived)).not.toContain(reason)
  expect(await readingOf(from)).not.toBeNull()
  const catalog = openReader(join(to, 'catalog.sqlite'))
  expect(catalog.all("SELECT place FROM issued WHERE kind = 'retired-vault'")).toEqual([
    { place: `${from} on the computer RECORDS-1` },
  ])
  catalog.close()
})

test('a vault that somebody has open, or that was moved already, does not move, nor into itself, nor over anything', async () => {
  const { from, to } = places()
  const open = await openArchive(from, means('open'))
  await expect(moveVault(from, to, order(), means())).rejects.toMatchObject({ code: 'VAULT_IN_USE' })
  await open.close()
  await expect(moveVault(from, join(from, 'inside'), order(), means())).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  const nobody = { ...order(), person: PersonId.parse('nobody') }
  await expect(moveVault(from, to, nobody, means())).rejects.toMatchObject({ code: 'PERSON_UNKNOWN' })
  mkdirSync(to, { recursive: true })
  writeFileSync(join(to, 'mine.txt'), 'mine')
  await expect(moveVault(from, to, order(), means())).rejects.toMatchObject({ code: 'TARGET_EXISTS' })
  rmSync(join(to, 'mine.txt'))
  expect(await readingOf(from)).toBeNull()
  await moveVault(from, to, order(), means())
  await expect(moveVault(from, `${to}-2`, order(), means())).rejects.toMatchObject({ code: 'VAULT_READ_ONLY' })
})

test('a copy that does not verify is not kept, and nothing was moved', async () => {
  const { from, to } = places()
  const [object] = readdirSync(join(from, 'objects'), { recursive: true, withFileTypes: true }).filter((file) =>
    file.isFile(),
  )
  const [pack] = readdirSync(join(from, 'packages'), { recursive: true, withFileTypes: true }).filter((file) =>
    file.isFile(),
  )
  const file = object ?? pack
  if (file === undefined) throw new Error('there is nothing to damage')
  const path = join(file.parentPath, file.name)
  rmSync(path, { force: true })
  writeFileSync(path, 'something else')
  await expect(moveVault(from, to, order(), means())).rejects.toMatchObject({ code: 'VAULT_DAMAGED' })
  expect([existsSync(to), existsSync(`${to}.part`), await readingOf(from)]).toEqual([false, false, null])
})

test('a full disk, or a clerk who stops it, leaves the old vault as it was', async () => {
  const { from, to } = places()
  const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
  const failing = { ...order(), progress: () => raise(full) }
  await expect(moveVault(from, to, failing, means())).rejects.toMatchObject({ code: 'ENOSPC' })
  const stop = new AbortController()
  const stopped = { ...order(), signal: stop.signal, progress: () => stop.abort() }
  await expect(moveVault(from, to, stopped, means())).rejects.toMatchObject({ name: 'AbortError' })
  expect([existsSync(to), existsSync(`${to}.part`), await readingOf(from)]).toEqual([false, false, null])
})

test('killed before the old one is retired, the copy cannot be written in, and the move begins anew', async () => {
  const { from, to } = places()
  await expect(
    moveVault(
      from,
      to,
      order(),
      retiring(() => raise(new Error('killed'))),
    ),
  ).rejects.toThrow('killed')
  expect(await readingOf(to)).toMatch(/^This is the unfinished copy of a vault that was being moved here/)
  expect(await readingOf(from)).toBeNull()
  await moveVault(from, to, order(), means('again'))
  expect([await readingOf(to), await readingOf(from)]).toEqual([null, expect.stringContaining('was moved to')])
})

test('killed after the old one is retired, the next opening of the old one lets the new one go on', async () => {
  const { from, to } = places()
  const aside = `${to}-aside`
  await moveVault(
    from,
    to,
    order(),
    retiring(() => renameSync(to, aside)),
  )
  expect(await readingOf(aside)).toContain('unfinished copy')
  expect(await readingOf(from)).toContain('was moved to')
  renameSync(aside, to)
  expect(await readingOf(from)).toContain('was moved to')
  expect(await readingOf(to)).toBeNull()
})

test('a move is called off by name before the new vault was opened, and never after', async () => {
  const { from, to } = places()
  const off = { person, reason: 'The computer did not come', lost: false }
  await expect(callOffMove(from, off, means())).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  await moveVault(from, to, order(), means('a'))
  await callOffMove(from, off, means('b'))
  expect(await readingOf(to)).toContain('the move was called off')
  await inVault(from, async ({ archive, call, run }) => {
    expect(archive.reading).toBeNull()
    const entries = await call(ledgerPage, ledger)
    expect(entries.slice(0, 2).map(({ kind }) => kind)).toEqual(['vault.move-call-off', 'vault.move'])
    expect((await run(vaultVerify, {})).findings).toEqual([])
  })
  // The clock was set back meanwhile.
  const second = `${to}-2`
  await moveVault(from, second, order(), { ...means('c'), clock: steppingClock('2026-11-24T16:00:00Z') })
  expect(await readingOf(second)).toBeNull()
  const late = { ...means('d'), clock: steppingClock('2026-11-27T17:00:00Z') }
  await expect(callOffMove(from, off, late)).rejects.toMatchObject({ code: 'VAULT_READ_ONLY' })
  expect([await readingOf(second), await readingOf(from)]).toEqual([null, expect.stringContaining('was moved to')])
})

test('without the copy at hand a move is called off only by signing that it is lost', async () => {
  const { from, to } = places()
  await moveVault(from, to, order(), means('a'))
  rmSync(to, { recursive: true })
  const off = { person, reason: 'The disk broke', lost: false }
  await expect(callOffMove(from, off, means('b'))).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
  expect(await readingOf(from)).not.toBeNull()
  await callOffMove(from, { ...off, lost: true }, means('c'))
  expect(await readingOf(from)).toBeNull()
})

test('killed by SIGKILL at any moment there is one living vault in the end, and never two', async () => {
  const ends: string[] = []
  for (let wait = 300; wait <= 1800; wait += 250) {
    const { from, to } = places()
    const child = startMuniment(desk.folder, '--vault', from, 'move', to, '--reason', reason, '--as', 'clerk')
    const end = ended(child)
    await sleep(wait)
    child.kill('SIGKILL')
    await end
    const living = async () => {
      const found: string[] = []
      for (const folder of [from, to]) {
        if (existsSync(join(folder, 'vault.json')) && (await readingOf(folder)) === null) found.push(folder)
      }
      return found
    }
    const found = await living()
    expect(found).toHaveLength(1)
    if (found[0] === from) {
      const again = await muniment(desk.folder, '--vault', from, 'move', to, '--reason', reason, '--as', 'clerk')
      expect(again).toMatchObject({ code: 0 })
      expect(await living()).toEqual([to])
    }
    ends.push(found[0] === from ? 'old' : 'new')
  }
  console.log(`living after SIGKILL: ${ends.join(', ')}`)
})

test('the command line moves and calls off, and wants a name for it', async () => {
  const { from, to } = places()
  const run = (...args: readonly string[]) => muniment(desk.folder, '--vault', from, ...args)
  expect(await run('move', to, '--reason', reason)).toMatchObject({ code: 2 })
  expect(await run('move', to, '--reason', reason, '--as', 'clerk')).toMatchObject({
    code: 0,
    out: expect.stringContaining('Open it there'),
  })
  const refused = await run('people', 'add', 'x', '--name', 'X', '--role', 'liaison')
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('goes on there')])
  expect(await run('call-off-move', '--reason', 'Changed our mind', '--as', 'clerk')).toMatchObject({ code: 0 })
  expect(await run('people', 'add', 'x', '--name', 'X', '--role', 'liaison')).toMatchObject({ code: 0 })
})

function hashOf({ hash }: LedgerEntry): string {
  return hash
}

/** Means whose randomness does something when the old vault is about to be retired: the third time that any is drawn. */
function retiring(act: () => void) {
  const random = seededRandom('killed')
  let drawn = 0
  return {
    ...means(),
    random: (bytes: number) => {
      drawn += 1
      if (drawn === 3) act()
      return random(bytes)
    },
  }
}

function raise(error: Error): never {
  throw error
}
