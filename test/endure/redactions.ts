// Random redactions in texts of all scripts and in pictures: each packet is unpacked and searched by programs that are not Muniment's.
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { seeded } from '../support/checked.ts'
import { cityIn } from './city.ts'
import { leaksIn, missingPrograms, plainly, unpack } from './leaks.ts'
import { missedLeaks } from './planted.ts'

const Media = z.object({ digest: z.string().nullable(), mime: z.string().nullable() })
const Shown = z.object({
  versions: z.array(z.object({ digest: z.string(), text: z.string(), media: z.array(Media) })),
})
const TWEETS = 700
/** Stretches that are taken out of one text, at most. */
const MOST_IN_ONE = 3
const ground = { exemption: 'gov-7928.300', law: '', harm: '', describes: 'PII' }

interface Stretch {
  readonly from: number
  readonly to: number
}

/** How often each run of letters of so many characters stands in all texts, so that a stretch is known to be said once. */
function onceIn(everything: string): (plain: string) => boolean {
  return (plain) => {
    const first = everything.indexOf(plain)
    return first >= 0 && everything.indexOf(plain, first + 1) < 0
  }
}

/** Stretches of words that no other text says, at random, apart from one another. */
function stretchesOf(text: string, isOnce: (plain: string) => boolean, random: () => number): Stretch[] {
  const words = [...text.matchAll(/(?:[\p{L}\p{N}\p{M}]|\p{Emoji_Presentation}|\u200d|\ufe0f)+/gu)]
  const found: Stretch[] = []
  for (let tries = 0; tries < 12 && words.length > 0 && found.length < MOST_IN_ONE; tries += 1) {
    const first = Math.floor(random() * words.length)
    const [begin, end] = [words[first], words[Math.min(words.length - 1, first + Math.floor(random() * 3))]]
    if (begin === undefined || end === undefined) continue
    const [from, to] = [begin.index, end.index + end[0].length]
    if (found.some((one) => from < one.to && one.from < to)) continue
    const plain = plainly(text.slice(from, to))
    // The dates of other records say a date, too.
    const isDate = /^\d*(?:january|february|march|april|may|june|july|august|september|october|november|december)?\d*$/
    // The City's own account stands in every headline.
    const isOwn = plain.includes('alderbay')
    // Where a line changes its direction, what stands side by side on the page is not what stands so in the text.
    const turns = /[\p{sc=Arab}\p{sc=Hebr}]/u.test(plain) && /[\p{sc=Latn}\p{N}]/u.test(plain)
    if (plain.length >= 6 && !isDate.test(plain) && !isOwn && !turns && isOnce(plain)) found.push({ from, to })
  }
  return found
}

type Call = (operation: string, input: unknown) => Promise<unknown>

/** A request for everything of an account. */
function requested(id: string, account: number) {
  const asked = { receivedOn: '2026-11-16', channel: 'portal', requester: '', text: 'All.' }
  return { id, ...asked, immediateDisclosure: false, accounts: [account], from: null, to: null, search: '' }
}

export interface RedactionRun {
  /** So many redactions, or so many minutes, whichever is reached first. */
  readonly count: number
  readonly minutes: number
  readonly seed: number
  readonly report: (line: string) => void
}

/**
 * Redacts at random, builds packets and searches them.
 * @returns how many redactions leaked, and planted leaks that were not found
 */
export async function endureRedactions({ count, minutes, seed, report }: RedactionRun): Promise<number> {
  const missing = missingPrograms()
  if (missing.length > 0) throw new Error(`Not on this computer: ${missing.join(', ')}. Install them first.`)
  const folder = mkdtempSync(join(tmpdir(), 'muniment-redactions-'))
  const missed = await missedLeaks(join(folder, 'planted'), report)
  const { archive, call, ended, account } = await cityIn(folder, TWEETS)
  const empty = join(folder, 'empty')
  // What a packet says in which there is no record is its own: nobody can tell it from a leak.
  await call('request.open', { ...requested('26-9999', account), search: 'nobodyeverwrotethis' })
  const nothing = join(folder, 'empty.zip')
  await ended(await call('packet.build', { request: '26-9999', to: archive.grant(nothing, 'write').grant }))
  unpack(nothing, empty)
  const random = seeded(seed)
  const until = performance.now() + minutes * 60_000
  let [made, painted, leaks, packets] = [0, 0, 0, 0]
  while (made < count && performance.now() < until) {
    packets += 1
    const began = performance.now()
    const request = `26-${String(packets).padStart(4, '0')}`
    await call('request.open', requested(request, account))
    const { items } = z
      .object({ items: z.array(z.object({ record: z.number() })) })
      .parse(await call('review.list', { request }))
    const texts = []
    for (const { record } of items) texts.push({ record, ...Shown.parse(await call('record.show', { id: record })) })
    const everything = texts.map(({ versions }) => versions.map(({ text }) => plainly(text)).join('\n')).join('\n')
    const isOnce = onceIn(everything)
    const taken: string[] = []
    const originals = new Set<string>()
    for (const { record, versions } of texts) {
      const newest = versions.at(-1)
      const stretches = newest === undefined ? [] : stretchesOf(newest.text, isOnce, random)
      const pictures = versions
        .flatMap(({ media }) => media)
        .flatMap(({ digest, mime }) =>
          digest !== null && mime?.startsWith('image/') && random() < 0.5 ? [digest] : [],
        )
      const boxes = [{ left: random() * 0.5, top: random() * 0.5, width: 0.3, height: 0.3 }]
      const redactions = [
        ...stretches.map((stretch) => ({ field: 'text', version: newest?.digest, ...stretch, ground })),
        ...[...new Set(pictures)].map((digest) => ({ field: 'media', digest, boxes, ground })),
      ]
      const decision = { outcome: redactions.length > 0 ? 'redact' : 'release', grounds: [], redactions, reason: '' }
      await call('review.decide', { request, records: [record], decision })
      for (const { from, to } of stretches) taken.push(plainly(newest?.text.slice(from, to) ?? ''))
      for (const one of pictures) originals.add(one)
    }
    const kept = await keepHits(call, request)
    const { decisions } = z.object({ decisions: z.string() }).parse(await call('review.list', { request }))
    await call('review.sign', { request, decisions })
    const target = join(folder, 'packet.zip')
    rmSync(target, { force: true })
    const decided = performance.now()
    await ended(await call('packet.build', { request, to: archive.grant(target, 'write').grant }))
    const built = performance.now()
    const read = join(folder, 'read')
    unpack(target, read)
    const said = new Set([...kept, ...leaksIn(empty, taken).map(({ words }) => words)])
    const sought = taken.filter((one) => !said.has(one))
    const found = leaksIn(read, sought)
    // A picture with boxes that goes out as it was received is a leak, whatever its file says.
    const unpainted = wholePictures(read, originals)
    made += sought.length + originals.size
    painted += originals.size
    leaks += found.length + unpainted.length
    const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(0)
    report(
      `packet ${packets}: ${taken.length} stretches, ${originals.size} pictures, ${taken.length - sought.length} of them kept elsewhere by decision, or said by every packet; decided ${seconds(began, decided)} s, built ${seconds(decided, built)} s, searched ${seconds(built, performance.now())} s; ${found.length + unpainted.length} leaks ${[...found.map(({ file, program, words }) => `${words} in ${file} by ${program}`), ...unpainted].slice(0, 20).join(', ')}`,
    )
  }
  await archive.close()
  rmSync(folder, { recursive: true, force: true })
  report(
    `${made} redactions (${painted} of pictures) in ${packets} packets, ${leaks} leaks; planted leaks missed: ${missed.length}`,
  )
  return leaks + missed.length
}

/** Lets every word that is redacted in one record stay in another, until none is left; returns them. */
async function keepHits(call: Call, request: string): Promise<string[]> {
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

/** Files of a packet that are, byte for byte, one of these pictures. */
function wholePictures(folder: string, digests: ReadonlySet<string>): string[] {
  return readdirSync(join(folder, 'media')).filter((name) =>
    digests.has(
      createHash('sha256')
        .update(readFileSync(join(folder, 'media', name)))
        .digest('hex'),
    ),
  )
}
