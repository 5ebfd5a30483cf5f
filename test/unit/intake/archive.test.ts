// What a clerk can rely on when packages are in order, or only odd: everything is read, once, and the oddity is told.
import { mkdirSync, promises, readdirSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { relativeNames } from '../../../electron/core/intake/archive/relative-names.ts'
import { rawZip } from '../../fixtures/zip/raw-zip.ts'
import { codes, contents, opened, packageOf, scratchFolder, textOf } from '../../support/packages.ts'

/** A folder on disk with these files. */
function folderOf(files: Record<string, string>) {
  const path = scratchFolder()
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(path, name, '..'), { recursive: true })
    writeFileSync(join(path, name), text)
  }
  return { path, name: 'folder' }
}

describe('an honest package', () => {
  it('is read whole: stored, deflated, empty, streamed, 64-bit, with folders and a comment', async () => {
    const even = 'x'.repeat(500_000)
    const bytes = rawZip(
      [
        { name: 'data/', method: 0 },
        { name: 'data/stored.txt', data: 'stored', method: 0 },
        { name: 'data/deflated.txt', data: 'deflated '.repeat(9) },
        { name: 'data/empty.txt', method: 0 },
        { name: 'data/nothing.txt' },
        { name: 'data/streamed.txt', data: 'streamed', streamed: true },
        { name: 'data/long.txt', data: 'long', zip64: true },
        { name: 'data/even.txt', data: even },
        { name: 'data/flagged.txt', data: 'flagged', local: { flags: 0x800 } },
      ],
      { zip64: true, comment: Buffer.from('made in the city') },
    )
    const set = await opened(bytes)
    expect(await contents(set)).toEqual({
      'data/stored.txt': 'stored',
      'data/deflated.txt': 'deflated '.repeat(9),
      'data/empty.txt': '',
      'data/nothing.txt': '',
      'data/streamed.txt': 'streamed',
      'data/long.txt': 'long',
      'data/even.txt': even,
      'data/flagged.txt': 'flagged',
    })
    expect(set.findings).toEqual([])
    expect(set.parts).toMatchObject([{ name: 'export.zip', kind: 'zip', size: bytes.length, refused: null }])
  })

  it('is read without a word whatever ordinary names it holds', async () => {
    const names = [
      '🎉 fiesta 👩‍👩‍👧.jpg',
      `${'long '.repeat(60)}name.txt`,
      'Minutes: May.txt',
      '10:30.jpg',
      'what?.txt',
      'Đại hội.txt',
      'اجتماع.txt',
      'console.txt',
      'a.b..c',
      '.hidden',
      './from here.txt',
    ]
    const set = await opened(rawZip(names.map((name) => ({ name, data: name }))))
    expect(set.findings).toEqual([])
    expect(await contents(set)).toEqual(Object.fromEntries(names.map((name) => [name, name])))
  })

  it('with no files in it is a package with no files', async () => {
    const set = await opened(rawZip([]))
    expect([set.members, set.findings, set.parts[0]?.refused]).toEqual([[], [], null])
  })

  it('of more files than the count can hold is read whole, and noted', async () => {
    const set = await opened(rawZip(Array.from({ length: 65_540 }, (_, n) => ({ name: `${n}`, method: 0 }))))
    expect([set.members.length, codes(set)]).toEqual([65_540, ['wrapped-count']])
  })

  it('with bytes between its files is read, and the bytes are told', async () => {
    const set = await opened(
      rawZip([
        { name: 'a', data: 'a' },
        { name: 'b', data: 'b', gap: Buffer.alloc(7) },
      ]),
    )
    expect(await contents(set)).toEqual({ a: 'a', b: 'b' })
    expect(set.findings[0]?.sentence).toContain('7 bytes at byte 34')
  })
})

describe('a name that does not say how it is encoded', () => {
  const unflagged = (name: Buffer, extra = Buffer.alloc(0)) => rawZip([{ name, flags: 0, data: 'read', extra }])

  it.each([
    ['Japanese', Buffer.from('93fa967b2e747874', 'hex'), '日本.txt', true],
    ['UTF-8', Buffer.from('año.txt'), 'año.txt', false],
    ['Western European', Buffer.from('61a46f2e747874', 'hex'), 'año.txt', true],
  ])('is read as %s, its bytes are kept, and the guess is noted', async (_, raw, name, keeps) => {
    const set = await opened(unflagged(raw))
    expect(codes(set)).toEqual(['name-charset'])
    expect(set.members[0]?.rawName).toEqual(keeps ? raw : null)
    expect(await contents(set)).toEqual({ [name]: 'read' })
  })

  it('is taken from its second, Unicode form where that belongs to it', async () => {
    const raw = Buffer.from([0x61, 0xff])
    const path = Buffer.from('aÿ')
    const extra = (sum: number) => {
      const head = Buffer.alloc(9)
      head.writeUInt16LE(0x7075, 0)
      head.writeUInt16LE(5 + path.length, 2)
      head.writeUInt8(1, 4)
      head.writeUInt32LE(sum >>> 0, 5)
      return Buffer.concat([head, path])
    }
    expect((await opened(unflagged(raw, extra(crc32(raw) ^ 1)))).members[0]?.name).not.toBe('aÿ')
    const set = await opened(unflagged(raw, extra(crc32(raw))))
    expect([set.members[0]?.name, codes(set)]).toEqual(['aÿ', []])
  })
})

describe('names that meet', () => {
  const zip = (name: string, data: string) => ({ name, data })

  it('in one package, with different content: none is read until somebody asks', async () => {
    const set = await opened(
      rawZip([
        zip('a', '1'),
        zip('a', '2'),
        zip('B', '1'),
        zip('b', '2'),
        zip('caf\u00e9', '1'),
        zip('cafe\u0301', '2'),
      ]),
    )
    const twice = (code: string) => [code, code]
    expect(set.members.map(({ finding }) => finding?.code)).toEqual(
      ['duplicate-name', 'case-twin', 'unicode-twin'].flatMap(twice),
    )
    const asked = await Promise.all(set.members.map((member) => textOf(set, member, 'asked')))
    expect(asked).toEqual(['1', '2', '1', '2', '1', '2'])
  })

  it('in one package, with the same content: read once', async () => {
    const set = await opened(rawZip([zip('a', '1'), zip('a', '1'), zip('A', '1')]))
    expect(set.members.map(({ finding }) => finding?.code ?? 'read')).toEqual([
      'read',
      'duplicate-copy',
      'duplicate-copy',
    ])
  })

  it('in two packages, with different content: both are read, and it is noted', async () => {
    const set = await opened([
      packageOf(rawZip([zip('a', '1')]), 'one.zip'),
      packageOf(rawZip([zip('a', '2')]), 'two.zip'),
    ])
    expect(await Promise.all(set.members.map((member) => textOf(set, member)))).toEqual(['1', '2'])
    expect(set.findings.map(({ code, part, member }) => [code, part, member])).toEqual([['different-in-parts', 1, 'a']])
    expect(set.findings[0]?.sentence).toContain('one.zip')
  })

  it('in two packages, with the same content: read once, also where one is a folder', async () => {
    const set = await opened([packageOf(rawZip([zip('a', '1')])), folderOf({ a: '1' }), folderOf({ a: '2' })])
    expect(await Promise.all(set.members.map((member) => textOf(set, member)))).toEqual(['1', '! duplicate-copy', '2'])
  })

  it('do not hide a sound file behind a suspect one', async () => {
    const set = await opened([
      packageOf(rawZip([{ ...zip('a', '1'), local: { name: 'b' } }])),
      packageOf(rawZip([zip('a', '1')])),
    ])
    expect(await Promise.all(set.members.map((member) => textOf(set, member)))).toEqual(['! local-mismatch', '1'])
  })
})

describe('a folder', () => {
  it('is read like a package, in the order of its names', async () => {
    const set = await opened([folderOf({ 'data/b.js': 'b', 'data/a.js': 'a', 'z.txt': 'z' })])
    expect(set.members.map(({ name }) => name)).toEqual(['z.txt', 'data/a.js', 'data/b.js'])
    expect(await contents(set)).toEqual({ 'z.txt': 'z', 'data/a.js': 'a', 'data/b.js': 'b' })
    expect(set.parts).toMatchObject([{ kind: 'folder', size: 3 }])
  })

  it('never leads outside through a link, also one that appears after it was listed', async () => {
    const secret = folderOf({ 'secret.txt': 'secret' })
    const folder = folderOf({ 'a.txt': 'a', 'good.txt': 'good' })
    symlinkSync(join(secret.path, 'secret.txt'), join(folder.path, 'link.txt'))
    symlinkSync(secret.path, join(folder.path, 'outside'))
    const set = await opened([folder])
    renameSync(join(secret.path, 'secret.txt'), join(secret.path, 'moved.txt'))
    rmSync(join(folder.path, 'a.txt'))
    symlinkSync(join(secret.path, 'moved.txt'), join(folder.path, 'a.txt'))
    expect(await contents(set)).toEqual({
      'a.txt': '! member-unreadable',
      'good.txt': 'good',
      'link.txt': '! special-entry',
      outside: '! special-entry',
    })
  })

  it('is held to the same names and limits', async () => {
    const folder = folderOf({ 'aux.txt': '', 'posts.zip': '', 'big.txt': '0123456789' })
    const set = await opened([folder], { maxMemberBytes: 9 })
    expect(codes(set)).toEqual(['device-name', 'member-too-large', 'nested-archive'])
    expect((await opened([folder], { maxMembers: 2 })).parts[0]?.refused?.code).toBe('too-many-members')
  })

  it.each(['a file that cannot be looked at', 'a folder that cannot be listed'])(
    'with %s is read in the rest',
    async (what) => {
      const folder = folderOf({ 'a.txt': 'a', 'good.txt': 'good' })
      const denied = Object.assign(new Error('EACCES'), { code: 'EACCES', syscall: 'lstat' })
      const spy = vi.spyOn(promises, 'lstat')
      if (what.startsWith('a file')) spy.mockRejectedValueOnce(denied)
      else spy.mockResolvedValueOnce(await promises.stat(folder.path))
      syncBuiltinESMExports()
      onTestFinished(() => {
        spy.mockRestore()
        syncBuiltinESMExports()
      })
      expect(await contents(await opened([folder]))).toEqual({ 'a.txt': '! member-unreadable', 'good.txt': 'good' })
    },
  )
})

describe('what goes wrong on the disk', () => {
  it('a package that is not there is refused in words, and the others are read', async () => {
    const set = await opened([{ path: join(scratchFolder(), 'gone.zip'), name: 'gone.zip' }, folderOf({ a: '1' })])
    expect(set.parts[0]?.refused?.sentence).toBe(
      '“gone.zip” cannot be opened: it is not there. Check the file and choose it again.',
    )
    expect(await contents(set)).toEqual({ a: '1' })
  })

  it('a file that is gone since it was listed does not stop the others', async () => {
    const folder = folderOf({ a: '1', b: '2' })
    const set = await opened([folder])
    rmSync(join(folder.path, 'a'))
    expect(await contents(set)).toEqual({ a: '! member-unreadable', b: '2' })
  })

  it.each(['stored', 'deflated'])('a package that shrinks is noticed at the %s file that it cuts', async (method) => {
    const data = Array.from({ length: 99_999 }, (_, n) => (n * n).toString(36)).join()
    const source = packageOf(rawZip([{ name: 'a', data, method: method === 'stored' ? 0 : 8 }]))
    const set = await opened([source])
    truncateSync(source.path, 1000)
    expect(await contents(set)).toEqual({ a: '! changed-while-reading' })
  })

  it('a file in a folder that shrinks is noticed', async () => {
    const folder = folderOf({ a: '0123456789' })
    const set = await opened([folder])
    truncateSync(join(folder.path, 'a'), 3)
    expect(await contents(set)).toEqual({ a: '! changed-while-reading' })
  })
})

describe('names for recognising a platform', () => {
  const relative = async (...names: string[]) =>
    relativeNames((await opened(rawZip(names.map((name) => ({ name }))))).members)

  it('stand without the folders that somebody packed around the export', async () => {
    expect(await relative('my export/x/data/a.js', 'my export/x/Your archive.html', '__MACOSX/my export/._x')).toEqual({
      folder: 'my export/x/',
      names: ['data/a.js', 'Your archive.html', '__MACOSX/my export/._x'],
    })
  })

  it('are left alone where files share no folder, or only the beginning of its name', async () => {
    expect((await relative('data/a.js', 'data.js')).folder).toBe('')
    expect((await relative('data/a.js', 'data2/a.js')).folder).toBe('')
    expect((await relative('a.js')).folder).toBe('')
    expect(relativeNames([])).toEqual({ folder: '', names: [] })
  })

  it('are not led astray by a file that is kept back', async () => {
    expect(await relative('x/a.js', 'x/b/c.js', '../evil')).toEqual({
      folder: 'x/',
      names: ['a.js', 'b/c.js', '../evil'],
    })
  })
})

it.runIf(process.platform === 'linux')('leaves nothing open on the disk', async () => {
  const before = readdirSync('/proc/self/fd').length
  const set = await opened([
    packageOf(rawZip([{ name: 'a', data: 'a' }])),
    packageOf(Buffer.from('no zip')),
    folderOf({ b: 'b' }),
  ])
  expect(readdirSync('/proc/self/fd').length).toBe(before + 1)
  await contents(set)
  expect(readdirSync('/proc/self/fd').length).toBe(before + 1)
  await set.close()
  expect(readdirSync('/proc/self/fd').length).toBe(before)
})
