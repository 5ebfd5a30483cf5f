// The keyring: a path finds its own vault's key and no other's; keys for two purposes differ.
import { hkdfSync } from 'node:crypto'
import { join, sep } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { holdKey, keyFor, letGo, subkey, VaultKey } from '../../../electron/core/vault/cipher/keyring.ts'

const one = join(sep, 'records', 'One.muniment')
const inner = join(one, 'inner', 'Two.muniment')
const key = (byte: number) => VaultKey.parse(new Uint8Array(32).fill(byte))

afterEach(() => {
  letGo(one)
  letGo(inner)
})

test('a path finds the key of the innermost vault that it lies in', () => {
  expect(keyFor(join(one, 'catalog.sqlite'))).toBeNull()
  holdKey(`${one}${sep}`, key(1))
  holdKey(inner, key(2))
  expect(keyFor(one)).toEqual(key(1))
  expect(keyFor(join(one, 'objects', 'ab'))).toEqual(key(1))
  expect(keyFor(join(inner, 'objects', 'ab'))).toEqual(key(2))
  expect(keyFor(`${one}.part`)).toBeNull()
  expect(keyFor(join(one, '..', 'elsewhere'))).toBeNull()
  letGo(inner)
  expect(keyFor(join(inner, 'objects', 'ab'))).toEqual(key(1))
  letGo(one)
  expect(keyFor(join(one, 'objects', 'ab'))).toBeNull()
})

test('a key has 32 bytes, and gives another key for each purpose', () => {
  expect(VaultKey.safeParse(new Uint8Array(31)).success).toBe(false)
  const expected = hkdfSync('sha256', key(7), Buffer.alloc(0), 'muniment vault files', 32)
  expect(Buffer.from(subkey(key(7), 'files')).equals(Buffer.from(expected))).toBe(true)
  expect(subkey(key(7), 'catalog')).not.toEqual(subkey(key(7), 'files'))
})
