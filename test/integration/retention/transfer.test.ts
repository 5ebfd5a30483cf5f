// A copy for the archive: a bag that sha256sum and another reader take for whole, of lasting series only, and registered.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import classifyRecords from '../../../electron/core/retention/commands/classify.records.ts'
import scheduleImport from '../../../electron/core/retention/commands/schedule.import.ts'
import transferReceipt from '../../../electron/core/retention/commands/transfer.receipt.ts'
import transferMake from '../../../electron/core/retention/jobs/transfer.make.ts'
import transferList from '../../../electron/core/retention/queries/transfer.list.ts'
import { transferMake as contract, transferList as listing } from '../../../shared/contract/transfer.ts'
import { openRetentionVault, scheduleFile, seriesOf } from './support.ts'

const vault = openRetentionVault('2026-11-20T18:00:00Z')
const bag = vault.grantWrite('bag')
const make = async (search: string) => contract.output.parse(await vault.run(transferMake, { search, to: bag.grant }))
const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((one) =>
    one.isFile() ? [join(one.parentPath, one.name)] : [],
  )

beforeAll(() => {
  vault.command(scheduleImport, scheduleFile())
  vault.receive([
    { id: 'minutes', at: '2018-05-05T19:00:00Z', text: '=Minutes, "of" May\nsecond line' },
    { id: 'more', at: '2018-05-06T19:00:00Z', text: 'More minutes' },
    { id: 'post', at: '2018-05-07T19:00:00Z' },
  ])
  const records = ['minutes', 'more'].map((id) => vault.idOf(id))
  vault.command(classifyRecords, { records, series: seriesOf.minutes, reason: 'x' })
  vault.command(classifyRecords, { records: [vault.idOf('post')], series: seriesOf.post, reason: 'x' })
})
afterAll(() => {
  rmSync(bag.path, { recursive: true, force: true })
  vault.close()
})

describe('a copy for the archive', () => {
  it('is refused for what the schedule lets go, and leaves nothing behind', async () => {
    await expect(make('')).rejects.toThrow()
    await expect(make('kind:post')).rejects.toThrow(/neither permanent nor historical/)
    await expect(make('nothing-like-that')).rejects.toThrow(/finds no record/)
    expect([existsSync(bag.path), existsSync(`${bag.path}.part`)]).toEqual([false, false])
  })

  it('is a bag whose every byte its manifests name, as sha256sum and a reader of another hand find', async () => {
    const made = await make('minutes')
    expect(made).toMatchObject({ records: 2, leftOut: 0 })
    for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
      execFileSync('sha256sum', ['--check', '--strict', '--quiet', manifest], { cwd: bag.path })
    }
    // RFC 8493 2.1, 2.2, 3: read here anew from its text.
    const text = (name: string) => readFileSync(join(bag.path, name), 'utf8')
    expect(text('bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
    const named = text('manifest-sha256.txt')
      .trimEnd()
      .split('\n')
      .map((line) => line.slice(66))
    const payload = filesBelow(join(bag.path, 'data'))
    expect(payload.map((path) => path.slice(bag.path.length + 1)).sort()).toEqual(named.sort())
    const octets = payload.reduce((sum, path) => sum + statSync(path).size, 0)
    expect(text('bag-info.txt')).toContain(`Payload-Oxum: ${octets}.${payload.length}\n`)
    expect([made.bytes, made.files]).toEqual([octets, payload.length])
    const tags = text('tagmanifest-sha256.txt')
      .trimEnd()
      .split('\n')
      .map((line) => line.slice(66))
    expect(tags).toEqual(['bag-info.txt', 'bagit.txt', 'manifest-sha256.txt', 'metadata/premis-events.xml'])
    expect(made.digest).toBe(createHash('sha256').update(text('manifest-sha256.txt')).digest('hex'))
  })

  it('holds each record whole with its source, and a list for finding aids that no spreadsheet runs', () => {
    const rows: string[][] = parse(readFileSync(join(bag.path, 'data/finding-aid.csv'), 'utf8'), { bom: true })
    expect(rows.slice(1).map((row) => row[3])).toEqual(['2018-05-06', '2018-05-05'])
    expect(rows[2]?.[7]).toMatch(/^'=Minutes, "of" May\nsecond line$/)
    const id = vault.idOf('minutes')
    const record = JSON.parse(readFileSync(join(bag.path, `data/records/${id}/record.json`), 'utf8'))
    expect([record.id, record.versions[0].text]).toEqual([id, '=Minutes, "of" May\nsecond line'])
    const source = readFileSync(join(bag.path, `data/records/${id}/version-1-source-1`), 'utf8')
    expect(JSON.parse(source)).toMatchObject({ id: 'minutes' })
  })

  it('says what happened, is registered as a copy, and takes nothing from the vault', () => {
    const events = readFileSync(join(bag.path, 'metadata/premis-events.xml'), 'utf8')
    expect([...events.matchAll(/<eventType>([^<]+)</g)].map(([, type]) => type)).toEqual([
      'ingestion',
      'message digest calculation',
      'transfer',
    ])
    expect(vault.db.all("SELECT kind, place FROM issued WHERE kind = 'transfer'")).toEqual([
      { kind: 'transfer', place: bag.path },
    ])
    expect(vault.db.get('SELECT count(*) AS records FROM record')).toEqual({ records: 3 })
  })

  it('is known with what it holds, and an archive’s receipt is recorded only for this very bag, by somebody who has seen the paper', async () => {
    const [made, ...others] = listing.output.parse(await vault.ask(transferList, {}))
    if (made === undefined) throw new Error('no copy is listed')
    expect(others).toEqual([])
    const bagged = createHash('sha256')
      .update(readFileSync(join(bag.path, 'manifest-sha256.txt')))
      .digest('hex')
    expect(made).toMatchObject({
      id: 1,
      bag: bagged,
      records: 2,
      inVault: 2,
      receipts: 0,
      receipt: null,
      madeBy: 'clerk',
    })
    const held = vault.db.all('SELECT record_id AS id, series FROM transfer_record ORDER BY 1')
    expect(held).toEqual(['minutes', 'more'].map((id) => ({ id: vault.idOf(id), series: seriesOf.minutes })))
    const document = { name: 'receipt.pdf', bytes: Buffer.from('%PDF-1.7 received').toString('base64') }
    const signed = {
      archive: 'County Archives',
      signedBy: 'Ann Ito',
      title: 'Archivist',
      signedOn: '2026-11-20',
      document,
    }
    const enter = (more: object) => vault.command(transferReceipt, { id: 1, bag: made.bag, ...signed, ...more })
    expect(() => enter({ bag: 'a'.repeat(64) })).toThrow(
      /names another bag: its digest is not that of .* Nothing was recorded/,
    )
    expect(() => enter({ id: 2 })).toThrow('This vault made no copy 2 for an archive.')
    expect(() => enter({ signedOn: '2026-11-21' })).toThrow('November 21, 2026 has not come yet.')
    expect(() => enter({ signedOn: '2026-11-19' })).toThrow(/nobody can have received it on November 19, 2026/)
    expect(() => enter({ document: undefined })).toThrow()
    expect(vault.db.get('SELECT count(*) AS n FROM transfer_receipt')).toEqual({ n: 0 })
    expect(enter({})).toEqual({ records: 2 })
    enter({ signedBy: 'Lee Ito' })
    const [after] = listing.output.parse(await vault.ask(transferList, {}))
    const paper = createHash('sha256').update('%PDF-1.7 received').digest('hex')
    const { document: _paper, ...words } = { ...signed, signedBy: 'Lee Ito' }
    expect(after).toMatchObject({ receipts: 2, inVault: 2, receipt: { ...words, document: paper, enteredBy: 'clerk' } })
    const noted = vault.db.all<{ payload: string }>(
      "SELECT payload FROM ledger JOIN ledger_payload USING (seq) WHERE kind = 'transfer.receipt'",
    )
    expect(noted.length).toBe(2)
    expect(JSON.stringify(noted)).not.toMatch(/Ito|County Archives/)
    expect(JSON.stringify(noted)).not.toContain(paper)
  })

  it('is not written over another', async () => {
    await expect(make('minutes')).rejects.toMatchObject({ code: 'TARGET_EXISTS' })
  })
})
