// What a portal and a desk get of a packet: the very pages of records.pdf, with their numbers, in parts or on paper.
import { execFileSync } from 'node:child_process'
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openProduction } from '../../electron/core/disclosure/packet/packet.ts'
import { picturesOf } from '../../electron/core/disclosure/packet/pdf-picture.ts'
import { writePaper } from '../../electron/core/disclosure/portal-set/paper.ts'
import { writeParts } from '../../electron/core/disclosure/portal-set/records-parts.ts'
import { packetOf, unzipped } from './packet-files.ts'
import { illustrated, latin, messages } from './packet-records.ts'
import { type PacketVault, packetVault } from './packet-vault.ts'

const signal = new AbortController().signal

function pagesIn(path: string): string[] {
  return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1)
}

/** A packet of more records than a section holds, some with pictures, and a conversation. */
async function built(): Promise<{ vault: PacketVault; production: number; pages: string[] }> {
  const many = Array.from({ length: 120 }, (_, nth) => ({
    id: String(5000 + nth),
    text: `Report ${nth} on the state of the street: ${'word '.repeat(nth % 90)}`,
    at: Date.parse('2025-03-01T12:00:00Z') + nth * 40_000_000,
  }))
  const vault = packetVault()
  vault.receive(1, [...latin, ...many, ...messages, ...(await illustrated())])
  vault.open()
  const { production, digest } = await vault.build()
  const records = (await unzipped(packetOf(vault, digest))).get('records.pdf')
  const path = join(vault.folder, 'records.pdf')
  writeFileSync(path, records ?? '')
  return { vault, production, pages: pagesIn(path) }
}

describe('a packet in parts', () => {
  let packet: Awaited<ReturnType<typeof built>>
  beforeAll(async () => {
    packet = await built()
  })
  afterAll(() => packet.vault.close())

  it('is page for page what records.pdf is, whatever the limit', async () => {
    const { vault, production, pages } = packet
    const opened = openProduction(vault.db, production)
    const picture = picturesOf(vault.db, vault.folder, opened)
    const counts: number[] = []
    for (const limit of [1, 700_000]) {
      const aside = join(vault.folder, `parts-${limit}`)
      mkdirSync(aside)
      const { parts } = await writeParts(opened, { db: vault.db, picture, aside, limit, signal })
      expect(parts.flatMap(({ path }) => pagesIn(path))).toEqual(pages)
      expect(parts[0]?.pages.first).toBe('AB-P0001-000001')
      for (const [nth, { pages: span }] of parts.entries()) {
        const next = parts[nth + 1]
        if (next !== undefined) expect(Number(next.pages.first.slice(-6))).toBe(Number(span.last.slice(-6)) + 1)
      }
      counts.push(parts.length)
    }
    const [each = 0, some = 0] = counts
    expect(each).toBeGreaterThan(1)
    expect(some).toBeLessThanOrEqual(each)
  })

  it('is page for page the same on paper, with its numbers and those of the sheets', async () => {
    const { vault, production, pages } = packet
    const opened = openProduction(vault.db, production)
    const path = join(vault.folder, 'paper.pdf')
    const picture = picturesOf(vault.db, vault.folder, opened)
    const count = await writePaper(createWriteStream(path), opened, { db: vault.db, picture, letter: null, signal })
    const paper = pagesIn(path)
    expect(paper).toHaveLength(count)
    expect(paper[0]).toContain('What follows, in this order')
    expect(paper[1]).toContain('1. The records')
    const plain = (page: string) => page.replace(/ *(AB-P0001-\d{6})( · page \d+)?\s*$/, '$1')
    expect(paper.slice(2).map(plain).map(squeeze)).toEqual(pages.map(plain).map(squeeze))
    expect(paper[2]).toMatch(/AB-P0001-000001 · page 3\s*$/)
  })
})

function squeeze(page: string): string {
  return page.replace(/\s+/g, ' ').trim()
}
