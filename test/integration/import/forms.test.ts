// What a clerk can rely on whatever the export is packed in: a lone file, gzip, tar, an archive inside another, a folder of parts.
import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { pack } from 'tar-stream'
import { describe, expect, it } from 'vitest'
import { vaultBackup } from '../../../shared/contract/backup.ts'
import {
  accessionList,
  accessionReconciliation,
  intakeImport,
  intakeRecognise,
} from '../../../shared/contract/intake.ts'
import { recordOutline } from '../../../shared/contract/record.ts'
import { vaultVerify } from '../../../shared/contract/vault.ts'
import { rawZip } from '../../fixtures/zip/raw-zip.ts'
import type { TestArchive } from '../../support/archive.ts'
import { workplace } from '../../support/vaults.ts'
import { post, xFiles } from '../../support/x-files.ts'

const { folder, vault, put } = workplace('forms')

const zipped = (files: Readonly<Record<string, string | Buffer>>) =>
  rawZip(Object.entries(files).map(([name, data]) => ({ name, data, method: 8 })))

type Entry = Parameters<ReturnType<typeof pack>['entry']>[0]
async function tarred(entries: readonly (Entry & { readonly data?: string | Buffer })[]): Promise<Buffer> {
  const tar = pack()
  for (const { data, ...header } of entries) tar.entry(header, data ?? '')
  tar.finalize()
  return buffer(Readable.from(tar))
}

const sha = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const input = ({ archive, account }: TestArchive, ...paths: string[]) => ({
  sources: paths.map((path) => archive.grant(path, 'read').grant),
  account,
  platform: null,
  leaveOut: [],
})
const problems = async (one: TestArchive) => (await one.run(vaultVerify, {})).findings
const posts = async ({ call }: TestArchive) =>
  (await call(recordOutline, { search: 'kind:post', every: 500, live: false })).total
const packagesOf = async ({ call }: TestArchive) =>
  (await call(accessionList, {})).flatMap(({ packages }) => packages.toSorted((a, b) => a.part - b.part))

async function took(one: TestArchive, ...paths: string[]) {
  const { accession, unexplained } = await one.run(intakeImport, input(one, ...paths))
  const reconciliation = await one.call(accessionReconciliation, { accession })
  if (reconciliation === null) throw new Error('no reconciliation')
  return { unexplained, reconciliation }
}

describe('a lone file', () => {
  it('is a package whose digest is that of the file, and lies in the vault as it is', async () => {
    const one = await vault()
    const text = xFiles()['data/tweets.js'] ?? ''
    await took(one, put('tweets.js', text))
    const [sealed] = await packagesOf(one)
    expect(sealed).toMatchObject({
      form: 'file',
      name: 'tweets.js',
      digest: sha(Buffer.from(text)),
      members: 1,
      state: 'sealed',
    })
    expect(readFileSync(join(one.folder, 'packages', sealed?.id ?? '', 'files', 'tweets.js'), 'utf8')).toBe(text)
    expect(await posts(one)).toBe(2)
    expect(await problems(one)).toEqual([])
  })

  it('packed with gzip is unpacked, and the digest is that of what came', async () => {
    const one = await vault()
    const bytes = gzipSync(xFiles()['data/tweets.js'] ?? '')
    const { reconciliation } = await took(one, put('tweets.js.gz', bytes))
    expect(await packagesOf(one)).toMatchObject([
      { form: 'unpacked', digest: sha(bytes), size: bytes.length, members: 1 },
    ])
    expect(reconciliation.findings.map(({ code }) => code)).toContain('unpacked-archive')
    expect(await posts(one)).toBe(2)
    expect(await problems(one)).toEqual([])
  })
})

describe('a tar', () => {
  it('packed with gzip is read as the same export in a ZIP is, survives a backup, and each file is vouched for', async () => {
    const one = await vault()
    const files = Object.entries(xFiles()).map(([name, data]) => ({ name: `./${name}`, data }))
    const { unexplained } = await took(one, put('export.tgz', gzipSync(await tarred(files))))
    expect([unexplained, await posts(one)]).toEqual([0, 2])
    const to = one.archive.grant(join(folder, 'backup'), 'write').grant
    await one.run(vaultBackup, { to })
    const [sealed] = await packagesOf(one)
    const file = join(one.folder, 'packages', sealed?.id ?? '', 'files/data/tweets.js')
    expect(readFileSync(join(folder, 'backup', 'packages', sealed?.id ?? '', 'files/data/tweets.js'))).toEqual(
      readFileSync(file),
    )
    expect(await problems(one)).toEqual([])
    rmSync(file)
    writeFileSync(file, 'changed')
    expect(
      (await problems(one)).filter(({ subject }) => subject.includes('tweets.js')).map(({ code }) => code),
    ).toContain('V003')
  })

  it('writes nothing outside the vault, follows no link, and names what it could not keep by its name', async () => {
    const one = await vault()
    const tar = await tarred([
      { name: 'data/tweets.js', data: xFiles()['data/tweets.js'] ?? '' },
      { name: '../../escaped.txt', data: 'out' },
      { name: '/absolute.txt', data: 'out' },
      { name: 'data/link', type: 'symlink', linkname: '/etc/passwd' },
      { name: 'DATA/TWEETS.js', data: 'twin' },
    ])
    const { reconciliation } = await took(one, put('hostile.tar', tar))
    const codes = reconciliation.findings.map(({ code }) => code)
    expect(codes.filter((code) => code === 'renamed-member')).toHaveLength(3)
    expect(codes).toContain('special-entry')
    const names = reconciliation.lines.map(({ file }) => file)
    expect(names).toEqual(expect.arrayContaining(['data/tweets.js']))
    expect(names.filter((name) => name.startsWith('renamed/'))).toHaveLength(3)
    expect(await problems(one)).toEqual([])
  })

  it('that is cut short, or a bomb, is refused in one sentence and leaves nothing', async () => {
    const one = await vault()
    const whole = gzipSync(await tarred(Object.entries(xFiles()).map(([name, data]) => ({ name, data }))))
    const cut = await one.start(intakeImport, input(one, put('cut.tar.gz', whole.subarray(0, whole.length - 200))))
    expect(cut.problem).toMatchObject({ code: 'PACKAGE_REFUSED' })
    expect(cut.problem?.sentence).toContain('cut short')
    const bomb = await one.start(intakeImport, input(one, put('bomb.gz', gzipSync(Buffer.alloc(80 * 2 ** 20)))))
    expect(bomb.problem?.sentence).toContain('decompression bomb')
    expect(await one.call(accessionList, {})).toEqual([])
    expect(await problems(one)).toEqual([])
  })
})

describe('an archive inside another', () => {
  it('is opened and sealed as a package of its own, and the outer one keeps its line', async () => {
    const one = await vault()
    const inner = zipped({ 'tweets.js': xFiles()['data/tweets.js'] ?? '' })
    const outer = put(
      'export.zip',
      zipped({ 'account.js': xFiles()['data/account.js'] ?? '', 'posts/posts.zip': inner }),
    )
    const { unexplained, reconciliation } = await took(one, outer)
    expect([unexplained, await posts(one)]).toEqual([0, 2])
    expect((await packagesOf(one)).map(({ name, form, digest, state }) => [name, form, digest, state])).toEqual([
      ['export.zip', 'zip', sha(readFileSync(outer)), 'sealed'],
      ['posts/posts.zip in export.zip', 'zip', sha(inner), 'sealed'],
    ])
    const line = reconciliation.lines.find(({ file }) => file.endsWith('posts.zip'))
    expect(line?.note).toContain('It was opened')
    expect(reconciliation.lines.filter(({ status }) => status === 'quarantined')).toEqual([])
    expect(await problems(one)).toEqual([])
  })

  it('that cannot be opened is a finding, and the rest goes on', async () => {
    const one = await vault()
    const broken = zipped({ 'a.js': 'x' }).subarray(0, 40)
    const path = put(
      'broken-inside.zip',
      zipped({ ...xFiles(), 'more.zip': broken, 'old.7z': Buffer.from('377abcaf271c0004', 'hex') }),
    )
    const { reconciliation } = await took(one, path)
    const found = reconciliation.findings.filter(({ code }) => code === 'inner-archive-unopened')
    expect(found.map(({ file }) => file)).toEqual(['more.zip', 'old.7z'])
    expect([found[0]?.sentence, found[1]?.sentence]).toEqual([
      expect.stringContaining('cut short'),
      expect.stringContaining('7z'),
    ])
    expect(await posts(one)).toBe(2)
    expect(await problems(one)).toEqual([])
  })

  it('in a folder of downloaded parts is not kept twice', async () => {
    const one = await vault()
    const first = zipped({ 'tweets.js': xFiles()['data/tweets.js'] ?? '' })
    const second = zipped({ 'tweets-part1.js': `window.YTD.tweets.part1 = ${JSON.stringify([post(7)])}` })
    put('parts/export-001.zip', first)
    put('parts/export-002.zip', second)
    const { unexplained } = await took(one, join(folder, 'parts'))
    expect([unexplained, await posts(one)]).toEqual([0, 3])
    const sealed = await packagesOf(one)
    expect(sealed.map(({ form, digest }) => [form, digest]).slice(1)).toEqual([
      ['zip', sha(first)],
      ['zip', sha(second)],
    ])
    expect(sealed[0]?.state).toBe('filtered')
    expect(await problems(one)).toEqual([])
  })
})

describe('what is packed in a way that is not opened', () => {
  it.each([
    ['7z', 'export.7z', '377abcaf271c0004'],
    ['RAR', 'export.rar', '526172211a0700'],
    ['bzip2', 'dump.xml.bz2', '425a6839314159'],
    ['XZ', 'dump.xml.xz', 'fd377a585a0000'],
  ])('(%s) is refused with what to do', async (word, name, magic) => {
    const one = await vault()
    const path = put(name, Buffer.concat([Buffer.from(magic, 'hex'), Buffer.alloc(300, 1)]))
    const { sources } = input(one, path)
    const { refusals } = await one.call(intakeRecognise, { sources })
    expect(refusals).toEqual([
      `“${name}” is packed as ${word}, which Muniment does not open. Unpack it with 7-Zip and choose the folder.`,
    ])
  })
})
