// A copy of the vault under a passphrase: one encrypted file, of which nothing lies in the clear outside the vault, from which it is restored.
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { armor, Decrypter } from 'age-encryption'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Entry, openPromise } from 'yauzl'
import { restoreVault } from '../../../electron/core/restore-vault.ts'
import { sealedPair } from '../../../electron/core/vault/key/age.ts'
import { backupKey, vaultBackupSealed } from '../../../shared/contract/backup.ts'
import { recordLock, recordRemove } from '../../../shared/contract/correction.ts'
import { vaultSetup } from '../../../shared/contract/desk.ts'
import { holdList, holdPlace } from '../../../shared/contract/hold.ts'
import { recordOutline, recordPage } from '../../../shared/contract/record.ts'
import { vaultVerify } from '../../../shared/contract/vault.ts'
import { Instant } from '../../../shared/domain/time.ts'
import { openTestArchive, steppingClock, type TestArchive } from '../../support/archive.ts'
import { ended, muniment, startMuniment } from '../../support/command-line.ts'
import { distinctive, importPosts, picture } from '../../support/purgeable.ts'
import { workplace } from '../../support/vaults.ts'
import { filesBelow, holding } from '../../support/x-files.ts'

const { folder, vault, closeAfter, put } = workplace('sealed-copy')
const PASSPHRASE = 'plum kettle ladder moss seven'
/** Rounds of scrypt, as a logarithm: a guess costs nothing here. */
const FEW = 4
const means = {
  clock: () => Instant.parse(Date.parse('2026-11-24T18:00:00Z')),
  random: (bytes: number) => new Uint8Array(randomBytes(bytes)),
  machine: 'desk',
}
const outside = join(folder, 'outside')
const file = join(outside, 'copy.zip')
const PICTURE = picture(2).subarray(200, 232)
const inTheClear = (root: string) => [
  ...holding(root, distinctive(2)),
  ...[...filesBelow(root)].filter(([, bytes]) => bytes.includes(PICTURE)).map(([name]) => name),
  ...holding(root, PASSPHRASE),
]
const count = async (one: TestArchive) =>
  (await one.call(recordOutline, { search: 'kind:post', every: 500, live: false })).total

/** A new vault that is still there when it is closed. */
const lasting = async () => (await openTestArchive()).reopen()

async function openRestored(folder: string): Promise<TestArchive> {
  const opened = await openTestArchive({ folder, clock: steppingClock('2026-11-25T17:00:00Z') })
  closeAfter(opened)
  return opened
}

describe('a copy under a passphrase', () => {
  let living: string
  beforeAll(async () => {
    mkdirSync(outside)
    const one = await lasting()
    living = one.folder
    await importPosts(one, folder, [1, 2, 3], true)
    const pair = await sealedPair(PASSPHRASE, FEW)
    const made = await one.run(vaultBackupSealed, { ...pair, to: one.archive.grant(file, 'write').grant })
    expect(made).toMatchObject({ bytes: statSync(file).size })
    expect((await one.call(vaultSetup, {})).lastBackup).not.toBeNull()
    await one.close()
  })

  it('is one file that holds no word, no picture and no name of the vault, and is for its owner alone', () => {
    expect(inTheClear(living)).not.toEqual([])
    expect(readdirSync(outside)).toEqual(['copy.zip'])
    expect(inTheClear(outside)).toEqual([])
    const bytes = readFileSync(file)
    for (const said of ['Alder', 'SQLite format', 'catalog.sqlite', 'objects/'])
      expect([said, bytes.includes(said)]).toEqual([said, false])
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0)
    expect([holding(living, PASSPHRASE), readdirSync(join(living, 'staging'))]).toEqual([[], []])
  })

  it('is restored with its passphrase: the same records, proved, and under what was removed and held since', async () => {
    const one = await openRestored(living)
    const { rows } = await one.call(recordPage, { search: 'kind:post', before: null, limit: 9, live: false })
    const [gone] = rows.map(({ id }) => id)
    if (gone === undefined) throw new Error('no posts')
    await one.call(recordLock, { records: [gone], basis: 'court-sealed', reason: 'Ordered' })
    await one.run(recordRemove, {
      record: gone,
      order: { name: 'order.txt', bytes: Buffer.from('So ordered.').toString('base64') },
    })
    const scope = { search: null, accounts: [one.account], from: null, to: null, recordIds: [] }
    await one.call(holdPlace, {
      ...{ label: 'Ruiz v. City', basis: 'litigation', orderedBy: 'City Attorney', document: null, scope },
    })
    await one.close()
    const target = join(folder, 'Restored.muniment')
    const restored = await restoreVault({ backup: file, passphrase: PASSPHRASE, target, later: living }, means)
    expect(restored).toMatchObject({ removed: 1, holds: ['Ruiz v. City'] })
    const again = await openRestored(target)
    expect(await count(again)).toBe(2)
    expect((await again.call(holdList, {})).map(({ hold }) => hold.label)).toEqual(['Ruiz v. City'])
    expect((await again.run(vaultVerify, {})).findings).toEqual([])
  })

  it('tells another passphrase, a changed byte and a missing end apart, and restores nothing then', async () => {
    const target = join(folder, 'Never.muniment')
    const tried = async (backup: string, passphrase: string) =>
      restoreVault({ backup, passphrase, target, later: null }, means).then(
        () => 'restored',
        (error: unknown) => (error instanceof Error ? error.message : ''),
      )
    expect(await tried(file, 'plum kettle ladder moss eight')).toContain('This is not the passphrase of copy.zip')
    const bytes = readFileSync(file)
    const within = (part: string) => bytes.indexOf(part) + part.length
    const places = {
      salt: within('-----BEGIN AGE ENCRYPTED FILE-----\n') + 60,
      sealedKey: within('-----BEGIN AGE ENCRYPTED FILE-----\n') + 200,
      header: bytes.indexOf('age-encryption.org/v1') + 40,
      first: bytes.indexOf('age-encryption.org/v1') + 400,
      middle: Math.floor(bytes.length / 2),
      said: within('"key": "') + 5,
    }
    for (const [place, at] of Object.entries(places)) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect([place, await tried(put(`changed-${place}.zip`, changed), PASSPHRASE)]).toEqual([
        place,
        expect.stringContaining('is not as it was made'),
      ])
    }
    const short = join(folder, 'short.zip')
    copyFileSync(file, short)
    truncateSync(short, bytes.length - 100_000)
    expect(await tried(short, PASSPHRASE)).toContain('is not as it was made')
    expect(await tried(put('other.zip', 'PK'), PASSPHRASE)).toContain('is not as it was made')
    expect([existsSync(target), existsSync(`${target}.part`)]).toEqual([false, false])
  })

  it('is opened as its READ ME says, without Muniment', async () => {
    const parts = await partsOf(file)
    expect([...parts.keys()]).toEqual(['READ ME.txt', 'copy.json', 'key.age', 'vault.tar.age'])
    expect(parts.get('READ ME.txt')?.toString()).toContain('age --decrypt --identity key.txt')
    const opener = new Decrypter()
    opener.addPassphrase(PASSPHRASE)
    const secret = await opener.decrypt(armor.decode(parts.get('key.age')?.toString() ?? ''), 'text')
    const vaultOpener = new Decrypter()
    vaultOpener.addIdentity(secret.trim())
    const tar = put(
      'by-hand/vault.tar',
      Buffer.from(await vaultOpener.decrypt(parts.get('vault.tar.age') ?? Buffer.of())),
    )
    execFileSync('tar', ['-xf', tar, '-C', join(folder, 'by-hand')])
    const byHand = await openRestored(join(folder, 'by-hand'))
    expect(await count(byHand)).toBe(3)
    expect((await byHand.run(vaultVerify, {})).findings).toEqual([])
  })

  it('is not made under words that others would try, nor over files that are not what was received', async () => {
    const one = await vault()
    await importPosts(one, folder, [4], true)
    for (const passphrase of ['too short', 'Alder Bay Alder Bay 2026'])
      await expect(one.call(backupKey, { passphrase })).rejects.toThrow('could be guessed')
    const pair = await sealedPair(PASSPHRASE, FEW)
    const [packaged] = [...filesBelow(one.folder).keys()].filter((name) => name.endsWith('package.zip'))
    const inVault = join(one.folder, packaged ?? '')
    const spoilt = readFileSync(inVault)
    spoilt[100] = (spoilt[100] ?? 0) ^ 1
    await rm(inVault)
    writeFileSync(inVault, spoilt)
    const to = join(folder, 'spoilt.zip')
    const job = await one.start(vaultBackupSealed, { ...pair, to: one.archive.grant(to, 'write').grant })
    expect(job).toMatchObject({ state: 'failed', problem: { code: 'VAULT_DAMAGED' } })
    expect([existsSync(to), existsSync(`${to}.part`)]).toEqual([false, false])
    expect(readdirSync(join(one.folder, 'staging'))).toEqual([])
  })
})

describe('by command line', () => {
  const desk = join(folder, 'desk')
  const words = () => put('desk/words.txt', `${PASSPHRASE}\n`)

  it('leaves nothing in the clear where the computer fails while it is made, and is made anew under the same name', async () => {
    const one = await lasting()
    await importPosts(one, folder, [2], true, [{ name: 'data/film.bin', data: randomBytes(6 << 20) }])
    await one.close()
    const passphrase = words()
    const args = ['backup', 'copy.zip', '--sealed', '--passphrase-file', passphrase, '--vault', one.folder]
    const child = startMuniment(desk, ...args)
    const partial = join(desk, 'copy.zip.part')
    const gone = ended(child)
    let killed = false
    for (let tries = 0; tries < 60_000 && child.exitCode === null && !killed; tries++) {
      if (existsSync(partial) && statSync(partial).size > 400_000) killed = child.kill('SIGKILL')
      else await sleep(1)
    }
    await gone
    expect([killed, existsSync(partial), existsSync(join(desk, 'copy.zip'))]).toEqual([true, true, false])
    await rm(passphrase)
    expect(inTheClear(desk)).toEqual([])
    expect(await muniment(desk, 'summary', '--vault', one.folder)).toMatchObject({ code: 0 })
    expect([readdirSync(join(one.folder, 'staging')), holding(one.folder, PASSPHRASE)]).toEqual([[], []])
    words()
    expect(await muniment(desk, ...args)).toMatchObject({ code: 0 })
    expect(readdirSync(desk).sort()).toEqual(['copy.zip', 'words.txt'])
    const restore = ['restore', 'copy.zip', '--to', 'Again.muniment', '--after', one.folder]
    const said = await muniment(desk, ...restore, '--passphrase-file', passphrase)
    expect([said.err, said.code]).toEqual(['', 0])
    expect(await muniment(desk, 'verify', '--vault', 'Again.muniment')).toMatchObject({ code: 0 })
  })

  it('makes a passphrase and prints it once, and takes one out of a pipe; none stands on a command line', async () => {
    const one = await lasting()
    await one.close()
    const made = await muniment(
      desk,
      'backup',
      'made.zip',
      '--sealed',
      '--make-passphrase',
      '--json',
      '--vault',
      one.folder,
    )
    const { passphrase, digest } = JSON.parse(made.out)
    expect([passphrase, digest]).toEqual([
      expect.stringMatching(/^(?:[2-9A-Z]{4}-?){6}$/),
      expect.stringMatching(/^[0-9a-f]{64}$/),
    ])
    const child = startMuniment(desk, 'restore', 'made.zip', '--to', 'Piped.muniment', '--nothing-later')
    child.stdin?.end(`${passphrase}\n`)
    expect(await ended(child)).toMatchObject({ code: 0 })
    expect(existsSync(join(desk, 'Piped.muniment', 'vault.json'))).toBe(true)
    expect(await muniment(desk, 'backup', 'none.zip', '--sealed', '--vault', one.folder)).toMatchObject({ code: 2 })
    expect(
      await muniment(desk, 'backup', 'made.zip', '--sealed', '--make-passphrase', '--vault', one.folder),
    ).toMatchObject({
      code: 1,
    })
  })
})

async function partsOf(path: string): Promise<Map<string, Buffer>> {
  const parts = new Map<string, Buffer>()
  const zip = await openPromise(path, { lazyEntries: true })
  for await (const entry of zip.eachEntry()) {
    const one: Entry = entry
    parts.set(one.fileName, await buffer(await zip.openReadStreamPromise(one)))
  }
  return parts
}
