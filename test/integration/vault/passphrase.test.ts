// A vault under a passphrase: what lies in its folder tells nothing without it, everything works with it, and cut off anywhere the change is gone on with.
import { createDecipheriv, createHash, hkdfSync } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { armor, Decrypter } from 'age-encryption'
import Database from 'better-sqlite3-multiple-ciphers'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { writeFileSync as writeSealed } from '../../../electron/core/vault/cipher/fs.ts'
import { converting, hasPassphrase } from '../../../electron/core/vault/cipher/key-file.ts'
import { letGoAll } from '../../../electron/core/vault/cipher/keyring.ts'
import { unlockVault } from '../../../electron/core/vault/cipher/sealed-key.ts'
import { agePair } from '../../../electron/core/vault/key/age.ts'
import {
  changePassphrase,
  type PassphraseOrder,
  removePassphrase,
  setPassphrase,
} from '../../../electron/core/vault-passphrase.ts'
import { dispositionSettle } from '../../../shared/contract/approval.ts'
import { purgeExecute } from '../../../shared/contract/destruction.ts'
import { vaultVerify } from '../../../shared/contract/vault.ts'
import { usualOffice } from '../../../shared/domain/disposition/approval.ts'
import { PersonId } from '../../../shared/domain/id.ts'
import { openTestArchive, seededRandom, steppingClock } from '../../support/archive.ts'
import { muniment } from '../../support/command-line.ts'
import { approveByPages, distinctive, drawPlan, importPosts, picture, putInSeries } from '../../support/purgeable.ts'
import { workplace } from '../../support/vaults.ts'
import { filesBelow, holding } from '../../support/x-files.ts'

const { folder: desk, put } = workplace('passphrase')
const PASSPHRASE = 'plum kettle ladder moss seven'
/** Rounds of scrypt, as a logarithm: a guess costs nothing here. */
const FEW = 4
const clerk = PersonId.parse('clerk')
const means = { clock: steppingClock('2026-11-25T17:00:00Z'), random: seededRandom('passphrase'), machine: 'desk' }
const order: PassphraseOrder = { person: clerk, signal: new AbortController().signal, progress: () => {}, cost: FEW }
const locks = { passphrase: PASSPHRASE, recipient: null }
const PICTURE = picture(2).subarray(200, 232)
const WORDS = [distinctive(2), 'AlderBayCity', 'Pat Moreno', PASSPHRASE]

/** What lies in each package: it may be filtered of what was not to be kept. */
const KEPT =
  'SELECT id, coalesce(kept.digest, package.digest) AS digest FROM package LEFT JOIN package_kept AS kept ON kept.package_id = package.id'

/** What lies in a vault, but the catalog's log, which SQLite may leave to the next opening. */
function lasting(root: string): string[] {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' })
  return names.filter((name) => !/-(?:wal|shm)$/.test(name)).sort()
}

/** Files in which something of the vault can be read: as it lies, in either spelling of text, or inflated where anything in it inflates. */
function readable(root: string): string[] {
  return [...filesBelow(root)].filter(([, bytes]) => tells(bytes) || inflated(bytes).some(tells)).map(([name]) => name)
}

function tells(bytes: Buffer): boolean {
  return bytes.includes(PICTURE) || WORDS.some((word) => bytes.includes(word) || bytes.includes(word, 0, 'utf16le'))
}

/** What stands in the members of a ZIP, wherever one begins. */
function inflated(bytes: Buffer): Buffer[] {
  const found: Buffer[] = []
  for (let at = bytes.indexOf('PK\x03\x04'); at >= 0; at = bytes.indexOf('PK\x03\x04', at + 4)) {
    const begin = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
    try {
      found.push(inflateRawSync(bytes.subarray(begin), { maxOutputLength: 1 << 26 }))
    } catch {
      // No member of a ZIP, or one that is stored.
    }
  }
  return found
}

/** A vault with a post and its picture, closed. @param more posts that came later, each by itself */
async function vaultWithPost(...more: readonly number[]): Promise<string> {
  const one = await (await openTestArchive()).reopen()
  for (const post of [2, ...more]) await importPosts(one, desk, [post], true)
  await one.close()
  return one.folder
}

const ask = (folder: string, file: string, ...args: readonly string[]) =>
  muniment(desk, ...args, '--vault', folder, '--vault-passphrase-file', file, '--json')

let words = ''
let wrong = ''
beforeAll(() => {
  words = put('words.txt', `${PASSPHRASE}\n`)
  wrong = put('wrong.txt', 'plum kettle ladder moss eight\n')
})
afterEach(letGoAll)

describe('a vault under a passphrase', () => {
  it('tells nothing to whoever has the folder alone, and everything to whoever has the passphrase', async () => {
    const folder = await vaultWithPost()
    const before = JSON.parse((await muniment(desk, 'records', '--vault', folder, '--json')).out)
    expect(readable(folder)).not.toEqual([])
    await setPassphrase(folder, locks, order, means)
    letGoAll()
    expect(readable(folder)).toEqual([])

    const none = await muniment(desk, 'records', '--vault', folder)
    expect([none.code, none.out]).toEqual([2, ''])
    expect(none.err).toContain('passphrase')
    expect(JSON.parse((await ask(folder, wrong, 'records')).out)).toMatchObject({ refusal: { code: 'KEY_REFUSED' } })
    expect(JSON.parse((await ask(folder, words, 'records')).out)).toEqual(before)
    expect(await ask(folder, words, 'verify')).toMatchObject({ code: 0 })
    expect(readable(folder)).toEqual([])

    const ledger = JSON.parse((await ask(folder, words, 'ledger')).out)
    expect(JSON.stringify(ledger)).toContain('vault.passphrase-set')
    expect(JSON.stringify(ledger)).not.toContain(PASSPHRASE)
  })

  it('takes an import in, and neither its backup nor what is restored from that can be read without', async () => {
    const folder = await vaultWithPost()
    await setPassphrase(folder, locks, order, means)
    const one = await openTestArchive({ folder })
    await importPosts(one, desk, [3], true)
    await one.close()
    letGoAll()
    expect(readable(folder)).toEqual([])
    const before = JSON.parse((await ask(folder, words, 'records')).out)

    const backup = join(desk, 'backup')
    expect(await ask(folder, words, 'backup', backup)).toMatchObject({ code: 0 })
    expect(readable(backup)).toEqual([])
    const restored = join(desk, 'Restored.muniment')
    const restore = ['restore', backup, '--to', restored, '--passphrase-file', words, '--vault-passphrase-file', words]
    expect((await muniment(desk, ...restore)).code).not.toBe(0)
    expect(await muniment(desk, ...restore, '--after', folder)).toMatchObject({ code: 0, err: '' })
    expect(readable(restored)).toEqual([])
    expect(JSON.parse((await ask(restored, words, 'records')).out)).toEqual(before)
    expect(await ask(restored, words, 'verify')).toMatchObject({ code: 0 })
    expect(await ask(folder, words, 'copy', join(desk, 'Reading.muniment'))).toMatchObject({ code: 0 })
    expect(readable(join(desk, 'Reading.muniment'))).toEqual([])
    expect(JSON.parse((await ask(join(desk, 'Reading.muniment'), words, 'records')).out)).toEqual(before)
    expect((await ask(folder, words, 'backup', 'one.zip', '--sealed', '--make-passphrase')).code).not.toBe(0)
    expect(existsSync(join(desk, 'one.zip'))).toBe(false)
  })

  it('destroys: the proof looks behind the seals, finds what was left on purpose, and nothing of it is in the opened vault', async () => {
    const folder = await vaultWithPost()
    await setPassphrase(folder, locks, order, means)
    const one = await openTestArchive({ folder, clock: steppingClock('2026-11-26T17:00:00Z') })
    await putInSeries(one)
    await one.call(dispositionSettle, { office: { ...usualOffice, alone: true }, reason: 'a small office' })
    const plan = await drawPlan(one, '2026-11-26')
    await approveByPages(one, plan, '2026-11-26')
    const stray = join(folder, 'objects', 'stray')
    writeSealed(stray, `left behind: ${distinctive(2)}`)
    const done = await one.run(purgeExecute, { plan: plan.id, to: { pdf: null, json: null } })
    expect(done.destroyed).toBe(1)
    expect(done.proof?.left.map(({ place }) => place)).toEqual([join('objects', 'stray')])
    expect((await one.run(vaultVerify, {})).findings.map(({ subject }) => subject)).toEqual([join('objects', 'stray')])
    await one.close()
    rmSync(stray)
    await removePassphrase(folder, PASSPHRASE, order, means)
    expect(holding(folder, distinctive(2))).toEqual([])
    expect([...filesBelow(folder).values()].filter((bytes) => bytes.includes(PICTURE))).toEqual([])
  })

  it('is opened without Muniment, as FORMAT.md in it says', async () => {
    const folder = await vaultWithPost()
    await setPassphrase(folder, locks, order, means)
    const decrypter = new Decrypter()
    decrypter.addPassphrase(PASSPHRASE)
    const text = await decrypter.decrypt(armor.decode(readFileSync(join(folder, 'vault-key.age'), 'utf8')), 'text')
    const key = Buffer.from(text.replace('muniment-vault-key-1 ', '').trim(), 'hex')
    const derived = (from: Buffer, salt: Buffer, info: string) => Buffer.from(hkdfSync('sha256', from, salt, info, 32))
    const none = Buffer.alloc(0)
    const db = new Database(join(folder, 'catalog.sqlite'), { readonly: true })
    db.pragma("cipher = 'chacha20'")
    db.pragma(`hexkey = '7261773a${derived(key, none, 'muniment vault catalog').toString('hex')}'`)
    const packages = db.prepare<[], { id: string; digest: Buffer }>(KEPT).all()
    db.close()
    expect(packages).toHaveLength(1)
    for (const { id, digest } of packages) {
      const file = readFileSync(join(folder, 'packages', id, 'package.zip'))
      expect(file.subarray(0, 8).toString('latin1')).toBe('MUNSEAL\x01')
      const own = derived(derived(key, none, 'muniment vault files'), file.subarray(8, 24), 'muniment sealed file 1')
      const pieces: Buffer[] = []
      const whole = 65_536 + 28
      for (let at = 40, nth = 0n; at < file.length; at += whole, nth += 1n) {
        const piece = file.subarray(at, at + whole)
        const opened = createDecipheriv('aes-256-gcm', own, piece.subarray(0, 12))
        const beside = Buffer.alloc(9)
        beside.writeBigUInt64LE(nth)
        beside[8] = at + whole >= file.length ? 1 : 0
        opened.setAAD(beside)
        opened.setAuthTag(piece.subarray(-16))
        pieces.push(opened.update(piece.subarray(12, -16)), opened.final())
      }
      expect(createHash('sha256').update(Buffer.concat(pieces)).digest().equals(digest)).toBe(true)
    }
  })

  it('is moved under its passphrase', async () => {
    const folder = await vaultWithPost()
    await setPassphrase(folder, locks, order, means)
    letGoAll()
    const to = join(desk, 'Moved.muniment')
    expect(await ask(folder, words, 'move', to, '--reason', 'A new disk', '--as', 'clerk')).toMatchObject({ code: 0 })
    expect([readable(to), readable(folder)]).toEqual([[], []])
    expect(await ask(to, words, 'records')).toMatchObject({ code: 0 })
    expect(await ask(folder, words, 'records')).toMatchObject({ code: 0 })
  })

  it('opens with the new passphrase alone once it is changed, and with its recovery key', async () => {
    const folder = await vaultWithPost()
    const { secret, recipient } = await agePair()
    await setPassphrase(folder, { ...locks, recipient }, order, means)
    await changePassphrase(folder, secret, { passphrase: 'another twelve letters', recipient: null }, order, means)
    letGoAll()
    await expect(unlockVault(folder, PASSPHRASE)).rejects.toMatchObject({ code: 'KEY_REFUSED' })
    const recovery = put('recovery.txt', `# public key: ${recipient}\n${secret}\n`)
    expect(await ask(folder, recovery, 'records')).toMatchObject({ code: 0 })
    expect(await ask(folder, put('new.txt', 'another twelve letters'), 'records')).toMatchObject({ code: 0 })
    const status = JSON.parse((await muniment(desk, 'vault', 'passphrase', 'status', '--vault', folder, '--json')).out)
    expect(status).toEqual({ passphrase: true, recoveryKey: true, converting: null })
  })
})

describe('cut off', () => {
  /** Fails after each number of files in turn, and goes on; returns how often it was cut off. */
  async function cutOffEverywhere(folder: string, act: (cut: PassphraseOrder) => Promise<void>): Promise<number> {
    for (let after = 1; after < 200; after += 1) {
      let done = 0
      const progress = () => {
        done += 1
        if (done === after) throw new Error('cut off')
      }
      const ended = await act({ ...order, progress }).then(
        () => true,
        (error: unknown) => {
          expect(String(error)).toContain('cut off')
          return false
        },
      )
      letGoAll()
      if (ended) return after - 1
      expect(converting(folder)).not.toBeNull()
      expect((await ask(folder, words, 'records')).code).toBe(1)
    }
    throw new Error('it never came to its end')
  }

  it('at any file, it is gone on with, and nothing is lost on the way there or back', async () => {
    const folder = await vaultWithPost(3, 4)
    const before = JSON.parse((await muniment(desk, 'records', '--vault', folder, '--json')).out)
    const files = lasting(folder)
    const there = await cutOffEverywhere(folder, (cut) => setPassphrase(folder, locks, cut, means))
    expect(there).toBeGreaterThan(1)
    expect(readable(folder)).toEqual([])
    expect(JSON.parse((await ask(folder, words, 'records')).out)).toEqual(before)
    expect(await ask(folder, words, 'verify')).toMatchObject({ code: 0 })

    expect(await cutOffEverywhere(folder, (cut) => removePassphrase(folder, PASSPHRASE, cut, means))).toBe(there)
    expect(hasPassphrase(folder)).toBe(false)
    expect(JSON.parse((await muniment(desk, 'records', '--vault', folder, '--json')).out)).toEqual(before)
    expect(await muniment(desk, 'verify', '--vault', folder)).toMatchObject({ code: 0 })
    expect(lasting(folder)).toEqual(files)
  })

  it('another passphrase does not go on with it, nor does the other way', async () => {
    const folder = await vaultWithPost()
    const progress = () => {
      throw new Error('cut off')
    }
    await expect(setPassphrase(folder, locks, { ...order, progress }, means)).rejects.toThrow('cut off')
    const other = { passphrase: 'plum kettle ladder moss eight', recipient: null }
    await expect(setPassphrase(folder, other, order, means)).rejects.toMatchObject({ code: 'KEY_REFUSED' })
    await expect(removePassphrase(folder, PASSPHRASE, order, means)).rejects.toMatchObject({ code: 'VAULT_CONVERTING' })
    await setPassphrase(folder, locks, order, means)
    await expect(setPassphrase(folder, locks, order, means)).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    expect(readFileSync(join(folder, 'vault.json'), 'utf8')).toContain('City of Alder Bay')
  })
})
