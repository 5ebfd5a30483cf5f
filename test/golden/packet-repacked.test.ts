// A packet that somebody unpacked and zipped again is judged by what is in it, by the command line and by its own page alike.
import { describe, expect, it } from 'vitest'
import { inWords } from '../../shared/packet/words.ts'
import { type RawMember, rawZip } from '../fixtures/zip/raw-zip.ts'
import { byCommand, byPage } from '../support/checked.ts'
import { packetOf, sha256, unzipped, vaultWith } from './packet-files.ts'
import { illustrated, latin } from './packet-records.ts'

async function made(): Promise<Buffer> {
  const vault = vaultWith([...latin, ...(await illustrated())])
  vault.open()
  return packetOf(vault, (await vault.build()).digest)
}

type Files = readonly (readonly [string, Buffer])[]

/** As a common program packs: small files stored, others deflated, in its own order. */
const zipped = (files: Files, more: readonly RawMember[] = []): Buffer<ArrayBuffer> => {
  const entries = files.map(([name, data]): RawMember => ({ name, data, method: data.length < 200 ? 0 : 8 }))
  return Buffer.from(rawZip([...more, ...entries.toReversed()]))
}

const both = async (packet: Buffer<ArrayBuffer>) => {
  const found = await byCommand(packet)
  expect(await byPage(packet)).toEqual(found)
  return found
}

describe('a packet that was packed again', () => {
  it('is consistent in itself, and said to be another file than the City’s', async () => {
    const packet = await made()
    const files = [...(await unzipped(packet))]
    const found = await both(zipped(files))
    expect(found).toMatchObject({
      findings: [],
      repacked: true,
      files: files.length,
      committed: { fields: expect.anything() },
    })
    const said = inWords(found)
    expect(said.verdict).toContain('Somebody packed it again')
    expect(said.proved.join(' ')).not.toContain('in the archive')
    expect(said.not.join(' ')).toContain('Not checked: the archive itself')
    const withFolders = [{ name: 'native/', data: Buffer.alloc(0), method: 0 as const }]
    expect(await both(zipped(files, withFolders))).toMatchObject({ findings: [], files: files.length })
    const inFolder = files.map(([name, data]) => [`packet-26-0007/${name}`, data] as const)
    expect(await both(zipped(inFolder))).toMatchObject({ findings: [], repacked: true })
    expect(await byCommand(packet)).toMatchObject({ findings: [], repacked: false })
    const held = await byCommand(zipped(files), sha256(packet))
    expect(held.findings.map(({ code }) => code)).toEqual(['P030'])
    expect(inWords(held).verdict).toContain('it was packed again')
  })

  it('is found out where a file in it is another, is missing, is put in, or cannot be unpacked', async () => {
    const files = [...(await unzipped(await made()))]
    const codes = async (packet: Buffer<ArrayBuffer>) =>
      (await both(packet)).findings.map(({ code, file }) => [code, file])
    const changed = files.map(([name, data]) =>
      name === 'records.csv'
        ? ([name, Buffer.from(data.toString().replace('Road', 'Rode'))] as const)
        : ([name, data] as const),
    )
    expect(await codes(zipped(changed))).toEqual([['P013', 'records.csv']])
    expect(await codes(zipped(files.filter(([name]) => name !== 'records.csv')))).toEqual([['P012', 'records.csv']])
    expect(await codes(zipped([...files, ['letter.txt', Buffer.from('Approved')]]))).toEqual([['P014', 'letter.txt']])
    const broken = zipped(files)
    const at = broken.indexOf('records.csv') + 'records.csv'.length
    broken[at + 40] = (broken[at + 40] ?? 0) ^ 0xff
    expect(
      (await codes(broken)).some(([code, file]) => file === 'records.csv' && (code === 'P004' || code === 'P013')),
    ).toBe(true)
  })
})
