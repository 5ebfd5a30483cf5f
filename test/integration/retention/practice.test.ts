// A practice vault: marked for ever, in everything that it makes, and never joined with a real one.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import readWorkbook from 'read-excel-file/node'
import { beforeAll, describe, expect, it } from 'vitest'
import { openPromise } from 'yauzl'
import { createVault } from '../../../electron/core/archive.ts'
import { accessionPrint, intakeImport, intakePreview } from '../../../shared/contract/intake.ts'
import { mappingSuggest } from '../../../shared/contract/mapping.ts'
import { accountAdd, personAdd } from '../../../shared/contract/people.ts'
import { recordExport } from '../../../shared/contract/record.ts'
import { packetBuild, packetVerify, requestOpen } from '../../../shared/contract/request.ts'
import { vaultSummary } from '../../../shared/contract/vault.ts'
import { PlatformName } from '../../../shared/domain/account/account.ts'
import { RequestId } from '../../../shared/domain/id.ts'
import { LocalDate, Zone } from '../../../shared/domain/time.ts'
import { demoExports } from '../../fixtures/x/demo.ts'
import { smallExport } from '../../fixtures/x/small.ts'
import { Pdf } from '../../golden/typeset-read.ts'
import { openTestArchive, seededRandom, steppingClock, type TestArchive } from '../../support/archive.ts'
import { workplace } from '../../support/vaults.ts'

const place = workplace('practice')
const vaultFolder = join(place.folder, 'Practice.muniment')
let sample: string
let real: string

async function practiceVault(): Promise<TestArchive> {
  const vault = await openTestArchive({ folder: vaultFolder })
  place.closeAfter(vault)
  return vault
}

const granted = (vault: TestArchive, path: string, mode: 'read' | 'write') => vault.archive.grant(path, mode).grant

beforeAll(async () => {
  const exports = join(place.folder, 'exports')
  mkdirSync(exports)
  sample = (await demoExports(exports, 5, true)).first.path
  real = (await smallExport(exports)).path
  const means = { clock: steppingClock(), random: seededRandom('practice') }
  const zone = Zone.parse('America/Los_Angeles')
  createVault(vaultFolder, { city: 'City of Alder Bay', zone, practice: true }, means)
  const vault = await openTestArchive({ folder: vaultFolder })
  await vault.call(personAdd, { id: 'clerk', name: 'Pat Moreno', title: 'Records Clerk', role: 'records-clerk' })
  const account = { platform: PlatformName.parse('x'), handle: 'AlderBayCity', name: '', department: '', liaison: '' }
  await vault.call(accountAdd, { ...account, nativeId: null })
  const sources = [granted(vault, sample, 'read')]
  await vault.run(intakeImport, { sources, account: vault.account, platform: null })
  await vault.archive.close()
})

describe('the mark of a practice vault', () => {
  it('is told, and can be changed by nobody, neither in the catalog nor in vault.json', async () => {
    const vault = await practiceVault()
    expect((await vault.call(vaultSummary, {})).practice).toBe(true)
    await vault.archive.close()

    const db = new Database(join(vaultFolder, 'catalog.sqlite'))
    expect(() => db.exec('UPDATE practice_mark SET practice = 0')).toThrow('never changes')
    expect(() => db.exec('DELETE FROM practice_mark')).toThrow('never forgotten')
    expect(() => db.exec('INSERT INTO practice_mark VALUES (2, 0)')).toThrow('CHECK')
    db.close()

    const copy = join(place.folder, 'Forged.muniment')
    cpSync(vaultFolder, copy, { recursive: true })
    const about = readFileSync(join(copy, 'vault.json'), 'utf8')
    expect(about).toContain('"practice": true')
    writeFileSync(join(copy, 'vault.json'), about.replace('"practice": true', '"practice": false'))
    await expect(openTestArchive({ folder: copy })).rejects.toMatchObject({ code: 'VAULT_DAMAGED' })
  })

  it('is not in a real vault, which cannot be made one later', async () => {
    const vault = await place.vault()
    expect((await vault.call(vaultSummary, {})).practice).toBe(false)
    const { folder } = vault
    await vault.archive.close()
    const about = readFileSync(join(folder, 'vault.json'), 'utf8')
    writeFileSync(join(folder, 'vault.json'), about.replace('"practice": false', '"practice": true'))
    await expect(openTestArchive({ folder })).rejects.toMatchObject({ code: 'VAULT_DAMAGED' })
  })
})

describe('what a practice vault writes', () => {
  it('carries the word in its name, or is not written', async () => {
    const vault = await practiceVault()
    const path = join(place.folder, 'posts.csv')
    const job = await vault.start(recordExport, {
      search: '',
      live: false,
      format: 'csv',
      to: granted(vault, path, 'write'),
    })
    expect(job.problem).toMatchObject({
      code: 'PRACTICE_ONLY',
      sentence: expect.stringContaining('TRAINING-posts.csv'),
    })
    expect(() => readFileSync(path)).toThrow('ENOENT')
  })

  it('says so in every row of a list, in its sheet, and on every page', async () => {
    const vault = await practiceVault()
    const written = async (format: 'csv' | 'xlsx' | 'pdf') => {
      const path = join(place.folder, `TRAINING-posts.${format}`)
      const to = granted(vault, path, 'write')
      await vault.run(recordExport, { search: 'kind:post storm', live: false, format, to })
      return readFileSync(path)
    }
    const rows = (await written('csv')).toString('utf8').split(/\r\n(?=practice vault)/)
    expect(rows.length).toBeGreaterThan(5)
    expect(rows.map((row) => row.split(',')[0])).toEqual([
      '\uFEFFTRAINING',
      ...rows.slice(1).map(() => 'practice vault: no record'),
    ])
    const [sheet] = await readWorkbook<string>(await written('xlsx'))
    expect(sheet?.sheet).toBe('TRAINING Records')
    expect(new Set(sheet?.data.map(([first]) => first))).toEqual(new Set(['TRAINING', 'practice vault: no record']))
    onEveryPage(await written('pdf'))
    const print = join(place.folder, 'TRAINING-reconciliation.pdf')
    await vault.run(accessionPrint, { accession: 1, to: granted(vault, print, 'write') })
    onEveryPage(readFileSync(print))
  })

  it('is a packet that verifies as practice, whole, and never as real', async () => {
    const vault = await practiceVault()
    await vault.call(requestOpen, {
      id: RequestId.parse('26-1'),
      receivedOn: LocalDate.parse('2026-11-16'),
      channel: 'portal',
      requester: '',
      text: 'Storms.',
      immediateDisclosure: false,
      accounts: [],
      from: null,
      to: null,
      search: 'kind:post storm',
    })
    const path = join(place.folder, 'TRAINING-packet.zip')
    const built = await vault.run(packetBuild, { request: '26-1', to: granted(vault, path, 'write') })
    expect(built.name).toMatch(/^TRAINING-packet/)
    const checked = await vault.call(packetVerify, { packet: granted(vault, path, 'read') })
    expect(checked).toMatchObject({ status: 'practice', practice: true, issuedHere: true, findings: [] })

    const files = await filesOf(path)
    expect(JSON.parse(files.get('manifest.json')?.toString('utf8') ?? '')).toMatchObject({ practice: true })
    expect(files.get('README.txt')?.toString('utf8')).toMatch(/^TRAINING\. /)
    expect(files.get('index.html')?.toString('utf8')).toContain('<title>TRAINING: ')
    expect(files.get('index.html')?.toString('utf8')).toContain('<p class="training"><strong>TRAINING</strong>')
    expect(files.get('records.csv')?.toString('utf8')).toMatch(/^\uFEFFTRAINING,/)
    onEveryPage(files.get('records.pdf') ?? Buffer.alloc(0))

    const other = await place.vault()
    const there = await other.call(packetVerify, { packet: granted(other, path, 'read') })
    expect(there).toMatchObject({ status: 'practice', issuedHere: false })
    const forged = readFileSync(path)
    forged.write('false', forged.lastIndexOf('"practice": true') + '"practice": '.length)
    writeFileSync(path, forged)
    const found = await other.call(packetVerify, { packet: granted(other, path, 'read') })
    expect(found.status).toBe('changed')
    expect(found.practice).toBe(true)
  })
})

describe('practice and record', () => {
  it('never meet: a real vault takes nothing in that was made for practice, whatever is done to it', async () => {
    const vault = await place.vault()
    const refused = async (path: string) => {
      const sources = [granted(vault, path, 'read')]
      const asked = { sources, account: vault.account, platform: null, mapping: null }
      const preview = await vault.call(intakePreview, asked).catch((error: { code: string }) => error.code)
      const job = await vault.start(intakeImport, { sources, account: vault.account, platform: null })
      return [preview, job.problem?.code]
    }
    expect(await refused(sample)).toEqual(['PRACTICE_ONLY', 'PRACTICE_ONLY'])

    const unpacked = join(place.folder, 'unpacked')
    for (const [name, bytes] of await filesOf(sample)) place.put(join('unpacked', name), bytes)
    expect(await refused(unpacked)).toEqual(['PRACTICE_ONLY', 'PRACTICE_ONLY'])

    for (const name of ['TRAINING-posts.csv', 'TRAINING-posts.xlsx']) {
      const sources = [granted(vault, join(place.folder, name), 'read')]
      const looked = vault.call(mappingSuggest, { sources, look: null })
      await expect(looked, name).rejects.toMatchObject({ code: 'PRACTICE_ONLY' })
    }
    expect((await vault.call(vaultSummary, {})).counts.accessions).toBe(0)
  })

  it('never meet: a practice vault takes in no real export', async () => {
    const vault = await practiceVault()
    const sources = [granted(vault, real, 'read')]
    const job = await vault.start(intakeImport, { sources, account: vault.account, platform: null })
    expect(job.problem?.code).toBe('PRACTICE_ONLY')
    expect((await vault.call(vaultSummary, {})).counts.accessions).toBe(1)
  })
})

function onEveryPage(bytes: Buffer): void {
  const pdf = new Pdf(bytes)
  expect(pdf.pages.length).toBeGreaterThan(0)
  for (const page of pdf.pages) expect(pdf.pageText(page)).toContain('TRAINING · Made in a practice vault')
}

async function filesOf(path: string): Promise<Map<string, Buffer>> {
  const zip = await openPromise(path)
  const files = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue
    const chunks: Buffer[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(Buffer.from(chunk))
    files.set(entry.fileName, Buffer.concat(chunks))
  }
  return files
}
