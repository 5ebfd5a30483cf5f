// Files under a vault's key: any work on one ends in the same plain bytes as on a plain file, and any change of what lies on the disk is found.
import { createHash } from 'node:crypto'
import * as plainly from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { finishConversion, isSealed, sealFile, unsealFile } from '../../../../electron/core/vault/cipher/convert.ts'
import * as sealing from '../../../../electron/core/vault/cipher/fs.ts'
import { holdKey, letGo, VaultKey } from '../../../../electron/core/vault/cipher/keyring.ts'
import { createReadStream, createWriteStream } from '../../../../electron/core/vault/cipher/streams.ts'
import { CHUNK, HEADER } from '../../../../electron/sealed/form.ts'

const key = VaultKey.parse(new Uint8Array(32).map((_, at) => at * 7))
const folder = plainly.mkdtempSync(join(tmpdir(), 'muniment-sealed-'))
const vault = join(folder, 'vault')
const beside = join(folder, 'beside')

beforeAll(() => {
  for (const one of [vault, join(vault, 'staging'), beside]) plainly.mkdirSync(one)
  holdKey(vault, key)
})

afterAll(() => {
  letGo(vault)
  plainly.rmSync(folder, { recursive: true })
})

/** Positions around the seams of chunks, where mistakes would be. */
const place = fc.oneof(
  fc.nat(400),
  fc.integer({ min: CHUNK - 3, max: CHUNK + 3 }),
  fc.integer({ min: 2 * CHUNK - 3, max: 2 * CHUNK + 40 }),
)
const bytes = fc
  .tuple(fc.nat(255), fc.oneof(fc.nat(50), fc.constantFrom(CHUNK - 1, CHUNK, CHUNK + 1)))
  .map(([first, length]) => Uint8Array.from({ length }, (_, at) => first + at * 31))
const act = fc.oneof(
  fc.record({ kind: fc.constant('write' as const), at: place, bytes }),
  fc.record({ kind: fc.constant('append' as const), bytes }),
  fc.record({ kind: fc.constant('truncate' as const), to: place }),
  fc.record({ kind: fc.constant('read' as const), at: place, length: place }),
)

test('any writing, cutting and reading of a sealed file gives what it gives of a plain one', () => {
  fc.assert(
    fc.property(bytes, fc.array(act, { maxLength: 8 }), (first, acts) => {
      const [sealed, plain] = [join(vault, 'one'), join(beside, 'one')]
      for (const path of [sealed, plain]) sealing.writeFileSync(path, first)
      for (const one of acts) expect(done(sealed, one), `${one.kind} of a sealed file`).toEqual(done(plain, one))
      expect(sealing.readFileSync(sealed).equals(plainly.readFileSync(plain))).toBe(true)
      expect(sealing.statSync(sealed).size).toBe(plainly.statSync(plain).size)
    }),
    { numRuns: 15 },
  )
})

function done(path: string, one: typeof act extends fc.Arbitrary<infer Act> ? Act : never): unknown {
  if (one.kind === 'truncate') return sealing.truncateSync(path, one.to)
  if (one.kind === 'append') return sealing.writeFileSync(path, one.bytes, { flag: 'a' })
  const file = sealing.openSync(path, one.kind === 'read' ? 'r' : 'r+')
  try {
    if (one.kind === 'write') return sealing.writeSync(file, one.bytes, 0, one.bytes.length, one.at)
    const into = Buffer.alloc(one.length)
    return { read: sealing.readSync(file, into, 0, one.length, one.at), into }
  } finally {
    sealing.closeSync(file)
  }
}

test('a changed, cut, lengthened or exchanged sealed file is never read as if it were whole', () => {
  const path = join(vault, 'two')
  const whole = Buffer.alloc(2 * CHUNK + 100, 'a record of the City ')
  sealing.writeFileSync(path, whole)
  const sound = plainly.readFileSync(path)
  const spoilt = fc.oneof(
    fc.nat(sound.length - 1).map((at) => Buffer.from(sound.map((byte, place) => (place === at ? byte ^ 1 : byte)))),
    fc.integer({ min: HEADER, max: sound.length - 1 }).map((length) => sound.subarray(0, length)),
    fc.integer({ min: 1, max: 200 }).map((more) => Buffer.concat([sound, Buffer.alloc(more)])),
  )
  fc.assert(
    fc.property(spoilt, (changed) => {
      plainly.writeFileSync(path, changed)
      let read: Buffer | null = null
      try {
        read = sealing.readFileSync(path)
      } catch {
        return
      }
      // Where its magic went, it is no sealed file any more: its bytes are what they are, and no record.
      expect(read.equals(whole)).toBe(false)
      expect(read.equals(changed)).toBe(true)
    }),
    { numRuns: 80 },
  )
})

test('nothing of a sealed file can be read on the disk, and the same bytes never look the same twice', () => {
  const [one, two] = [join(vault, 'three'), join(vault, 'four')]
  const words = Buffer.from('Meet me at Lake Merritt at nine. '.repeat(5000))
  for (const path of [one, two]) sealing.writeFileSync(path, words)
  const [first, second] = [plainly.readFileSync(one), plainly.readFileSync(two)]
  expect(first.includes('Merritt')).toBe(false)
  expect(first.subarray(HEADER).equals(second.subarray(HEADER))).toBe(false)
  letGo(vault)
  holdKey(vault, VaultKey.parse(new Uint8Array(32)))
  expect(() => sealing.readFileSync(one)).toThrow('under another key')
  letGo(vault)
  holdKey(vault, key)
  expect(sealing.readFileSync(one).equals(words)).toBe(true)
})

test('streams seal and open, whole and by ranges', async () => {
  const path = join(vault, 'five')
  const out = createWriteStream(path, { flush: true })
  const words = Buffer.from('Public comment, item 7. '.repeat(12_000))
  for (let at = 0; at < words.length; at += 70_001) out.write(words.subarray(at, at + 70_001))
  await new Promise<void>((ended) => out.end(ended))
  const read = async (range: { start?: number; end?: number }) => {
    const pieces: Buffer[] = []
    for await (const piece of createReadStream(path, range)) pieces.push(piece)
    return Buffer.concat(pieces)
  }
  expect((await read({})).equals(words)).toBe(true)
  expect((await read({ start: 65_500, end: 131_100 })).equals(words.subarray(65_500, 131_101))).toBe(true)
})

test('a change of a sealed file that was killed while it was brought in is whole when it is next opened, and never another file’s', () => {
  const path = join(vault, 'seven')
  sealing.writeFileSync(path, Buffer.alloc(CHUNK + 100, 'before '))
  const before = plainly.readFileSync(path)
  const file = sealing.openSync(path, 'r+')
  sealing.writeSync(file, Buffer.alloc(10), 0, 10, 50)
  const aside = join(vault, 'staging')
  sealing.closeSync(file)
  const after = plainly.readFileSync(path)
  const struck = sealing.readFileSync(path)
  const chunk = after.subarray(HEADER, HEADER + CHUNK + 28)
  // As a kill leaves it: the new chunk lies aside in whole, and half of it in its place.
  const name = createHash('sha256').update('seven').digest('hex')
  const head = Buffer.alloc(12)
  head.writeBigUInt64LE(BigInt(HEADER))
  head.writeUInt32LE(chunk.length, 8)
  const whole = Buffer.concat([Buffer.from('MUNRSEAL'), after.subarray(0, HEADER), head, chunk])
  const left = Buffer.concat([whole, createHash('sha256').update(whole).digest()])
  plainly.writeFileSync(path, Buffer.concat([after.subarray(0, 30_000), before.subarray(30_000)]))
  plainly.writeFileSync(join(aside, `reseal-${name}`), left)
  expect(sealing.readFileSync(path).equals(struck)).toBe(true)
  sealing.closeSync(sealing.openSync(path, 'r+'))
  expect([plainly.readdirSync(aside), plainly.readFileSync(path).equals(after)]).toEqual([[], true])
  // A later file at the same place has nothing to do with it.
  plainly.writeFileSync(join(aside, `reseal-${name}`), left)
  sealing.writeFileSync(path, 'another file')
  sealing.closeSync(sealing.openSync(path, 'r+'))
  expect([plainly.readdirSync(aside), sealing.readFileSync(path, 'utf8')]).toEqual([[], 'another file'])
})

test('a file is sealed and unsealed where it lies, and a change that was cut off is brought to its end', () => {
  const path = join(vault, 'six')
  const words = Buffer.from('A scanned order. '.repeat(9000))
  plainly.writeFileSync(path, words, { mode: 0o400 })
  sealFile(vault, 'six', key)
  sealFile(vault, 'six', key)
  expect([isSealed(path, key), plainly.readFileSync(path).includes('order')]).toEqual([true, false])
  expect(sealing.readFileSync(path).equals(words)).toBe(true)
  // As a kill leaves it between the old file's end and the new one's coming: told, aside, and not in its place.
  plainly.renameSync(path, join(vault, 'staging/conversion'))
  plainly.writeFileSync(join(vault, 'staging/conversion.json'), JSON.stringify({ path: 'six' }))
  finishConversion(vault)
  expect(sealing.readFileSync(path).equals(words)).toBe(true)
  unsealFile(vault, 'six', key)
  expect(plainly.readFileSync(path).equals(words)).toBe(true)
  expect(plainly.readdirSync(join(vault, 'staging'))).toEqual([])
})
