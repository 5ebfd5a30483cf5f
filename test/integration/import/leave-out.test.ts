// What a clerk can rely on when files are left out of an import: gone for good, accounted for, and never under a hold without the attorney.
import { createHash } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { holdPlace } from '../../../shared/contract/hold.ts'
import { accessionList, accessionReconciliation, intakeImport } from '../../../shared/contract/intake.ts'
import { recordOutline } from '../../../shared/contract/record.ts'
import { vaultVerify } from '../../../shared/contract/vault.ts'
import type { FileGroup } from '../../../shared/domain/intake/file-group.ts'
import { rawZip } from '../../fixtures/zip/raw-zip.ts'
import type { TestArchive } from '../../support/archive.ts'
import { workplace } from '../../support/vaults.ts'
import { filesBelow, holding, SECRETS, xFiles } from '../../support/x-files.ts'

const { folder, vault, closeAfter } = workplace('leave-out')

/** The export as a ZIP: its members deflated, but for one that is stored. */
function zip(
  name: string,
  files: Readonly<Record<string, string | Buffer>> = xFiles(),
): { path: string; bytes: Buffer } {
  const bytes = rawZip(
    Object.entries(files).map(([member, data]) => ({
      name: member,
      data,
      method: member.includes('ip-audit') ? 0 : 8,
    })),
  )
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return { path, bytes }
}

const input = (
  one: TestArchive,
  path: string,
  leaveOut: FileGroup[] | null = null,
  attorney: string | null = null,
) => ({
  sources: [one.archive.grant(path, 'read').grant],
  account: one.account,
  platform: null,
  leaveOut,
  attorney,
})
const problems = async (one: TestArchive) => (await one.run(vaultVerify, {})).findings
const posts = async ({ call }: TestArchive) =>
  (await call(recordOutline, { search: 'kind:post', every: 500, live: false })).total
const sha = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex')

async function linesOf(one: TestArchive, status: string) {
  const [newest] = await one.call(accessionList, {})
  if (newest === undefined) throw new Error('nothing received')
  const document = await one.call(accessionReconciliation, { accession: newest.id })
  return document?.lines.filter((line) => line.status === status) ?? []
}

async function hold(one: TestArchive, accounts: readonly (typeof one.account)[]) {
  const scope = { search: null, accounts: [...accounts], from: null, to: null, recordIds: [] }
  await one.call(holdPlace, {
    label: 'Smith v. City',
    basis: 'litigation',
    orderedBy: 'City Attorney',
    scope,
    document: null,
  })
}

describe('what is left out by default', () => {
  it('is nowhere in the vault, while everything else proves itself and every file has its line', async () => {
    const one = await vault()
    const { path, bytes } = zip('default.zip')
    expect(holding(folder, SECRETS.advertising)).toEqual(['default.zip'])
    const { unexplained } = await one.run(intakeImport, input(one, path))
    expect([unexplained, await posts(one)]).toEqual([0, 2])
    for (const secret of Object.values(SECRETS)) expect(holding(one.folder, secret)).toEqual([])
    expect([...filesBelow(one.folder).keys()].filter((name) => name.startsWith('staging'))).toEqual([])
    const [{ packages: [sealed] = [] } = {}] = await one.call(accessionList, {})
    expect(sealed).toMatchObject({ state: 'filtered', size: bytes.length, digest: sha(bytes) })
    expect((await linesOf(one, 'left-out')).map(({ file, type }) => [file, type])).toEqual([
      ['data/ad-impressions.js', 'advertising'],
      ['data/ip-audit.js', 'log-ins'],
      ['data/follower.js', 'contacts'],
    ])
    expect((await linesOf(one, 'kept-unread')).map(({ file }) => file)).toContain('data/block.js')
    expect(await problems(one)).toEqual([])
    const again = await one.reopen()
    closeAfter(again)
    expect(await problems(again)).toEqual([])
  })

  it('is not copied from a folder, and goes from an archive inside another too', async () => {
    const one = await vault()
    for (const [name, data] of Object.entries(xFiles())) {
      const path = join(folder, 'unzipped', name)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, data)
    }
    await one.run(intakeImport, input(one, join(folder, 'unzipped')))
    const { 'data/tweets.js': tweets = '', ...rest } = xFiles()
    const inner = rawZip(Object.entries(rest).map(([name, data]) => ({ name, data, method: 8 })))
    await one.run(intakeImport, input(one, zip('nested.zip', { 'data/tweets.js': tweets, 'rest.zip': inner }).path))
    for (const secret of Object.values(SECRETS)) expect(holding(one.folder, secret)).toEqual([])
    const [nested] = await one.call(accessionList, {})
    expect(nested?.packages.map(({ state }) => state)).toEqual(['filtered', 'filtered'])
    expect(nested?.packages[1]?.digest).toBe(sha(inner))
    expect(await problems(one)).toEqual([])
  })

  it('goes with its second copy in another part', async () => {
    const one = await vault()
    const copy = zip('copy-b.zip', {
      'data/ad-impressions.js': xFiles()['data/ad-impressions.js'] ?? '',
      'data/like.js': 'window.YTD.like.part0 = []',
    })
    const sources = [zip('copy-a.zip').path, copy.path].map((path) => one.archive.grant(path, 'read').grant)
    await one.run(intakeImport, { ...input(one, copy.path), sources })
    expect(holding(one.folder, SECRETS.advertising)).toEqual([])
    expect(await problems(one)).toEqual([])
  })
})

describe('a choice', () => {
  it('of nothing keeps the package as received', async () => {
    const one = await vault()
    const { path, bytes } = zip('whole.zip')
    await one.run(intakeImport, input(one, path, []))
    const [{ packages: [sealed] = [] } = {}] = await one.call(accessionList, {})
    expect(sealed).toMatchObject({ state: 'sealed', digest: sha(bytes) })
    expect(holding(one.folder, SECRETS.contacts)).toHaveLength(1)
  })

  it('of records leaves no record, and nothing unexplained', async () => {
    const one = await vault()
    const { unexplained } = await one.run(intakeImport, input(one, zip('records.zip').path, ['records']))
    expect([unexplained, await posts(one)]).toEqual([0, 0])
    expect((await linesOf(one, 'left-out')).map(({ file }) => file)).toEqual(['data/account.js', 'data/tweets.js'])
  })
})

describe('an account under a hold', () => {
  it('keeps everything where nobody chose, and refuses a choice without the attorney’s name', async () => {
    const one = await vault()
    await hold(one, [one.account])
    const before = [...filesBelow(one.folder).keys()].filter((name) => !name.startsWith('catalog'))
    const refused = await one.start(intakeImport, input(one, zip('held.zip').path, ['advertising']))
    expect(refused).toMatchObject({ state: 'failed', problem: { code: 'ATTORNEY_REQUIRED' } })
    expect(refused.problem?.sentence).toContain('Smith v. City')
    expect([...filesBelow(one.folder).keys()].filter((name) => !name.startsWith('catalog'))).toEqual(before)
    await one.run(intakeImport, input(one, zip('held.zip').path))
    expect(holding(one.folder, SECRETS.advertising)).toHaveLength(1)
  })

  it('leaves out what the attorney allowed, and the reconciliation names the attorney', async () => {
    const one = await vault()
    await hold(one, [])
    await one.run(intakeImport, input(one, zip('allowed.zip').path, ['advertising'], 'Dana Reyes'))
    expect(holding(one.folder, SECRETS.advertising)).toEqual([])
    expect((await linesOf(one, 'left-out')).map(({ note }) => note)).toEqual([
      expect.stringContaining('Allowed by Dana Reyes.'),
    ])
  })
})

describe('damage to a filtered package', () => {
  it('is found: what stays is as it was sealed, and what was left out stays out', async () => {
    const one = await vault()
    await one.run(intakeImport, input(one, zip('damage.zip').path))
    const [name = '', bytes = Buffer.alloc(0)] =
      [...filesBelow(one.folder)].find(([file]) => file.endsWith('package.zip')) ?? []
    const at = bytes.indexOf('data/tweets.js') + 'data/tweets.js'.length + 3
    bytes[at] = (bytes[at] ?? 0) ^ 0xff
    rmSync(join(one.folder, name))
    writeFileSync(join(one.folder, name), bytes)
    expect((await problems(one)).map(({ code }) => code)).toEqual(expect.arrayContaining(['V002', 'V003']))
  })
})
