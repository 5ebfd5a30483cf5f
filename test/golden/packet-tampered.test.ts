// Whoever changes a packet is found out, by the command line and by the packet's own page alike, and told what was changed.
import { generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openedFields } from '../../electron/core/disclosure/packet/opening.ts'
import { openProduction } from '../../electron/core/disclosure/packet/packet.ts'
import { nodeTools } from '../../electron/core/disclosure/verify/node-tools.ts'
import { checkPacket } from '../../shared/packet/check.ts'
import { CODES } from '../../shared/packet/codes.ts'
import { openingStatement } from '../../shared/packet/opening-signature.ts'
import { inWords } from '../../shared/packet/words.ts'
import { byCommand, byPage, names, ownerOf, seeded } from '../support/checked.ts'
import { packed, tamperings } from '../support/tampered.ts'
import { packetOf, sha256, unzipped, vaultWith } from './packet-files.ts'
import { illustrated, latin } from './packet-records.ts'

const ENTAILED: Readonly<Record<string, readonly string[]>> = { P009: ['P017'], P011: ['P012'], P099: ['P014'] }
/** Shown by the tests of openings and of the letter's digest below. */
const ELSEWHERE: readonly string[] = ['P030', 'P040', 'P041', 'P042', 'P043', 'P044']

async function made(): Promise<Buffer<ArrayBuffer>> {
  const vault = vaultWith([...latin, ...(await illustrated())])
  vault.open()
  return Buffer.from(packetOf(vault, (await vault.build()).digest))
}

describe('an opening', () => {
  it('shows what the City committed to, and is found out where it is another', async () => {
    const vault = vaultWith(latin)
    vault.open()
    const built = await vault.build()
    const packet = Buffer.from(packetOf(vault, built.digest))
    const production = openProduction(vault.db, built.production)
    const all = await unzipped(packet)
    const { root } = JSON.parse(all.get('commitments.json')?.toString() ?? '')
    const shown = openedFields(vault.db, production, 0, ['text'], true)
    const opening = {
      ...{ format: 'muniment-opening', formatVersion: 1, production: built.production, number: 'AB-2026-000001', root },
      ...{
        openedBy: { name: 'Dana Whitfield', title: 'City Attorney' },
        openedAt: '2026-12-01T08:00:00.000Z',
        reason: 'Order',
      },
      ...shown,
    }
    const held = (changed: object) => byCommand(packet, null, JSON.stringify({ ...opening, ...changed }))
    const codes = async (changed: object) => (await held(changed)).findings.map(({ code }) => code)
    // The export of this vault was given no root: its source can be shown and not proved.
    expect(await codes({})).toEqual(['P043'])
    const alone = { source: null }
    expect(await held(alone)).toMatchObject({
      findings: [],
      opened: { captures: null, fields: [{ field: 'text', value: latin[0]?.text }, { field: 'source' }] },
    })
    expect(await codes({ ...alone, production: 99 })).toEqual(['P041'])
    const [text, source] = shown?.fields ?? []
    expect(await codes({ ...alone, fields: [{ ...text, value: 'Another text' }, source] })).toEqual(['P042'])
    expect((await held(alone)).opened?.key).toBeNull()
    expect(inWords(await held(alone)).not.join(' ')).toContain(
      'There is no key: the name Dana Whitfield, City Attorney was',
    )

    const { publicKey, privateKey } = generateKeyPairSync('ed25519')
    const statement = openingStatement({ ...opening, fields: opening.fields ?? [] })
    const signature = {
      statement,
      publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex'),
      signature: sign(null, Buffer.from(statement), privateKey).toString('hex'),
    }
    const both = async (changed: object) => {
      const text = JSON.stringify({ ...opening, ...alone, signature, ...changed })
      const found = await byCommand(packet, null, text)
      expect(await byPage(packet, null, text)).toEqual(found)
      return found
    }
    const signed = await both({})
    expect(signed).toMatchObject({ findings: [], opened: { key: { publicKey: signature.publicKey, checked: true } } })
    expect(inWords(signed).proved.join(' ')).toContain('The opening is signed: as Dana Whitfield, City Attorney')
    const changes = [
      { reason: 'Another' },
      { openedAt: '2026-12-02T08:00:00.000Z' },
      { openedBy: { name: 'Somebody', title: 'City Attorney' } },
      { fields: [text] },
      { signature: { ...signature, statement: `${statement} ` } },
      { signature: { ...signature, publicKey: signature.publicKey.replace(/^./, (one) => (one === '0' ? '1' : '0')) } },
      { signature: { ...signature, signature: signature.signature.replace(/^./, (one) => (one === '0' ? '1' : '0')) } },
    ]
    for (const changed of changes) {
      const found = await byCommand(packet, null, JSON.stringify({ ...opening, ...alone, signature, ...changed }))
      expect([found.findings.map(({ code }) => code), found.opened], JSON.stringify(changed)).toEqual([['P044'], null])
    }
    const old = { ...nodeTools, isSignedBy: async () => null }
    const whole = { size: packet.length, read: async (at: number, length: number) => packet.subarray(at, at + length) }
    const unread = await checkPacket(whole, old, {
      letter: null,
      opening: JSON.stringify({ ...opening, ...alone, signature }),
    })
    expect(inWords(unread).not.join(' ')).toContain('Not checked: the signature under the opening')
    expect(inWords(unread).proved.join(' ')).not.toContain('is signed')
    expect((await byCommand(packet, null, 'nothing')).findings).toMatchObject([{ code: 'P040' }])
  })
})

describe('a packet that somebody changed', () => {
  it('is found out in every way, each with a number of its own, by the command line and by the page alike', async () => {
    const packet = await made()
    expect((await byPage(packet)).findings).toEqual([])
    // No code without a packet that fails with it.
    expect([...tamperings.map(({ code }) => code), ...ELSEWHERE].sort()).toEqual(Object.keys(CODES))
    expect(packed([...(await unzipped(packet))], Date.parse('2026-11-23T17:00:00Z')).equals(packet)).toBe(true)
    for (const { code, what, make } of tamperings) {
      const changed = Buffer.from(await make(packet))
      const found = await byCommand(changed)
      // What follows of necessity: another manifest is not the one that its list vouches for, and what cannot be read is not there.
      const codes = [code, ...(ENTAILED[code] ?? [])]
      expect(new Set(found.findings.map((one) => one.code)), what).toEqual(new Set(codes))
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
