// What a clerk can rely on when a file lies about its content, a set is larger than allowed, or a finding has to be understood.
import { promises, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { type RawMember, rawZip } from '../../fixtures/zip/raw-zip.ts'
import { contents, opened, packageOf, scratchFolder, textOf } from '../../support/packages.ts'

const GOOD: RawMember = { name: 'good.txt', data: 'good' }
const big = (size: number) => Buffer.alloc(size)

describe('a file that lies about its content is stopped while it is read', () => {
  const rows: [string, RawMember, string][] = [
    ['a wrong checksum', { name: 'x', data: 'hello', crc: 7 }, 'wrong-checksum'],
    ['a wrong checksum of an empty file', { name: 'x', data: '', method: 0, crc: 7 }, 'wrong-checksum'],
    ['more content than stated', { name: 'x', data: big(2_000_000), size: 1000 }, 'size-mismatch'],
    ['less content than stated', { name: 'x', data: 'hello', size: 6 }, 'size-mismatch'],
    [
      'bytes behind its content',
      { name: 'x', data: 'x', packed: Buffer.from([0x4b, 0x04, 0x00, 1, 2, 3]), crc: 0x8cdc1683 },
      'size-mismatch',
    ],
    ['content that is not packed at all', { name: 'x', data: 'x', packed: Buffer.alloc(50, 0xff) }, 'damaged'],
    ['content cut short', { name: 'x', data: 'x', packed: Buffer.from([0x4b]) }, 'damaged'],
    ['a ZIP under another name', { name: 'photo.jpg', data: rawZip([GOOD]) }, 'nested-archive'],
    ['a gzip under another name', { name: 'photo.jpg', data: Buffer.from('1f8b080000', 'hex') }, 'nested-archive'],
    [
      'a tar under another name',
      { name: 'photo.jpg', data: Buffer.concat([Buffer.alloc(257), Buffer.from('ustar\0')]) },
      'nested-archive',
    ],
  ]
  it.each(rows)('%s', async (_, member, code) => {
    const set = await opened(rawZip([GOOD, member, { ...GOOD, name: 'last.txt' }]))
    expect(set.findings).toEqual([])
    expect(await contents(set)).toEqual({ 'good.txt': 'good', [`${member.name}`]: `! ${code}`, 'last.txt': 'good' })
  })

  it('an archive in disguise is read when somebody asks, and a document that is a ZIP by nature always', async () => {
    const data = rawZip([GOOD])
    const set = await opened(
      rawZip([
        { name: 'photo.jpg', data },
        { name: 'letter.docx', data },
      ]),
    )
    expect(await textOf(set, set.members[0], 'asked')).toBe(data.toString())
    expect(await textOf(set, set.members[1])).toBe(data.toString())
  })

  it('never hands out more bytes than stated, however many there are', async () => {
    const set = await opened(rawZip([{ name: 'x', data: big(2_000_000), size: 1000 }]))
    let seen = 0
    const reading = (async () => {
      for (const member of set.members) {
        for await (const chunk of set.read(member, new AbortController().signal)) seen += chunk.length
      }
    })()
    await expect(reading).rejects.toThrow('does not have the size')
    expect(seen).toBeLessThanOrEqual(1000)
  })
})

describe('a set larger than its limits', () => {
  const three = rawZip(['a', 'b', 'c'].map((name) => ({ name, data: '0123456789' })))

  it('is refused by the number of files, counted over all parts', async () => {
    expect((await opened(three, { maxMembers: 2 })).parts[0]?.refused?.code).toBe('too-many-members')
    const set = await opened([packageOf(three), packageOf(three)], { maxMembers: 5 })
    expect(set.parts.map(({ refused }) => refused?.code)).toEqual([undefined, 'too-many-members'])
    expect((await opened([packageOf(three), packageOf(three)], { maxMembers: 6 })).parts[1]?.refused).toBeNull()
  })

  it('is refused by the sum of its bytes, counted over all parts', async () => {
    expect((await opened(three, { maxTotalBytes: 29 })).parts[0]?.refused?.code).toBe('too-large-in-total')
    const set = await opened([packageOf(three), packageOf(three)], { maxTotalBytes: 59 })
    expect(set.parts.map(({ refused }) => refused?.code)).toEqual([undefined, 'too-large-in-total'])
    expect((await opened([packageOf(three), packageOf(three)], { maxTotalBytes: 60 })).parts[1]?.refused).toBeNull()
  })

  it('is not judged by what is never unpacked', async () => {
    const set = await opened(rawZip([GOOD, { name: 'bomb', data: big(3_000_000) }]), {
      maxTotalBytes: 4,
      ratioFloorBytes: 1000,
    })
    expect(await contents(set)).toEqual({ 'good.txt': 'good', bomb: '! ratio-bomb' })
  })

  it('is refused where an archive was taken out of an archive once too often', async () => {
    const at = async (depth: number) => (await opened([{ ...packageOf(three), depth }])).parts[0]?.refused?.code
    expect([await at(0), await at(1), await at(2)]).toEqual([undefined, undefined, 'nested-too-deep'])
  })
})

it.each([
  [{ name: '/etc/evil' }, 'begins at the root of a disk'],
  [{ name: 'C:/evil' }, 'names a drive'],
  [{ name: 'a\\evil' }, 'holds a backslash'],
  [{ name: '../evil' }, 'climbs out with “..”'],
  [{ name: 'x', mode: 0o120777 }, 'is not a file but a link to another file'],
  [{ name: 'x', mode: 0o010644 }, 'is not a file but a device or pipe'],
  [{ name: 'x\u202Etxt' }, 'invisible character in its name ([U+202E])'],
  [{ name: 'x', local: { name: 'y', size: 9 } }, 'the two do not agree (the other calls it “y”, size)'],
])('%j is explained: %s', async (member, words) => {
  const set = await opened(rawZip([member]))
  expect(set.members[0]?.finding?.sentence).toContain(words)
})

describe('a source that is neither a file nor a readable folder', () => {
  it.runIf(process.platform !== 'win32')('is refused without being opened', async () => {
    const path = join(scratchFolder(), 'socket')
    const server = createServer()
    await new Promise<void>((listening) => server.listen(path, listening))
    onTestFinished(() => void server.close())
    expect((await opened([{ path, name: 'socket' }])).parts[0]?.refused?.code).toBe('not-a-zip')
  })

  it('is refused in words', async () => {
    const folder = scratchFolder()
    const path = join(folder, 'file')
    writeFileSync(path, '')
    const spy = vi.spyOn(promises, 'stat').mockResolvedValueOnce(await promises.lstat(folder))
    syncBuiltinESMExports()
    onTestFinished(() => {
      spy.mockRestore()
      syncBuiltinESMExports()
    })
    expect((await opened([{ path, name: 'x' }])).parts[0]?.refused?.code).toBe('package-unreadable')
  })
})
