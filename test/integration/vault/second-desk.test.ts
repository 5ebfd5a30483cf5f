// A second desk on a vault: told who has it, given a copy to read, and never let write beside the first.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { openArchive } from '../../../electron/core/archive.ts'
import { copyToRead } from '../../../electron/core/copy-to-read.ts'
import { openReader } from '../../../electron/core/vault/catalog/open.ts'
import type { Place } from '../../../electron/core/vault/place/judge.ts'
import { intakeImport, intakePreview } from '../../../shared/contract/intake.ts'
import { accountList, personAdd } from '../../../shared/contract/people.ts'
import { recordPage } from '../../../shared/contract/record.ts'
import { vaultVerify } from '../../../shared/contract/vault.ts'
import { CommandId, PersonId } from '../../../shared/domain/id.ts'
import { smallExport } from '../../fixtures/x/small.ts'
import { seededRandom, steppingClock, type TestArchive, workerFile } from '../../support/archive.ts'
import { muniment } from '../../support/command-line.ts'
import { workplace } from '../../support/vaults.ts'

const place = workplace('second-desk')
const other = (kind: Place['kind'] = 'local') => ({
  clock: steppingClock('2026-11-23T18:00:00Z'),
  random: seededRandom('other'),
  workerFile,
  osUser: 'dreyes',
  machine: 'RECORDS-2',
  place: async (): Promise<Place> => (kind === 'synced' ? { kind, service: 'OneDrive' } : { kind }),
})
const page = { search: '', before: null, limit: 50, live: false }

async function filled(): Promise<TestArchive> {
  const vault = await place.vault()
  const { path } = await smallExport(join(place.folder, `export-${readdirSync(place.folder).length}`), { tweets: 12 })
  await vault.run(intakeImport, {
    sources: [vault.archive.grant(path, 'read').grant],
    account: vault.account,
    platform: null,
  })
  return vault
}

test('it is told who has the vault open, at which computer and since when', async () => {
  const { folder, archive } = await place.vault()
  const written = () => readFileSync(join(folder, 'open.json'), 'utf8')
  await expect.poll(written).toContain('Pat Moreno')
  await expect(openArchive(folder, other())).rejects.toMatchObject({
    code: 'VAULT_IN_USE',
    message: expect.stringMatching(
      /^Pat Moreno \(tester\) at the computer desk has this vault open since November 23, 2026 at 9:00.AM\. Nothing was changed; close it there, or read a copy of it here\.$/,
    ),
  })
  await archive.close()
  expect(existsSync(join(folder, 'open.json'))).toBe(false)
})

test('where a lock does not reach, another computer’s word counts for five minutes', async () => {
  const { folder, archive } = await place.vault()
  await archive.close()
  const since = Date.parse('2026-11-23T17:58:00Z')
  const say = (seen: number) =>
    writeFileSync(
      join(folder, 'open.json'),
      JSON.stringify({ person: null, osUser: 'mlopez', machine: 'RECORDS-1', since, seen }),
    )
  say(since)
  await expect(openArchive(folder, other('synced'))).rejects.toMatchObject({
    code: 'VAULT_IN_USE',
    message: expect.stringMatching(/^mlopez at the computer RECORDS-1 has this vault open since/),
  })
  say(since - 600_000)
  const opened = await openArchive(folder, other('synced'))
  expect(opened.warnings.join()).toContain('This vault lies in OneDrive')
  await opened.close()
  say(since)
  const here = await openArchive(folder, other())
  await here.close()
})

test('a vault on another computer’s disk is neither opened nor made', async () => {
  const { folder, archive } = await place.vault()
  await archive.close()
  const before = readdirSync(folder)
  await expect(openArchive(folder, other('network'))).rejects.toMatchObject({ code: 'PLACE_UNSAFE' })
  expect(readdirSync(folder)).toEqual(before)
})

test('copies of the catalog that synchronising left are told at opening', async () => {
  const { folder, archive } = await place.vault()
  await archive.close()
  writeFileSync(join(folder, 'catalog (1).sqlite'), 'x')
  const opened = await openArchive(folder, other())
  expect(opened.warnings.join()).toContain('“catalog (1).sqlite”')
  await opened.close()
})

test('a copy of a whole vault that was never finished is told at opening, until it is gone', async () => {
  const { folder, archive } = await place.vault()
  await archive.close()
  const left = join(dirname(folder), 'Restored.muniment.part')
  mkdirSync(left)
  const still = await openArchive(folder, other())
  expect(still.warnings.join()).not.toContain(left)
  await still.close()
  writeFileSync(join(left, 'catalog.sqlite'), 'x')
  const opened = await openArchive(folder, other())
  expect(opened.warnings.join()).toContain(`left when it was stopped: “${left}”. It holds records that can be read`)
  await opened.close()
  rmSync(left, { recursive: true })
  const clean = await openArchive(folder, other())
  expect(clean.warnings.join()).not.toContain(left)
  await clean.close()
})

test.each(['local', 'network'] as const)(
  'a copy of a vault that is open (%s) is whole, is searched, and is never changed',
  async (kind) => {
    const vault = await filled()
    const target = join(place.folder, `copy-${kind}.muniment`)
    await copyToRead(vault.folder, target, other(kind))
    await vault.call(personAdd, { id: 'later', name: 'Came Later', title: '', role: 'liaison' })
    const copy = await openArchive(target, other())
    expect(copy.reading).toMatch(
      /^This is a copy of .+, as of November 23, 2026 at 10:00.AM, made by dreyes at the computer RECORDS-2\./,
    )
    const context = () => ({
      command: CommandId.parse('c'.repeat(24)),
      actor: PersonId.parse('clerk'),
      signal: new AbortController().signal,
    })
    expect(await copy.call(recordPage.name, page, context())).toEqual(await vault.call(recordPage, page))
    expect(await copy.call(accountList.name, {}, context())).toEqual(await vault.call(accountList, {}))
    const bytes = readFileSync(join(target, 'catalog.sqlite'))
    for (const [operation, input] of [
      [personAdd.name, { id: 'x', name: 'X', title: '', role: 'liaison' }],
      [vaultVerify.name, {}],
    ] as const) {
      await expect(copy.call(operation, input, context())).rejects.toMatchObject({
        code: 'VAULT_READ_ONLY',
        message: expect.stringMatching(/^This is a copy of .+ Nothing was done\.$/),
      })
    }
    const beside = await openArchive(target, other())
    await beside.close()
    await copy.close()
    expect(readFileSync(join(target, 'catalog.sqlite')).equals(bytes)).toBe(true)
    await expect(copyToRead(target, join(place.folder, 'copy-of-copy'), other())).rejects.toMatchObject({
      code: 'VAULT_READ_ONLY',
    })
  },
)

test('the vault knows of the copy at its next opening, and it says so once', async () => {
  const vault = await filled()
  const target = join(place.folder, 'noticed.muniment')
  await copyToRead(vault.folder, target, other())
  expect(readdirSync(join(vault.folder, 'copies'))).toHaveLength(1)
  const again = await vault.reopen()
  place.closeAfter(again)
  expect(readdirSync(join(again.folder, 'copies'))).toEqual([])
  const catalog = openReader(join(again.folder, 'catalog.sqlite'))
  expect(catalog.all("SELECT kind, place FROM issued WHERE kind = 'reading-copy'")).toEqual([
    { kind: 'reading-copy', place: `${target} (RECORDS-2)` },
  ])
  catalog.close()
  expect((await again.run(vaultVerify, {})).findings).toEqual([])
})

test('a copy is not written over anything, and one that fails leaves nothing', async () => {
  const vault = await filled()
  const target = join(place.folder, 'taken.muniment')
  mkdirSync(target)
  writeFileSync(join(target, 'mine.txt'), 'mine')
  await expect(copyToRead(vault.folder, target, other())).rejects.toMatchObject({ code: 'TARGET_EXISTS' })
  expect(readdirSync(target)).toEqual(['mine.txt'])
  writeFileSync(join(vault.folder, 'copies'), 'a file in the way')
  await expect(copyToRead(vault.folder, join(place.folder, 'never'), other())).rejects.toMatchObject({
    code: 'FILE_UNREADABLE',
  })
  expect(readdirSync(place.folder).filter((name) => name.startsWith('never'))).toEqual([])
})

test('a vault, or a part of one, is not taken in as an export, and the words say what to do', async () => {
  const [vault, second] = [await place.vault(), await place.vault()]
  await second.archive.close()
  for (const path of [second.folder, join(second.folder, 'catalog.sqlite'), join(second.folder, 'vault.json')]) {
    const sources = [vault.archive.grant(path, 'read').grant]
    const refused = { code: 'PACKAGE_REFUSED', message: expect.stringContaining('Two vaults cannot be joined') }
    await expect(vault.call(intakePreview, { sources, account: null, platform: null })).rejects.toMatchObject(refused)
    const job = await vault.start(intakeImport, { sources, account: vault.account, platform: null })
    expect(job).toMatchObject({ state: 'failed', problem: { code: 'PACKAGE_REFUSED' } })
  }
})

test('the command line makes a copy beside an open vault, reads it, and is refused in a sentence', async () => {
  const vault = await filled()
  const run = (...args: readonly string[]) => muniment(place.folder, ...args)
  expect(await run('--vault', vault.folder, 'copy', 'cli.muniment')).toMatchObject({ code: 0 })
  const found = await run('--vault', 'cli.muniment', 'records', '--json')
  expect(found.code).toBe(0)
  expect(found.err).toContain('This is a copy of')
  const refused = await run('--vault', 'cli.muniment', 'people', 'add', 'x', '--name', 'X', '--role', 'liaison')
  expect([refused.code, refused.err]).toEqual([
    1,
    expect.stringContaining('nothing can be changed in it. Nothing was done.'),
  ])
})
