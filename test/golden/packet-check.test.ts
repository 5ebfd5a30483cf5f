// A packet that was changed is found out.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkPacketFile } from '../../electron/core/disclosure/verify/check.ts'
import { everything, packetOf, vaultWith } from './packet-files.ts'
import { illustrated, latin } from './packet-records.ts'

describe('checking a packet', () => {
  const check = (path: string) => checkPacketFile(path, null, new AbortController().signal)

  it('finds nothing wrong with one as issued', async () => {
    const vault = vaultWith(await everything())
    vault.open()
    const to = join(vault.folder, 'packet.zip')
    await vault.build({ to })
    expect((await check(to)).findings).toEqual([])
  })

  it('finds a changed byte wherever it is, and names the file', async () => {
    const vault = vaultWith([...latin, ...(await illustrated())])
    vault.open()
    const to = join(vault.folder, 'packet.zip')
    const { digest } = await vault.build({ to })
    const packet = packetOf(vault, digest)
    const tampered = async (at: number) => {
      const bytes = Buffer.from(packet)
      bytes[at] = (bytes[at] ?? 0) ^ 0x40
      writeFileSync(to, bytes)
      return (await check(to)).findings
    }
    const unseen: number[] = []
    for (let at = 0; at < packet.length; at += Math.ceil(packet.length / 150)) {
      if ((await tampered(at)).length === 0) unseen.push(at)
    }
    expect(unseen).toEqual([])
    const inText = await tampered(packet.indexOf('Road closure: Harbor'))
    expect(inText).toMatchObject([{ code: 'P013', file: 'native/AB-2026-000001.json' }])
    expect(await tampered(packet.indexOf('firstNumber"'))).toMatchObject([
      { code: 'P009', file: 'manifest.json' },
      { code: 'P017' },
    ])
    expect(await tampered(packet.lastIndexOf('README.txt'))).not.toEqual([])
    expect(await tampered(10)).toMatchObject([{ code: 'P005' }])
  })

  it('finds what was added, and says of another file that it is no packet', async () => {
    const vault = vaultWith(latin)
    vault.open()
    const to = join(vault.folder, 'packet.zip')
    const { digest } = await vault.build({ to })
    const packet = packetOf(vault, digest)
    writeFileSync(to, Buffer.concat([packet, Buffer.from('more')]))
    expect((await check(to)).findings).not.toEqual([])
    writeFileSync(to, packet.subarray(0, packet.length - 30))
    expect((await check(to)).findings).toMatchObject([{ code: 'P001' }])
    writeFileSync(to, 'not a packet')
    expect((await check(to)).findings).toMatchObject([{ code: 'P001' }])
  })
})
