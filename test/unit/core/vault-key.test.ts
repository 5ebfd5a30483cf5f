// The sealed key of a vault: the passphrase opens it, and the recovery key; nothing else does, and a changed file is told from a wrong passphrase.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import {
  copyReadable,
  hasPassphrase,
  hasRecoveryKey,
  refuseLocked,
} from '../../../electron/core/vault/cipher/key-file.ts'
import { keyFor, letGo } from '../../../electron/core/vault/cipher/keyring.ts'
import {
  makeVaultKey,
  openKey,
  removeKeyFiles,
  unlockVault,
  writeKeyFiles,
} from '../../../electron/core/vault/cipher/sealed-key.ts'
import { agePair } from '../../../electron/core/vault/key/age.ts'
import { seededRandom } from '../../support/archive.ts'

const CHEAP = 4
const folder = mkdtempSync(join(tmpdir(), 'muniment-key-'))
const key = makeVaultKey(seededRandom('vault key'))
const passphrase = 'Jos\u00e9 keeps nine records'

afterEach(() => {
  letGo(folder)
  for (const name of readdirSync(folder)) rmSync(join(folder, name))
})

test('the passphrase opens it, however its accents were typed; another does not', async () => {
  await writeKeyFiles(folder, key, { passphrase, recipient: null }, CHEAP)
  expect(await openKey(folder, passphrase.normalize('NFD'))).toEqual(key)
  await expect(openKey(folder, `${passphrase} `)).rejects.toMatchObject({ code: 'KEY_REFUSED' })
  await expect(openKey(folder, 'AGE-SECRET-KEY-1')).rejects.toMatchObject({ code: 'KEY_REFUSED' })
  const text = readFileSync(join(folder, 'vault-key.age'), 'latin1')
  expect(text).not.toContain(Buffer.from(key).toString('hex'))
  expect(hasRecoveryKey(folder)).toBe(false)
})

test('a recovery key opens it, too, also after the passphrase was changed', async () => {
  const { secret, recipient } = await agePair()
  await writeKeyFiles(folder, key, { passphrase, recipient }, CHEAP)
  await writeKeyFiles(folder, key, { passphrase: 'another passphrase', recipient: null }, CHEAP)
  expect(await openKey(folder, secret)).toEqual(key)
  expect(await openKey(folder, 'another passphrase')).toEqual(key)
  await expect(openKey(folder, passphrase)).rejects.toMatchObject({ code: 'KEY_REFUSED' })
  const { secret: other } = await agePair()
  await expect(openKey(folder, other)).rejects.toMatchObject({ code: 'KEY_REFUSED' })
})

test('a recovery key that is none is refused, and nothing is written', async () => {
  const locks = { passphrase, recipient: 'age1nothing' }
  await expect(writeKeyFiles(folder, key, locks, CHEAP)).rejects.toMatchObject({ code: 'KEY_REFUSED' })
  expect(readdirSync(folder)).toEqual([])
})

test('a file that is no sealed key is said to be damaged, not that the passphrase is wrong', async () => {
  writeFileSync(join(folder, 'vault-key.age'), 'nothing')
  await expect(openKey(folder, passphrase)).rejects.toMatchObject({ code: 'VAULT_DAMAGED' })
})

test('a vault under a passphrase is opened by whoever holds its key alone', async () => {
  expect(() => refuseLocked(folder)).not.toThrow()
  await writeKeyFiles(folder, key, { passphrase, recipient: null }, CHEAP)
  expect(() => refuseLocked(folder)).toThrow(expect.objectContaining({ code: 'PASSPHRASE_NEEDED' }))
  await unlockVault(folder, passphrase)
  expect(keyFor(join(folder, 'objects'))).toEqual(key)
  expect(() => refuseLocked(folder)).not.toThrow()
  writeFileSync(join(folder, 'converting.json'), '{"to":"sealed","person":"clerk"}')
  expect(() => refuseLocked(folder)).toThrow(expect.objectContaining({ code: 'VAULT_CONVERTING' }))
  for (const name of ['vault.json', 'FORMAT.md']) writeFileSync(join(folder, name), name)
  const copy = mkdtempSync(join(tmpdir(), 'muniment-key-'))
  copyReadable(folder, copy)
  expect(await openKey(copy, passphrase)).toEqual(key)
  removeKeyFiles(folder)
  expect(hasPassphrase(folder)).toBe(false)
  rmSync(copy, { recursive: true })
})
