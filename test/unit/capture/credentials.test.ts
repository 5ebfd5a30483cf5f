// Log-ins for captures: sealed on this desk and nowhere in the clear, read from files and the environment, and given to captures alone.
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenCredential } from '../../../electron/cli/input/credential.ts'
import type { Surroundings } from '../../../electron/cli/surroundings.ts'
import { credentialBook } from '../../../electron/core/worker/credentials.ts'
import { openCredentials } from '../../../electron/main/credentials.ts'
import type { Sealing } from '../../../electron/main/desk-secrets.ts'
import { AccountId } from '../../../shared/domain/id.ts'

const SECRET = 'planted-token-7781'
const account = AccountId.parse(3)
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muniment-credentials-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Turns bytes around: nobody's keychain, but nothing in the clear. */
const turned = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 0x5a))
const sealing = (backend: string, available = true): Sealing => ({
  isEncryptionAvailable: () => available,
  encryptString: (text) => turned(Buffer.from(text)),
  decryptString: (sealed) => turned(sealed).toString(),
  getSelectedStorageBackend: () => backend,
})

test('a log-in is kept sealed for one vault and one account, replaced, and forgotten', async () => {
  const path = join(folder, 'kept.json')
  const kept = await openCredentials(path, sealing('gnome_libsecret'))
  await kept.keep('vault-a', { account, credential: { token: 'an older one' } }, 1000)
  await kept.keep('vault-a', { account, credential: { token: SECRET } }, 2000)
  const written = await readFile(path, 'utf8')
  expect(written).not.toContain(SECRET)
  expect((await stat(path)).mode & 0o077).toBe(0)

  const again = await openCredentials(path, sealing('gnome_libsecret'))
  expect(again.place).toBe('keychain')
  expect(again.heldFor('vault-a')).toEqual([{ account, credential: { token: SECRET } }])
  expect(again.heldFor('vault-b')).toEqual([])
  expect(again.savedAt('vault-a', account)).toBe(2000)
  await again.keep('vault-a', { account, credential: null }, 3000)
  expect((await openCredentials(path, sealing('gnome_libsecret'))).heldFor('vault-a')).toEqual([])
})

test('a computer without a keyring is said to keep it weakly, one without any sealing keeps nothing on the disk', async () => {
  expect((await openCredentials(join(folder, 'weak.json'), sealing('basic_text'))).place).toBe('weak')
  const path = join(folder, 'none.json')
  const none = await openCredentials(path, sealing('basic_text', false))
  expect(none.place).toBe('none')
  await none.keep('vault-a', { account, credential: { token: SECRET } }, 1000)
  expect(await readFile(path, 'utf8')).toBe('{"entries":[]}')
})

test('what another keychain sealed is as good as forgotten, and a damaged file holds nothing', async () => {
  const path = join(folder, 'other.json')
  const kept = await openCredentials(path, sealing('gnome_libsecret'))
  await kept.keep('vault-a', { account, credential: { token: SECRET } }, 1000)
  const other = {
    ...sealing('gnome_libsecret'),
    decryptString: () => {
      throw new Error('another key')
    },
  }
  expect((await openCredentials(path, other)).heldFor('vault-a')).toEqual([])
  await writeFile(path, '{"entries":')
  expect((await openCredentials(path, sealing('gnome_libsecret'))).heldFor('vault-a')).toEqual([])
})

const given = (file: string | undefined, env: Surroundings['env'] = {}) =>
  // Only these two are looked at.
  givenCredential({ folder, env } as Surroundings, file)

test.each([
  ['token: abc-1234\n', { token: 'abc-1234' }],
  ['user: clerk\npassword: four words of it\n', { user: 'clerk', password: 'four words of it' }],
  ['{"key":"k-99"}', { key: 'k-99' }],
  ['just-a-token\n', { token: 'just-a-token' }],
])('a file of %j is read', async (text, expected) => {
  await writeFile(join(folder, 'login'), text)
  expect(given('login')).toEqual(expected)
  expect(given(undefined, { MUNIMENT_CREDENTIAL: text })).toEqual(expected)
})

test.each([['tokne: SECRET'], ['{"token": 5, "x": "SECRET"}'], ['two words'], ['']])(
  'a file of %j is refused without a word of it',
  async (text) => {
    await writeFile(join(folder, 'bad'), text.replace('SECRET', SECRET))
    let sentence = ''
    try {
      given('bad')
    } catch (error) {
      sentence = String(error)
    }
    expect(sentence).toContain('holds no log-in')
    expect(sentence).not.toContain(SECRET)
  },
)

test('nothing is given where neither file nor variable is, and a file that is not there is said', () => {
  expect(given(undefined)).toBeNull()
  expect(() => given('absent')).toThrow('cannot be read')
})

test('captures are handed the log-ins, every other job none', () => {
  const book = credentialBook()
  book.hold(account, { token: SECRET }, false)
  expect(book.tableFor('capture.run')).toEqual({ [account]: { token: SECRET } })
  for (const other of ['intake.import', 'packet.build', 'list.write', 'recapture.run'])
    expect(book.tableFor(other)).toEqual({})
  const told: unknown[] = []
  const stop = book.onGiven((whose, credential) => told.push([whose, credential]))
  book.hold(account, { key: 'from a command line' }, true)
  stop()
  book.hold(account, null, false)
  expect(told).toEqual([[account, { key: 'from a command line' }]])
  expect(book.tableFor('capture.run')).toEqual({})
})
