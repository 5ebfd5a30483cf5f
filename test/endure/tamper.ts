// One byte of a packet changed, at random places: every change must be found, and what lies there named, by command line and page alike.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { byCommand, byPage, names, ownerOf, seeded } from '../support/checked.ts'
import { cityIn } from './city.ts'

const TWEETS = 120
/** Of so many changes one is checked by the page's code, too: it digests ten times slower. */
const BY_PAGE = 10

/** Changes bytes of a packet; returns how many changes were not found, not named, or judged otherwise by the page. */
export async function endureTampering(changes: number, seed: number, report: (line: string) => void): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'muniment-tamper-'))
  try {
    const packet = await packetIn(folder)
    report(`a packet of ${packet.length} bytes; seed ${seed}`)
    const random = seeded(seed)
    const codes = new Map<string, number>()
    const began = performance.now()
    let missed = 0
    for (let one = 0; one < changes; one += 1) {
      const at = Math.floor(random() * packet.length)
      const changed = Buffer.from(packet)
      changed[at] = (changed[at] ?? 0) ^ (1 + Math.floor(random() * 255))
      const found = await byCommand(changed)
      for (const code of new Set(found.findings.map((finding) => finding.code)))
        codes.set(code, (codes.get(code) ?? 0) + 1)
      const agreed = one % BY_PAGE !== 0 || isDeepStrictEqual(await byPage(changed), found)
      if (agreed && names(found, ownerOf(packet, at))) continue
      missed += 1
      report(
        `byte ${at} (${ownerOf(packet, at)}): ${JSON.stringify(found.findings)}${agreed ? '' : '; the page differs'}`,
      )
    }
    const told = [...codes].sort().map(([code, times]) => `${code} ${times}`)
    const seconds = ((performance.now() - began) / 1000).toFixed(0)
    report(`${changes} changes of one byte in ${seconds} s, ${missed} not found and named; ${told.join(', ')}`)
    return missed
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A packet of an export with texts of all scripts and pictures. */
async function packetIn(folder: string): Promise<Buffer<ArrayBuffer>> {
  const { archive, call, ended, account } = await cityIn(folder, TWEETS)
  await call('request.open', {
    ...{ id: '26-0001', receivedOn: '2026-11-16', channel: 'portal', requester: '', text: 'All.' },
    ...{ immediateDisclosure: false, accounts: [account], from: null, to: null, search: '' },
  })
  const target = join(folder, 'packet.zip')
  await ended(await call('packet.build', { request: '26-0001', to: archive.grant(target, 'write').grant }))
  await archive.close()
  return Buffer.from(readFileSync(target))
}
