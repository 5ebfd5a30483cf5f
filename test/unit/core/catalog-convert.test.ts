// The catalog under a key: nothing of it can be read without, and it is brought there and back, whatever an earlier attempt left behind.
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { convertCatalog } from '../../../electron/core/vault/catalog/convert.ts'
import { openDriver } from '../../../electron/core/vault/catalog/driver.ts'
import { migrate } from '../../../electron/core/vault/catalog/migrate.ts'
import { copyCatalog, openReader, openWriter } from '../../../electron/core/vault/catalog/open.ts'
import { snapshotCatalog } from '../../../electron/core/vault/catalog/snapshot.ts'
import { holdKey, letGo, VaultKey } from '../../../electron/core/vault/cipher/keyring.ts'
import { appendEntry } from '../../../electron/core/vault/ledger/ledger.ts'
import { Instant } from '../../../shared/domain/time.ts'

const WORD = 'plantedword'
const key = VaultKey.parse(new Uint8Array(32).fill(7))
const other = VaultKey.parse(new Uint8Array(32).fill(8))
let folder = ''
let file = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'muniment-catalog-'))
  file = join(folder, 'catalog.sqlite')
})

afterEach(() => {
  letGo(folder)
  rmSync(folder, { recursive: true })
})

/** A catalog with a planted word, written under the key that is held. */
function fill() {
  const db = openWriter(file)
  const at = Instant.parse(1_700_000_000_000)
  migrate(db, at)
  const entry = (n: number) => ({
    at,
    kind: 'test',
    payload: { word: `${WORD} ${n}` },
    salt: new Uint8Array(16).fill(n),
  })
  db.transaction(() => {
    for (let n = 0; n < 200; n += 1) appendEntry(db, entry(n))
  })
  return db
}

function filesWith(word: string): string[] {
  return readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(word))
}

function entries(): number | undefined {
  const db = openReader(file)
  try {
    return db.get<{ n: number }>('SELECT count(*) AS n FROM ledger_payload WHERE payload LIKE ?', `%${WORD}%`)?.n
  } finally {
    db.close()
  }
}

test('under a key, neither catalog nor log nor copy holds a word in the clear, and another key opens none of them', () => {
  holdKey(folder, key)
  const db = fill()
  expect(readFileSync(`${file}-wal`).length).toBeGreaterThan(0)
  copyCatalog(file, join(folder, 'copy.sqlite'))
  snapshotCatalog(folder, join(folder, 'snapshot.sqlite'))
  expect(filesWith(WORD)).toEqual([])
  db.close()
  expect(filesWith(WORD)).toEqual([])
  for (const name of ['catalog.sqlite', 'copy.sqlite', 'snapshot.sqlite']) {
    for (const wrong of [null, other]) {
      const opened = openDriver(join(folder, name), { readonly: true, key: wrong })
      expect(() => opened.all('SELECT name FROM sqlite_schema')).toThrow('not a database')
      opened.close()
    }
    const right = openDriver(join(folder, name), { readonly: true })
    expect(right.pragma('integrity_check')).toBe('ok')
    right.close()
  }
  expect(entries()).toBe(200)
})

test('a changed byte of a page is found', () => {
  holdKey(folder, key)
  fill().close()
  const bytes = readFileSync(file)
  bytes[8192 * 3 + 100] = (bytes[8192 * 3 + 100] ?? 0) ^ 1
  writeFileSync(file, bytes)
  const db = openReader(file)
  expect(db.pragma('integrity_check')).not.toBe('ok')
  db.close()
})

test('it is brought under a key and out again, and holds the same', () => {
  fill().close()
  expect(filesWith(WORD)).toEqual(['catalog.sqlite'])
  convertCatalog(file, key, 'sealed')
  expect(filesWith(WORD)).toEqual([])
  expect(readdirSync(folder)).toEqual(['catalog.sqlite'])
  holdKey(folder, key)
  expect(entries()).toBe(200)
  letGo(folder)
  convertCatalog(file, key, 'plain')
  expect(entries()).toBe(200)
  expect(readdirSync(folder).filter((name) => /converting|old/.test(name))).toEqual([])
})

test('what a killed attempt left is finished: a copy half made, the old one away, both there', () => {
  fill().close()
  writeFileSync(`${file}.converting`, WORD)
  renameSync(file, `${file}.old`)
  convertCatalog(file, key, 'sealed')
  expect(filesWith(WORD)).toEqual([])
  const plain = join(tmpdir(), `${Date.now()}-old.sqlite`)
  copyFileSync(file, plain)
  renameSync(plain, `${file}.old`)
  convertCatalog(file, key, 'sealed')
  expect(existsSync(`${file}.old`)).toBe(false)
  holdKey(folder, key)
  expect(entries()).toBe(200)
})
