// Whoever changes a packet is found out, by the command line and by the packet's own page alike, and told what was changed.
import { describe, expect, it } from 'vitest'
import { byCommand, byPage, names, ownerOf, seeded } from '../support/checked.ts'
import { packed, tamperings } from '../support/tampered.ts'
import { packetOf, sha256, unzipped, vaultWith } from './packet-files.ts'
import { illustrated, latin } from './packet-records.ts'

const ENTAILED: Readonly<Record<string, readonly string[]>> = { P009: ['P017'], P011: ['P012'] }

async function made(): Promise<Buffer<ArrayBuffer>> {
  const vault = vaultWith([...latin, ...(await illustrated())])
  vault.open()
  return Buffer.from(packetOf(vault, (await vault.build()).digest))
}

describe('a packet that somebody changed', () => {
  it('is found out in every way, each with a number of its own, by the command line and by the page alike', async () => {
    const packet = await made()
    expect((await byPage(packet)).findings).toEqual([])
    expect(packed([...(await unzipped(packet))], Date.parse('2026-11-23T17:00:00Z')).equals(packet)).toBe(true)
    for (const { code, what, make } of tamperings) {
      const changed = Buffer.from(await make(packet))
      const found = await byCommand(changed)
      // What follows of necessity: another manifest is not the one that its list vouches for, and what cannot be read is not there.
      const codes = [code, ...(ENTAILED[code] ?? [])]
      expect([...new Set(found.findings.map((one) => one.code))], what).toEqual(codes)
      expect(await byPage(changed), what).toEqual(found)
    }
  })

  it('is another file than the letter speaks of, and only with the letter’s digest is it said whose it is', async () => {
    const packet = await made()
    const digest = sha256(packet)
    expect(await byPage(packet, digest.toUpperCase())).toMatchObject({ letter: 'same', findings: [] })
    expect(await byPage(packet)).toMatchObject({ letter: 'none', findings: [] })
    const other = await byCommand(packet, '0'.repeat(64))
    expect(other).toMatchObject({ letter: 'other', findings: [{ code: 'P030' }] })
    expect(await byPage(packet, '0'.repeat(64))).toEqual(other)
  })

  it('is found out at every one of 60 places where a byte is another, and what lies there is named', async () => {
    const packet = await made()
    const random = seeded(20_261_130)
    for (let one = 0; one < 60; one += 1) {
      const at = Math.floor(random() * packet.length)
      const changed = Buffer.from(packet)
      changed[at] = (changed[at] ?? 0) ^ (1 << Math.floor(random() * 8))
      const found = await byCommand(changed)
      expect(names(found, ownerOf(packet, at)), `byte ${at}: ${JSON.stringify(found.findings)}`).toBe(true)
    }
  })
})
