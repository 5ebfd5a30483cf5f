// Random redactions in texts of all scripts: each packet is unpacked and searched by programs that are not Muniment's.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { z } from 'zod'
import { cityIn } from './city.ts'

const Shown = z.object({
  versions: z.array(z.object({ digest: z.string(), text: z.string() })),
})
const EACH = 60
const ground = { exemption: 'gov-7928.300', law: '', harm: '', describes: 'PII' }

/** As plainly as a reader who ignores accents, case and blanks. */
const plainly = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

/** A stretch of words that no other text says, at random; null where there is none. */
function stretchOf(text: string, others: string): { from: number; to: number } | null {
  const words = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)]
  for (let tries = 0; tries < 8 && words.length > 0; tries += 1) {
    const first = Math.floor(Math.random() * words.length)
    const [begin, end] = [words[first], words[Math.min(words.length - 1, first + Math.floor(Math.random() * 3))]]
    if (begin === undefined || end === undefined) continue
    const [from, to] = [begin.index, end.index + end[0].length]
    const plain = plainly(text.slice(from, to))
    // The dates of other records say a date, too.
    const isDate = /^\d*(?:january|february|march|april|may|june|july|august|september|october|november|december)?\d*$/
    if (plain.length >= 6 && !isDate.test(plain) && others.split(plain).length === 2) return { from, to }
  }
  return null
}

/**
 * Redacts at random, builds packets and searches them, for so many minutes.
 * @returns how many redactions leaked
 */
export async function endureRedactions(minutes: number, report: (line: string) => void): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'muniment-redactions-'))
  const { archive, call, ended, account } = await cityIn(folder, 400)

  const until = performance.now() + minutes * 60_000
  let [made, leaks, packets] = [0, 0, 0]
  while (performance.now() < until) {
    packets += 1
    const request = `26-${String(packets).padStart(4, '0')}`
    const asked = {
      receivedOn: '2026-11-16',
      channel: 'portal',
      requester: '',
      text: 'All.',
      immediateDisclosure: false,
    }
    await call('request.open', { id: request, ...asked, accounts: [account], from: null, to: null, search: '' })
    const { items } = z
      .object({ items: z.array(z.object({ record: z.number() })) })
      .parse(await call('review.list', { request }))
    const texts = await Promise.all(
      items.map(async ({ record }) => ({ record, ...Shown.parse(await call('record.show', { id: record })) })),
    )
    const everything = plainly(texts.map(({ versions }) => versions.map(({ text }) => text).join('\n')).join('\n'))
    const taken: string[] = []
    for (const { record, versions } of texts.toSorted(() => Math.random() - 0.5)) {
      const newest = versions.at(-1)
      const stretch = newest === undefined || taken.length >= EACH ? null : stretchOf(newest.text, everything)
      const redactions = stretch === null ? [] : [{ field: 'text', version: newest?.digest, ...stretch, ground }]
      const decision = { outcome: redactions.length > 0 ? 'redact' : 'release', grounds: [], redactions, reason: '' }
      await call('review.decide', { request, records: [record], decision })
      if (stretch !== null) taken.push(plainly(newest?.text.slice(stretch.from, stretch.to) ?? ''))
    }
    const { hits } = z
      .object({ hits: z.array(z.object({ record: z.number(), phrase: z.string() })) })
      .parse(await call('review.hits', { request }))
    for (const { record, phrase } of hits) await call('review.keep', { request, record, phrase, reason: 'By chance' })
    const { decisions } = z.object({ decisions: z.string() }).parse(await call('review.list', { request }))
    await call('review.sign', { request, decisions })
    const target = join(folder, 'packet.zip')
    rmSync(target, { force: true })
    await ended(await call('packet.build', { request, to: archive.grant(target, 'write').grant }))
    const found = leaksIn(target, join(folder, 'read'), taken)
    made += taken.length
    leaks += found.length
    report(
      `packet ${packets}: ${taken.length} redactions, ${hits.length} words kept elsewhere, ${found.length} leaks ${found.join(', ')}`,
    )
  }
  await archive.close()
  rmSync(folder, { recursive: true, force: true })
  report(`${made} redactions in ${packets} packets, ${leaks} leaks`)
  return leaks
}

/** Files of a packet in which any of the words stand, as they are or as pdftotext reads them. */
function leaksIn(packet: string, folder: string, words: readonly string[]): string[] {
  const found: string[] = []
  execFileSync('unzip', ['-qo', packet, '-d', folder])
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const name = relative(folder, path)
    const options = { encoding: 'utf8', maxBuffer: 1 << 28 } as const
    // What pdfinfo reads of the structure takes it minutes in a long document; the tests read it of short ones.
    const read = name.endsWith('.pdf') ? execFileSync('pdftotext', [path, '-'], options) : readFileSync(path, 'utf8')
    const plain = plainly(read)
    for (const word of words) if (plain.includes(word)) found.push(`${name}: ${word}`)
  }
  rmSync(folder, { recursive: true, force: true })
  return found
}
