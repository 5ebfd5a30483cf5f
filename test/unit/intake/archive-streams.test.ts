// What can be relied on while members are read: memory stays flat, stopping stops, nothing stays open.
import { closeSync, ftruncateSync, openSync, readdirSync, readSync, writeFileSync, writeSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import zlib from 'node:zlib'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { DEFAULT_POLICY, MemberError } from '../../../electron/core/intake/archive/archive.ts'
import { openArchiveSet } from '../../../electron/core/intake/archive/open-archive.ts'
import { rawEnd, rawMember, rawZip } from '../../fixtures/zip/raw-zip.ts'
import { contents, opened, packageOf, scratchFolder, textOf } from '../../support/packages.ts'

const NOISE = Buffer.from(Array.from({ length: 400_000 }, (_, n) => (n * n).toString(36)).join())
const never = () => new AbortController().signal

/** The inflating streams made from now on. */
function inflaters(): zlib.InflateRaw[] {
  const made: zlib.InflateRaw[] = []
  const real = zlib.createInflateRaw
  const spy = vi.spyOn(zlib, 'createInflateRaw').mockImplementation((options) => {
    const stream = real(options)
    made.push(stream)
    return stream
  })
  syncBuiltinESMExports()
  onTestFinished(() => {
    spy.mockRestore()
    syncBuiltinESMExports()
  })
  return made
}

describe('a file that turns out bad', () => {
  it('is closed, and the rest still reads', async () => {
    const made = inflaters()
    const set = await opened(
      rawZip([
        { name: 'liar', data: NOISE, size: 1000 },
        {
          name: 'damaged',
          data: NOISE,
          packed: Buffer.concat([zlib.deflateRawSync(NOISE).subarray(0, 300_000), Buffer.alloc(600_000, 0xff)]),
        },
        { name: 'good', data: 'good' },
      ]),
    )
    expect(await contents(set)).toEqual({ liar: '! size-mismatch', damaged: '! damaged', good: 'good' })
    expect(made.map((stream) => stream.destroyed)).toEqual([true, true])
  })

  it('can be read side by side with others', async () => {
    const set = await opened(
      rawZip([
        { name: 'a', data: NOISE },
        { name: 'b', data: NOISE, crc: 1 },
        { name: 'c', data: NOISE },
      ]),
    )
    const texts = await Promise.all(set.members.map((member) => textOf(set, member)))
    expect(texts.map((text) => text.length > 100 || text)).toEqual([true, '! wrong-checksum', true])
  })
})

describe('stopping', () => {
  it.each([0, 8])(
    'by the signal ends the reading with its reason and closes everything (method %d)',
    async (method) => {
      const made = inflaters()
      const set = await opened(
        rawZip([
          { name: 'a', data: NOISE, method },
          { name: 'b', data: 'b' },
        ]),
      )
      const [a, b] = set.members
      if (a === undefined) throw new Error('no member')
      const stop = new AbortController()
      let chunks = 0
      const reading = (async () => {
        for await (const _ of set.read(a, stop.signal)) if (++chunks === 2) stop.abort(new Error('the clerk stopped'))
      })()
      await expect(reading).rejects.toThrow('the clerk stopped')
      expect(chunks).toBe(2)
      expect(made.every((stream) => stream.destroyed)).toBe(true)
      expect(await textOf(set, b)).toBe('b')
    },
  )

  it('by leaving the loop closes everything', async () => {
    const made = inflaters()
    const set = await opened(rawZip([{ name: 'a', data: NOISE }]))
    for (const member of set.members) for await (const _ of set.read(member, never())) break
    expect(made.map((stream) => stream.destroyed)).toEqual([true])
  })

  it('before the beginning opens nothing', async () => {
    const reason = new Error('stopped')
    const source = packageOf(rawZip([{ name: 'a', data: 'a' }]))
    await expect(openArchiveSet([source], DEFAULT_POLICY, AbortSignal.abort(reason))).rejects.toBe(reason)
    const set = await opened([source])
    const [member] = set.members
    if (member === undefined) throw new Error('no member')
    await expect(set.read(member, AbortSignal.abort(reason)).next()).rejects.toBe(reason)
  })

  it.runIf(process.platform === 'linux')('while a set is opened leaves no file open', async () => {
    const folder = scratchFolder()
    writeFileSync(join(folder, 'a'), '')
    const stop = new AbortController()
    const before = readdirSync('/proc/self/fd').length
    const opening = openArchiveSet([packageOf(rawZip([])), { path: folder, name: 'f' }], DEFAULT_POLICY, stop.signal)
    stop.abort(new Error('stopped'))
    await expect(opening).rejects.toThrow('stopped')
    expect(readdirSync('/proc/self/fd').length).toBe(before)
  })

  it('a closed set hands out nothing', async () => {
    const set = await opened(rawZip([{ name: 'a', data: 'a' }]))
    await set.close()
    await expect(textOf(set, set.members[0])).rejects.toThrow('closed')
  })
})

describe('chunks', () => {
  it('are big, and never written to again', async () => {
    const set = await opened(
      rawZip([
        { name: 'a', data: NOISE },
        { name: 'b', data: NOISE, method: 0 },
      ]),
    )
    for (const member of set.members) {
      const chunks: Buffer[] = []
      for await (const chunk of set.read(member, never())) chunks.push(chunk)
      expect(chunks.length).toBeLessThan(NOISE.length / 100_000)
      expect(Buffer.concat(chunks).equals(NOISE)).toBe(true)
    }
  })
})

it('a file beyond four gigabytes is found and read, and a stored one can be read in place', async () => {
  const path = join(scratchFolder(), 'huge.zip')
  const hole = 4_500_000_000
  const first = rawMember({ name: 'video.mp4', method: 0, size: hole, compressedSize: hole, crc: 1, zip64: true })
  const second = rawMember({ name: 'data/tweets.js', data: 'behind', method: 0, zip64: true })
  const at = first.header.length + hole
  const directoryAt = at + second.header.length + second.packed.length
  const directory = Buffer.concat([first.entry(0), second.entry(at)])
  const tail = Buffer.concat([
    second.header,
    second.packed,
    directory,
    rawEnd(directory.length, 2, directoryAt, { zip64: true }),
  ])
  const file = openSync(path, 'w+')
  ftruncateSync(file, at)
  writeSync(file, first.header, 0, first.header.length, 0)
  writeSync(file, tail, 0, tail.length, at)
  const set = await opened([{ path, name: 'huge.zip' }])
  const [video, tweets] = set.members
  expect(set.findings).toEqual([])
  expect(video?.size).toBe(hole)
  expect(await textOf(set, tweets)).toBe('behind')
  const inPlace = Buffer.alloc(tweets?.size ?? 0)
  readSync(file, inPlace, 0, inPlace.length, tweets?.dataOffset ?? 0)
  closeSync(file)
  expect([tweets?.path, tweets?.method, inPlace.toString()]).toEqual([path, 'stored', 'behind'])
})

it('an error of one file carries its finding and a sentence', async () => {
  const set = await opened(rawZip([{ name: 'a', flags: 1 }]))
  const [member] = set.members
  if (member === undefined) throw new Error('no member')
  const error = await set
    .read(member, never())
    .next()
    .catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(MemberError)
  expect(error).toMatchObject({
    finding: member.finding,
    message: '“a” in “export.zip” is locked with a password. Ask for it without one.',
  })
})
