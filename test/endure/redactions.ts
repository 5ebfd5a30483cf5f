// Random redactions in texts of all scripts and in pictures: each packet is unpacked and searched by programs that are not Muniment's.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { seeded } from '../support/checked.ts'
import { cityIn } from './city.ts'
import { leaksIn, plainly, unpack } from './leaks.ts'
import { pictureLeaks } from './pictures.ts'
import { missedLeaks } from './planted.ts'
import { missingPrograms } from './readings.ts'
import { onceIn, stretchesOf } from './stretches.ts'

const Media = z.object({ digest: z.string().nullable(), mime: z.string().nullable() })
const Shown = z.object({
  versions: z.array(z.object({ digest: z.string(), text: z.string(), media: z.array(Media) })),
})
const Items = z.object({ items: z.array(z.object({ record: z.number() })), decisions: z.string() })
const TWEETS = 700
const ground = { exemption: 'gov-7928.300', law: '', harm: '', describes: 'PII' }

type City = Awaited<ReturnType<typeof cityIn>>

export interface RedactionRun {
  /** So many redactions, or so many minutes, whichever is reached first. */
  readonly count: number
  readonly minutes: number
  readonly seed: number
  /** The packet to begin with, from 1: each can be made again by its number alone. */
  readonly first: number
  readonly report: (line: string) => void
}

/**
 * Redacts at random, builds packets and searches them.
 *
 * What a packet says by itself (labels, months, handles, names of files) is known from the packet of a second City whose export has the
 * same times, numbers and files, and in which nobody says a word: what stands there cannot have leaked. Words that it says are told and not counted.
 * @returns how many redactions leaked, and planted leaks that were not found
 */
export async function endureRedactions({ count, minutes, seed, first, report }: RedactionRun): Promise<number> {
  const missing = missingPrograms()
  if (missing.length > 0) throw new Error(`Not on this computer: ${missing.join(', ')}. Install them first.`)
  const folder = mkdtempSync(join(tmpdir(), 'muniment-redactions-'))
  const missed = await missedLeaks(join(folder, 'planted'), report)
  const silent = await silentPacket(join(folder, 'silent'))
  const city = await cityIn(join(folder, 'city'), TWEETS)
  const until = performance.now() + minutes * 60_000
  let [made, painted, leaks, packet] = [0, 0, 0, first - 1]
  while (made < count && performance.now() < until) {
    packet += 1
    const one = await redactedPacket(city, packet, join(folder, 'packet.zip'), seeded(seed * 1000 + packet))
    const built = performance.now()
    const read = join(folder, 'read')
    unpack(join(folder, 'packet.zip'), read)
    const own = leaksIn(silent, one.taken)
    const said = new Set([...one.kept, ...own.map(({ words }) => words)])
    const sought = one.taken.filter((words) => !said.has(words))
    const found = leaksIn(read, sought)
    const shown = await pictureLeaks(read, one.originals, one.paintings, one.box)
    made += sought.length + one.originals.size
    painted += one.originals.size
    leaks += found.length + shown.length
    const seconds = ((performance.now() - built) / 1000).toFixed(0)
    report(
      `packet ${packet}: ${one.taken.length} stretches, ${one.originals.size} pictures; ${one.kept.length} kept elsewhere by decision, ${told(own)} said by every packet; ${one.took}, searched in ${seconds} s; ${found.length + shown.length} leaks; ${made} redactions so far`,
    )
    for (const line of new Set(
      found.map(({ words, file, program, around }) => `LEAK ${words} in ${file} by ${program}: ${around}`),
    ))
      report(line)
    for (const words of shown) report(`LEAK ${words}`)
  }
  await city.archive.close()
  rmSync(folder, { recursive: true, force: true })
  report(
    `${made} redactions (${painted} of pictures) in ${packet - first + 1} packets, ${leaks} leaks; planted leaks missed: ${missed.length}`,
  )
  return leaks + missed.length
}

/** So many words are told, and how many there are. */
const MOST_TOLD = 12

/** Each of some words once, with the first file that says them. */
function told(found: readonly { readonly words: string; readonly file: string }[]): string {
  const byWords = new Map(found.toReversed().map(({ words, file }) => [words, file]))
  const some = [...byWords].slice(0, MOST_TOLD).map(([words, file]) => `${words} in ${file}`)
  return `${byWords.size} (${some.join(', ')}${byWords.size > MOST_TOLD ? '…' : ''})`
}

/** A request for everything of an account. */
function requested(id: string, account: number) {
  const asked = { receivedOn: '2026-11-16', channel: 'portal', requester: '', text: 'All.' }
  return { id, ...asked, immediateDisclosure: false, accounts: [account], from: null, to: null, search: '' }
}

/** The unpacked packet of a City in which nobody says a word, reviewed like the others. */
async function silentPacket(folder: string): Promise<string> {
  const city = await cityIn(join(folder, 'city'), TWEETS, { silent: true })
  const { call, account, archive } = city
  const request = '26-0001'
  await call('request.open', requested(request, account))
  const { items } = Items.parse(await call('review.list', { request }))
  const decide = (records: readonly number[], redactions: readonly unknown[]) =>
    call('review.decide', {
      ...{ request, records },
      decision: { outcome: redactions.length > 0 ? 'redact' : 'release', grounds: [], redactions, reason: '' },
    })
  await decide(
    items.map(({ record }) => record),
    [],
  )
  // One picture is painted over, so that its packet has all the files of a reviewed one.
  for (const { record } of items) {
    const { versions } = Shown.parse(await call('record.show', { id: record }))
    const picture = versions.flatMap(({ media }) => media).find(({ mime }) => mime?.startsWith('image/'))
    if (picture === undefined) continue
    const boxes = [{ left: 0.1, top: 0.1, width: 0.3, height: 0.3 }]
    await decide([record], [{ field: 'media', digest: picture.digest, boxes, ground }])
    break
  }
  await builtFor(city, request, join(folder, 'packet.zip'))
  await archive.close()
  const read = join(folder, 'read')
  unpack(join(folder, 'packet.zip'), read)
  return read
}

async function builtFor({ call, ended, archive }: City, request: string, target: string): Promise<void> {
  const { decisions } = Items.parse(await call('review.list', { request }))
  await call('review.sign', { request, decisions })
  rmSync(target, { force: true })
  await ended(await call('packet.build', { request, to: archive.grant(target, 'write').grant }))
}

/** Makes a request, redacts at random in what answers it, and builds its packet. */
async function redactedPacket(city: City, packet: number, target: string, random: () => number) {
  const { call, account, handle } = city
  const began = performance.now()
  const request = `26-${String(packet).padStart(4, '0')}`
  await call('request.open', requested(request, account))
  const { items } = Items.parse(await call('review.list', { request }))
  const texts = []
  for (const { record } of items) texts.push({ record, ...Shown.parse(await call('record.show', { id: record })) })
  // A packet writes who posted it before a text: what begins in that name and ends in the text is said by the packet itself.
  const shown = texts.flatMap(({ versions }) => versions.map(({ text }) => plainly(handle + text)))
  const everything = shown.join('\n')
  const isOnce = onceIn(everything)
  const taken: string[] = []
  const originals = new Set<string>()
  const released = new Set<string>()
  let paintings = 0
  const box = { left: random() * 0.5, top: random() * 0.5, width: 0.3, height: 0.3 }
  for (const { record, versions } of texts) {
    const newest = versions.at(-1)
    const stretches = newest === undefined ? [] : stretchesOf(newest.text, isOnce, random)
    const pictures = versions
      .flatMap(({ media }) => media)
      .flatMap(({ digest, mime }) => (digest !== null && mime?.startsWith('image/') ? [digest] : []))
    const chosen = new Set(pictures.filter(() => random() < 0.5))
    const redactions = [
      ...stretches.map((stretch) => ({ field: 'text', version: newest?.digest, ...stretch, ground })),
      ...[...chosen].map((digest) => ({ field: 'media', digest, boxes: [box], ground })),
    ]
    const decision = { outcome: redactions.length > 0 ? 'redact' : 'release', grounds: [], redactions, reason: '' }
    await call('review.decide', { request, records: [record], decision })
    for (const { from, to } of stretches) taken.push(plainly(newest?.text.slice(from, to) ?? ''))
    for (const one of pictures) (chosen.has(one) ? originals : released).add(one)
    paintings += pictures.filter((one) => chosen.has(one)).length
  }
  const kept = await keepHits(call, request)
  const decided = performance.now()
  await builtFor(city, request, target)
  const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(0)
  const took = `decided in ${seconds(began, decided)} s, built in ${seconds(decided, performance.now())} s`
  // What another record releases whole may be found whole.
  for (const one of released) originals.delete(one)
  return { taken, kept, box, paintings, took, originals }
}

/** Lets every word that is redacted in one record stay in another, until none is left; returns them. */
async function keepHits(call: City['call'], request: string): Promise<string[]> {
  const Found = z.object({
    hits: z.array(z.object({ record: z.number(), phrase: z.string(), words: z.string() })),
    more: z.number(),
  })
  const kept = new Set<string>()
  for (let more = 1; more > 0; ) {
    const found = Found.parse(await call('review.hits', { request }))
    for (const { record, phrase, words } of found.hits) {
      await call('review.keep', { request, record, phrase, reason: 'By chance' })
      kept.add(plainly(words))
    }
    more = found.more
  }
  return [...kept]
}
