// Destruction in place: what is struck is gone, what is not struck still proves itself, and a crash between the halves is harmless.
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openPromise } from 'yauzl'
import { DEFAULT_POLICY } from '../../../electron/core/intake/archive/archive.ts'
import { openArchiveSet } from '../../../electron/core/intake/archive/open-archive.ts'
import type { Driver } from '../../../electron/core/vault/catalog/driver.ts'
import { memberBytes } from '../../../electron/core/vault/packages/member-bytes.ts'
import { finishStrikes, markStrikes } from '../../../electron/core/vault/packages/strike.ts'
import { Instant } from '../../../shared/domain/time.ts'
import { rawZip } from '../../fixtures/zip/raw-zip.ts'
import { memoryCatalog } from '../../support/catalog.ts'

const at = Instant.parse(Date.UTC(2026, 10, 23))
const files = {
  'media/first-secret-name.jpg': 'the first secret '.repeat(4000),
  'media/second.jpg': 'kept bytes '.repeat(3000),
  'data/third-secret-name.js': 'another secret '.repeat(5000),
  'media/fourth.jpg': 'also kept '.repeat(100),
}
const sha = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest()

let folder = ''
let db: Driver
const zipFile = () => join(folder, 'packages', 'p1', 'package.zip')

/** How a package may be written. The Unicode path holds a member's whole name a second time. */
const unicodePath = (name: string) => {
  const path = Buffer.from(name)
  const head = Buffer.alloc(9)
  head.writeUInt16LE(0x7075, 0)
  head.writeUInt16LE(5 + path.length, 2)
  head.writeUInt8(1, 4)
  head.writeUInt32LE(crc32(path), 5)
  return Buffer.concat([head, path])
}
interface Manner {
  readonly zip64?: boolean
  readonly streamed?: boolean
  readonly unicode?: boolean
}
const MANNERS: readonly (readonly [how: string, manner: Manner])[] = [
  ['written plainly', {}],
  ['in ZIP64', { zip64: true }],
  ['written as a stream', { streamed: true }],
  ['with Unicode paths', { unicode: true }],
  ['in ZIP64 with Unicode paths', { zip64: true, unicode: true }],
]
const sumOf = (data: string) => {
  const sum = Buffer.alloc(4)
  sum.writeUInt32LE(crc32(data))
  return sum
}

/** What another program reads in the package's directory: each member's size and checksum, in order. */
async function listed(): Promise<readonly (readonly [size: number, crc: number])[]> {
  const zip = await openPromise(zipFile(), { decodeStrings: false, validateEntrySizes: false })
  const members: [number, number][] = []
  for await (const entry of zip.eachEntry()) members.push([entry.uncompressedSize, entry.crc32])
  zip.close()
  return members
}

async function sealed({ zip64 = false, streamed = false, unicode = false }: Manner): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'muniment-strike-'))
  mkdirSync(join(folder, 'packages', 'p1'), { recursive: true })
  const members = Object.entries(files).map(([name, data], place) => ({
    name,
    data,
    method: place % 2 === 0 ? 8 : 0,
    zip64,
    streamed,
    extra: unicode ? unicodePath(name) : Buffer.alloc(0),
  }))
  writeFileSync(zipFile(), rawZip(members, zip64 ? { zip64: true } : {}))
  db = memoryCatalog(1)
  db.run('DELETE FROM member')
  const set = await openArchiveSet(
    [{ path: zipFile(), name: 'export.zip' }],
    DEFAULT_POLICY,
    new AbortController().signal,
  )
  for (const [place, member] of set.members.entries()) {
    db.run(
      "INSERT INTO member VALUES (?, 'p1', ?, ?, ?, ?, ?, ?, ?, ?, ?, 'media', NULL, NULL)",
      place + 1,
      place,
      member.name,
      member.headerOffset,
      member.dataOffset,
      member.compressedSize,
      member.size,
      member.method,
      member.crc32 ?? 0,
      sha(files[member.name as keyof typeof files]),
    )
  }
  await set.close()
}

async function survivors(): Promise<Record<string, boolean>> {
  const rows = db.all<{ name: string; data_offset: number; packed_size: number; method: string; digest: Uint8Array }>(
    'SELECT name, data_offset, packed_size, method, digest FROM member WHERE struck_at IS NULL ORDER BY position',
  )
  const proven: Record<string, boolean> = {}
  for (const row of rows) {
    const hash = createHash('sha256')
    for await (const chunk of memberBytes(zipFile(), row, new AbortController().signal)) hash.update(chunk)
    proven[row.name] = hash.digest().equals(row.digest)
  }
  return proven
}

beforeEach(() => sealed({}))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('striking members of a package', () => {
  it('overwrites their bytes and their names, and nothing else', async () => {
    const before = readFileSync(zipFile())
    db.transaction(() => markStrikes(db, folder, [1, 3], at))
    expect(readFileSync(zipFile()).equals(before)).toBe(true)
    expect(finishStrikes(db, folder, at)).toBe(2)
    const after = readFileSync(zipFile())
    expect(after.length).toBe(before.length)
    expect(after.includes('secret')).toBe(false)
    expect(await survivors()).toEqual({ 'media/second.jpg': true, 'media/fourth.jpg': true })
    expect(db.get('SELECT state FROM package')).toEqual({ state: 'struck' })
    expect(db.all('SELECT name, digest FROM member WHERE struck_at IS NOT NULL')).toEqual([
      { name: '', digest: null },
      { name: '', digest: null },
    ])
  })

  it('is finished at the next opening when a crash came between marking and overwriting, or in its middle', async () => {
    db.transaction(() => markStrikes(db, folder, [1], at))
    const half = readFileSync(zipFile())
    half.fill(0, 40, 60)
    writeFileSync(zipFile(), half)
    expect(finishStrikes(db, folder, at)).toBe(1)
    expect(finishStrikes(db, folder, at)).toBe(0)
    expect(readFileSync(zipFile()).includes('first-secret')).toBe(false)
    expect(Object.values(await survivors())).toEqual([true, true, true])
  })

  it('finds its places in a ZIP64 package too', async () => {
    rmSync(folder, { recursive: true, force: true })
    await sealed({ zip64: true })
    db.transaction(() => markStrikes(db, folder, [1, 2, 3], at))
    finishStrikes(db, folder, at)
    expect(await survivors()).toEqual({ 'media/fourth.jpg': true })
    expect(readFileSync(zipFile()).includes('second.jpg')).toBe(false)
  })

  it.each(MANNERS)('leaves nothing that tells of the content in a package %s', async (_how, manner) => {
    rmSync(folder, { recursive: true, force: true })
    await sealed(manner)
    const before = await listed()
    db.transaction(() => markStrikes(db, folder, [1, 3], at))
    finishStrikes(db, folder, at)
    const after = readFileSync(zipFile())
    expect(after.includes('secret')).toBe(false)
    for (const [name, data] of Object.entries(files)) expect(after.includes(sumOf(data))).toBe(!name.includes('secret'))
    expect(await survivors()).toEqual({ 'media/second.jpg': true, 'media/fourth.jpg': true })
    expect(await listed()).toEqual(before.map((size, place) => (place % 2 === 0 ? [size[0], 0] : size)))
    expect(db.all('SELECT crc32 <> 0 AS summed FROM member ORDER BY id')).toEqual(
      [0, 1, 0, 1].map((summed) => ({ summed })),
    )
  })

  it('leaves what it cannot reach marked, and finishes it once the package is back', () => {
    db.transaction(() => markStrikes(db, folder, [1], at))
    renameSync(zipFile(), `${zipFile()}.away`)
    expect(finishStrikes(db, folder, at)).toBe(0)
    expect(db.get('SELECT count(*) AS n FROM strike WHERE done_at IS NULL')).toEqual({ n: 1 })
    renameSync(`${zipFile()}.away`, zipFile())
    expect(finishStrikes(db, folder, at)).toBe(1)
    expect(readFileSync(zipFile()).includes('first-secret')).toBe(false)
  })

  it('refuses to mark what does not stand where the catalog says', () => {
    db.run('UPDATE member SET header_offset = header_offset + 1 WHERE id = 1')
    expect(() => db.transaction(() => markStrikes(db, folder, [1], at))).toThrow(/no member begins/)
    expect(db.get('SELECT count(*) AS n FROM strike')).toEqual({ n: 0 })
  })
})
