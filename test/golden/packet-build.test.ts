// What is responsive, how a production is numbered, and what is left when building stops.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { objectPath } from '../../electron/core/vault/objects/lease.ts'
import { findRequest } from '../../electron/core/vault/repository/request/request.ts'
import { RequestId } from '../../shared/domain/id.ts'
import { LocalDate } from '../../shared/domain/time.ts'
import { packetFiles, packetOf, sha256, textOf, unzipped, vaultWith } from './packet-files.ts'
import { illustrated, latin, messages } from './packet-records.ts'

describe('the responsive set', () => {
  it('is the search in the accounts and period, days meant in the City’s zone, undated records included', async () => {
    const vault = vaultWith([
      { id: '1', text: 'road', at: Date.parse('2023-02-04T07:59:59Z') },
      { id: '2', text: 'road', at: Date.parse('2023-02-04T08:00:00Z') },
      { id: '3', text: 'road', at: Date.parse('2023-02-06T07:59:59Z') },
      { id: '4', text: 'road', at: Date.parse('2023-02-06T08:00:00Z') },
      { id: '5', text: 'road', at: null },
      { id: '6', text: 'street', at: Date.parse('2023-02-05T08:00:00Z') },
    ])
    vault.open({ search: 'road', from: LocalDate.parse('2023-02-04'), to: LocalDate.parse('2023-02-05') })
    const files = await packetFiles(vault)
    const rows: Record<string, string>[] = parse(files.get('records.csv') ?? '', { bom: true, columns: true })
    expect(rows.map((row) => row['Platform id'])).toEqual(['5', '2', '3'])
    expect(textOf(files, 'index.html')).toContain('1 record whose time the source does not tell is included')
  })

  it('leaves out what only an unfinished import holds, and says so', async () => {
    const vault = vaultWith(latin)
    vault.receive(2, [{ id: '800', text: 'Half imported' }])
    vault.db.run("UPDATE accession SET state = 'receiving' WHERE id = 2")
    vault.open()
    const built = await vault.build()
    const files = await unzipped(packetOf(vault, built.digest))
    expect(built.items).toBe(latin.length)
    expect(textOf(files, 'index.html')).toMatch(/an import begun on November 22, 2026 was not complete/)
    expect(textOf(files, 'index.html')).toContain('1 record that only an incomplete import holds was left out.')
  })

  it('keeps each conversation together, after the posts', async () => {
    const vault = vaultWith([...messages, ...latin])
    vault.open()
    const files = await packetFiles(vault)
    const rows: Record<string, string>[] = parse(files.get('records.csv') ?? '', { bom: true, columns: true })
    expect(rows.map((row) => row['Platform id'])).toEqual(['1', '2', '3', '4', '5', '6', '30', '32', '31'])
  })

  it('is numbered on through all productions, and no number comes twice', async () => {
    const vault = vaultWith(latin)
    vault.open()
    vault.open({ id: RequestId.parse('26-0008') })
    await vault.build()
    await vault.build({ request: '26-0008', at: '2027-01-02T20:00:00Z' })
    await vault.build({ at: '2026-12-01T20:00:00Z', whole: true })
    const labels = vault.db.all<{ label: string }>('SELECT label FROM production_item').map(({ label }) => label)
    expect(new Set(labels.map((label) => label.slice(-6))).size).toBe(labels.length)
    expect([labels[0], labels.at(-1)]).toEqual(['AB-2026-000001', 'AB-2026-000018'])
  })
})

describe('building a packet', () => {
  it('holds the accounts and period of the request from its receipt, and tells what it answers', async () => {
    const vault = vaultWith(latin)
    vault.open({ from: LocalDate.parse('2023-03-01') })
    const held = vault.db.all<{ native_id: string }>(
      'SELECT native_id FROM hold_record JOIN record ON record.id = record_id ORDER BY 1',
    )
    expect(held.map(({ native_id }) => native_id)).toEqual(['3', '4', '5', '6'])
    await vault.build()
    expect(findRequest(vault.db, RequestId.parse('26-0007'))).toMatchObject({
      state: 'produced',
      held: 4,
      productions: [{ items: 4, firstNumber: 'AB-2026-000001' }],
    })
  })

  it('leaves nothing behind when it is cancelled', async () => {
    const vault = vaultWith(latin)
    vault.open()
    const abort = new AbortController()
    const progress = ({ stage, done }: { stage: string; done: number }) => {
      if (stage === 'building' && done === 3) abort.abort()
    }
    await expect(vault.build({ signal: abort.signal, progress })).rejects.toMatchObject({ name: 'AbortError' })
    expect(vault.db.all('SELECT id FROM production')).toEqual([])
    expect(vault.db.all('SELECT label FROM production_item')).toEqual([])
    expect(readdirSync(join(vault.folder, 'staging'))).toEqual([])
    expect(readdirSync(join(vault.folder, 'objects'))).toEqual([])
    expect((await vault.build()).items).toBe(latin.length)
  })

  it('goes on with the same production after it was interrupted, and makes the same bytes', async () => {
    const vault = vaultWith(latin)
    vault.open()
    await expect(vault.build({ failAt: 'packet.issue' })).rejects.toThrow('the computer stopped')
    const again = await vault.build({ at: '2026-11-24T17:00:00Z' })
    expect(again.production).toBe(1)
    expect(sha256(await vault.rebuild(1))).toBe(again.digest)
  })

  it('freezes anew when something was imported after the interruption', async () => {
    const vault = vaultWith(latin)
    vault.open()
    await expect(vault.build({ failAt: 'packet.issue' })).rejects.toThrow('the computer stopped')
    vault.receive(2, [{ id: '700', text: 'Came later' }])
    expect((await vault.build()).items).toBe(latin.length + 1)
    expect(vault.db.all('SELECT id FROM production')).toHaveLength(1)
  })

  it('refuses to make a packet of a photo that is no longer as received', async () => {
    const vault = vaultWith(await illustrated())
    vault.open()
    const { digest } = vault.db.get<{ digest: Uint8Array }>(
      "SELECT digest FROM object WHERE mime = 'image/jpeg' ORDER BY size DESC",
    ) ?? {
      digest: Buffer.alloc(32),
    }
    const path = join(vault.folder, objectPath(Buffer.from(digest).toString('hex')))
    const bytes = readFileSync(path)
    bytes[100] = (bytes[100] ?? 0) ^ 1
    writeFileSync(path, bytes)
    await expect(vault.build()).rejects.toMatchObject({ code: 'VAULT_DAMAGED' })
  })

  it('copies the packet whole to where the clerk wants it, over an older one', async () => {
    const vault = vaultWith(latin)
    vault.open()
    const to = join(vault.folder, 'packet.zip')
    writeFileSync(to, 'an older packet')
    const built = await vault.build({ to })
    expect(sha256(readFileSync(to))).toBe(built.digest)
    expect(existsSync(`${to}.part`)).toBe(false)
    expect(vault.db.all('SELECT kind, place FROM issued ORDER BY id')).toEqual([
      { kind: 'packet', place: 'vault' },
      { kind: 'packet', place: to },
    ])
  })
})
