// What a clerk can rely on when a package is damaged or made to harm: refused whole, or the one file kept back by name.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type RawMember, rawEnd, rawZip } from '../fixtures/zip/raw-zip.ts'
import { codes, contents, opened, packageOf, textOf } from '../support/packages.ts'

const GOOD: RawMember = { name: 'good.txt', data: 'good' }
const big = (size: number) => Buffer.alloc(size)

describe('a package whose structure cannot be trusted is refused whole, and the other packages of the set are read', () => {
  const two = [GOOD, { name: 'b.txt', data: 'b' }]
  const whole = rawZip(two)
  const one = rawZip([GOOD])
  const list = one.subarray(one.readUInt32LE(one.length - 6), -22)
  const secondList = Buffer.concat([list, rawEnd(list.length, 1, one.length)])
  const long = rawZip(two, { zip64: true })
  const directoryAt = whole.readUInt32LE(whole.length - 6)
  const rows: [string, Buffer, string, string][] = [
    ['cut short', whole.subarray(0, -30), 'truncated', 'A103'],
    [
      'cut short inside its comment',
      rawZip([GOOD], { comment: Buffer.from('comment') }).subarray(0, -3),
      'truncated',
      'A103',
    ],
    [
      'cut short behind an archive that it holds',
      rawZip([{ name: 'x.bin', method: 0, data: rawZip([GOOD]) }]).subarray(0, -60),
      'truncated',
      'A103',
    ],
    ['empty', Buffer.alloc(0), 'empty-file', 'A112'],
    ['not a ZIP', Buffer.from('window.YTD.tweets.part0 = []'), 'not-a-zip', 'A102'],
    ['followed by other bytes', Buffer.concat([whole, Buffer.alloc(200, 'X')]), 'trailing-data', 'A104'],
    ['followed by one byte', Buffer.concat([whole, Buffer.from('\n')]), 'trailing-data', 'A104'],
    ['followed by a second archive', Buffer.concat([whole, whole]), 'concatenated', 'A105'],
    [
      'followed by a second archive that knows of the first',
      Buffer.concat([whole, rawZip(two, { shift: whole.length })]),
      'concatenated',
      'A105',
    ],
    ['behind other bytes', Buffer.concat([Buffer.alloc(9), whole]), 'concatenated', 'A105'],
    ['with an end inside its end', rawZip([GOOD], { comment: secondList }), 'concatenated', 'A105'],
    [
      'with a file missing from its list',
      rawZip([GOOD, { name: 'hidden.txt', data: 'h', unlisted: true }]),
      'concatenated',
      'A105',
    ],
    [
      'with two files over the same bytes',
      rawZip([GOOD, { name: 'b.txt', data: 'b', headerOffset: 0 }]),
      'overlap',
      'A106',
    ],
    ['with a file inside another', nested(), 'overlap', 'A106'],
    [
      'with a file that runs into the list',
      rawZip([GOOD, { name: 'b.txt', method: 0, data: 'b', compressedSize: 40, size: 40 }]),
      'overlap',
      'A106',
    ],
    [
      'with a file behind the end',
      rawZip([GOOD, { name: 'b.txt', data: 'b', headerOffset: 1_000_000 }]),
      'overlap',
      'A106',
    ],
    [
      'with a file at an impossible place',
      rawZip([{ ...GOOD, zip64: true, headerOffset: 2 ** 60 }]),
      'overlap',
      'A106',
    ],
    ['with fewer files in the count than in the list', rawZip(two, { count: 1 }), 'damaged-directory', 'A107'],
    ['with more files in the count than in the list', rawZip(two, { count: 3 }), 'damaged-directory', 'A107'],
    ['with a list of files that is no list', altered(directoryAt, 0), 'damaged-directory', 'A107'],
    [
      'with a list whose last entry runs over the end',
      altered(whole.length - 22 - 51 + 28, 10),
      'damaged-directory',
      'A107',
    ],
    [
      'with a list that is too short for its entries',
      altered(whole.length - 22 - 51 + 28, 4),
      'damaged-directory',
      'A107',
    ],
    ['with two end records that disagree', rawZip(two, { zip64: true, count: 1 }), 'damaged-directory', 'A107'],
    ['in pieces, in the long form', rawZip(two, { disk: 1, zip64: true }), 'split-archive', 'A108'],
    ['with a long end record that is none', spliced(long, -98, 4, 4), 'concatenated', 'A105'],
    ['with bytes behind its long end record', spliced(long, -42, 0, 8), 'concatenated', 'A105'],
    ['in pieces', rawZip(two, { disk: 1 }), 'split-archive', 'A108'],
  ]
  it.each(rows)('%s', async (_, bytes, code, number) => {
    const set = await opened([packageOf(bytes, 'bad.zip'), packageOf(rawZip([GOOD]), 'fine.zip')])
    const [bad, fine] = set.parts
    expect([bad?.refused?.code, bad?.refused?.number, bad?.refused?.effect]).toEqual([code, number, 'refused'])
    expect(bad?.refused?.sentence).toMatch(/^“bad\.zip” .*\.$/s)
    expect(fine?.refused).toBeNull()
    expect(await contents(set)).toEqual({ 'good.txt': 'good' })
  })

  function spliced(bytes: Buffer, at: number, without: number, zeros: number): Buffer {
    return Buffer.concat([bytes.subarray(0, at), Buffer.alloc(zeros), bytes.subarray(bytes.length + at + without)])
  }

  function altered(at: number, byte: number): Buffer {
    const bytes = Buffer.from(whole)
    bytes[at] = byte
    return bytes
  }

  function nested(): Buffer {
    const inner = rawZip([{ name: 'inner.txt', data: 'inner' }], { shift: 38 })
    return rawZip([
      { name: 'outer.bin', method: 0, data: inner },
      { name: 'inner.txt', data: 'inner', headerOffset: 39 },
    ])
  }
})

describe('a file that cannot be trusted is kept back by name, and the rest of the package is read', () => {
  const rows: [string, RawMember, string, string, 'blocked' | 'held'][] = [
    [
      'suspect in name and in size',
      { name: 'x', method: 0, data: 'abc', size: 2, local: { name: 'y' } },
      'size-mismatch',
      'A203',
      'blocked',
    ],
    ['locked with a password', { name: 'x', flags: 1 }, 'encrypted', 'A201', 'blocked'],
    ['packed in an unknown way', { name: 'x', method: 14 }, 'unknown-method', 'A202', 'blocked'],
    ['stored with two sizes', { name: 'x', method: 0, data: 'abc', size: 2 }, 'size-mismatch', 'A203', 'blocked'],
    ['that unpacks to far more than it is', { name: 'x', data: big(3_000_000) }, 'ratio-bomb', 'A204', 'blocked'],
    ['larger than allowed', { name: 'x', method: 0, data: big(6_000_000) }, 'member-too-large', 'A205', 'blocked'],
    ['that is a link', { name: 'x', mode: 0o120777, data: '/etc/passwd' }, 'special-entry', 'A206', 'blocked'],
    ['that is a link of Windows', { name: 'x', attributes: 0x400 }, 'special-entry', 'A206', 'blocked'],
    ['that is a device', { name: 'x', mode: 0o020666 }, 'special-entry', 'A206', 'blocked'],
    ['that is a folder with content', { name: 'x/', data: 'content' }, 'special-entry', 'A206', 'blocked'],
    ['that is a folder by its mode only', { name: 'x', mode: 0o040755 }, 'special-entry', 'A206', 'blocked'],
    ['without a header of its own', { name: 'x', data: 'x', local: { signature: 0 } }, 'damaged', 'A208', 'blocked'],
    ['climbing out', { name: '../../evil.txt' }, 'unsafe-path', 'A301', 'held'],
    ['climbing out in the middle', { name: 'a/../evil.txt' }, 'unsafe-path', 'A301', 'held'],
    ['from the root', { name: '/etc/evil' }, 'unsafe-path', 'A301', 'held'],
    ['on a drive', { name: 'C:/evil.txt' }, 'unsafe-path', 'A301', 'held'],
    ['with backslashes', { name: 'a\\..\\..\\evil.txt' }, 'unsafe-path', 'A301', 'held'],
    ['with a step that goes nowhere', { name: 'a/./evil.txt' }, 'unsafe-path', 'A301', 'held'],
    ['with an empty step', { name: 'a//evil.txt' }, 'unsafe-path', 'A301', 'held'],
    ['in a folder that climbs out', { name: '../' }, 'unsafe-path', 'A301', 'held'],
    ['without a name', { name: '' }, 'unsafe-path', 'A301', 'held'],
    ['named like a device', { name: 'CON' }, 'device-name', 'A302', 'held'],
    ['named like a device with an ending', { name: 'data/aux.txt' }, 'device-name', 'A302', 'held'],
    ['in a folder named like a device', { name: 'com1/a.txt' }, 'device-name', 'A302', 'held'],
    ['named like a hidden stream', { name: 'a.txt:ads' }, 'alternate-stream', 'A303', 'held'],
    ['named like a stream of data', { name: 'aa::$DATA' }, 'alternate-stream', 'A303', 'held'],
    ['ending in a dot', { name: 'a.' }, 'trailing-dot-or-space', 'A304', 'held'],
    ['ending in a space', { name: 'trail. ' }, 'trailing-dot-or-space', 'A304', 'held'],
    ['in a folder ending in a space', { name: 'a /b' }, 'trailing-dot-or-space', 'A304', 'held'],
    ['with a control character', { name: 'a\u0007b' }, 'control-character', 'A305', 'held'],
    ['with a null character', { name: 'a.txt\0.jpg' }, 'control-character', 'A305', 'held'],
    ['written backwards', { name: 'photo\u202Egpj.exe' }, 'control-character', 'A305', 'held'],
    ['with another name in its own header', { name: 'x', local: { name: 'y' } }, 'local-mismatch', 'A306', 'held'],
    ['with another checksum in its own header', { name: 'x', local: { crc: 1 } }, 'local-mismatch', 'A306', 'held'],
    ['with another size in its own header', { name: 'x', local: { size: 1 } }, 'local-mismatch', 'A306', 'held'],
    [
      'with another long size in its own header',
      { name: 'x', zip64: true, local: { size: 1 } },
      'local-mismatch',
      'A306',
      'held',
    ],
    ['with another method in its own header', { name: 'x', local: { method: 0 } }, 'local-mismatch', 'A306', 'held'],
    [
      'with a name that is not text',
      { name: Buffer.from([0x61, 0xff]), flags: 0x800 },
      'name-not-text',
      'A307',
      'held',
    ],
    ['with a lock in its own header only', { name: 'x', local: { flags: 1 } }, 'local-mismatch', 'A306', 'held'],
    ['with another encoding in its own header', { name: 'é', local: { flags: 0 } }, 'local-mismatch', 'A306', 'held'],
    ['that is an archive', { name: 'posts/posts.zip', data: 'x' }, 'nested-archive', 'A312', 'held'],
    ['that macOS added', { name: '__MACOSX/._a.txt', data: 'x' }, 'macos-sidecar', 'A313', 'held'],
  ]
  it.each(rows)('%s', async (_, member, code, number, effect) => {
    const set = await opened(rawZip([GOOD, member, { ...GOOD, name: 'last.txt' }]), {
      maxMemberBytes: 5_000_000,
      ratioFloorBytes: 1_000_000,
    })
    const suspect = set.members[1]
    expect(set.parts[0]?.refused).toBeNull()
    expect(suspect?.finding).toMatchObject({ code, number, effect, part: 0, member: suspect?.name })
    expect(suspect?.finding?.sentence).toMatch(/^“.*” in “export\.zip” .*\.$/s)
    expect(suspect?.finding?.sentence).not.toMatch(/[\p{Cc}\u202E]/u)
    expect(await textOf(set, suspect)).toBe(`! ${code}`)
    const shut = await textOf(set, suspect, 'asked')
    expect(shut.startsWith('! ')).toBe(effect === 'blocked')
    expect(await textOf(set, set.members[0])).toBe('good')
    expect(await textOf(set, set.members[2])).toBe('good')
  })
})

const probes = join(import.meta.dirname, '../../../shared/probes/h')
describe.runIf(existsSync(probes))('the probe files made by another hand', () => {
  it.each([
    ['abs.zip', 'unsafe-path'],
    ['back.zip', 'unsafe-path'],
    ['bomb.zip', 'ratio-bomb'],
    ['casedup.zip', 'case-twin case-twin'],
    ['concat.zip', 'concatenated'],
    ['crc.zip', ''],
    ['drive.zip', 'unsafe-path'],
    ['dup.zip', 'duplicate-name duplicate-name'],
    ['liar.zip', ''],
    ['mism.zip', 'local-mismatch'],
    ['nfc.zip', 'unicode-twin unicode-twin'],
    ['ok.zip', ''],
    ['ov.zip', ''],
    ['overlap.zip', 'overlap'],
    ['sjis.zip', 'name-charset'],
    ['slip.zip', 'unsafe-path'],
    ['symlink.zip', 'special-entry'],
    ['trail.zip', 'trailing-data'],
    ['trunc.zip', 'truncated'],
    ['win.zip', 'device-name alternate-stream trailing-dot-or-space'],
  ])('%s', async (file, expected) => {
    const set = await opened([{ path: join(probes, file), name: file }])
    expect(codes(set).join(' ')).toBe(expected)
    const read = Object.values(await contents(set))
    if (file === 'crc.zip') expect(read).toEqual(['! wrong-checksum'])
    else if (file === 'liar.zip') expect(read).toEqual(['! size-mismatch'])
    else if (['ok.zip', 'ov.zip', 'sjis.zip'].includes(file)) expect(read.join('')).not.toContain('!')
    else expect(read.every((text) => text.startsWith('! '))).toBe(true)
  })
})
