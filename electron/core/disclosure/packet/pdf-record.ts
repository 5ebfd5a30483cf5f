// A record in records.pdf: number, time, author, text, pictures, earlier versions, what was taken out, and where it was read.

import type { Observation } from '../../../../shared/domain/record/record.ts'
import { platformName } from '../../../../shared/text/names.ts'
import type { Telling } from '../../typeset/heard.ts'
import type { Span, Text } from '../../typeset/setting.ts'
import type { PrintedGround } from '../review/frozen.ts'
import { countsInWords, detailFacts, detailsOf, headlineOf, keptBackInWords } from './details.ts'
import { cityTime, recordTime } from './local-time.ts'
import { leadingToNotes, notesOf, type Paper } from './pdf-notes.ts'
import type { Released, ReleasedMedia, ReleasedVersion, Told } from './released.ts'
import { size } from './words.ts'

type Fact = readonly [label: string, value: Text]

/** Gives the bytes of a picture as the PDF can hold it, or null: a video, a document, or a picture that cannot be read. */
export type Picture = (media: ReleasedMedia) => Promise<Uint8Array | null>

/** What all records of a packet are written with. */
export interface Manner {
  readonly zone: string
  readonly exports: ReadonlyMap<number, number>
  readonly picture: Picture
  /** The number of a page of the document, from 1. */
  readonly pageNumber: (page: number) => string
  /** Whether each record is an entry of the outline. */
  readonly bookmark: boolean
  /** The grounds that its notes name. */
  readonly grounds?: readonly PrintedGround[]
  /** Whether it says itself which conversation it belongs to. */
  readonly alone?: boolean
  /** The record of an earlier packet that it replaces. */
  readonly replaces?: Released['replaces']
}

/** Room below the facts of a record for the first lines of where it was read, in points. */
const SOURCE_HEIGHT = 24

/**
 * Writes one record.
 * @param manner `exports`: the number of each accession in the table of exports on the cover
 * @returns the pages of the document on which it begins and ends, from 1
 */
export async function writeRecord(
  doc: Telling,
  released: Told,
  manner: Manner,
): Promise<{ readonly first: number; readonly last: number }> {
  const { zone, bookmark, grounds = [] } = manner
  const { label, record, account, decision } = released
  const paper = leadingToNotes(doc, decision)
  await paper.heading(3, `${label}  ${headlineOf(released)}`, { bookmark })
  const when = `${recordTime(record.at, record.precision, zone)} · @${account.handle} on ${platformName(account.platform)}`
  await doc.paragraph([{ text: when, colour: 'muted' }], { size: 8, spaceAfter: 4 })
  const first = doc.pages
  doc.running(`${label}, continued from ${manner.pageNumber(first)}`)
  if (manner.replaces != null) await doc.paragraph(replacesInWords(manner.replaces), { size: 8.5, spaceAfter: 4 })
  const kept = keptBackInWords(decision)
  if (kept !== null) {
    // The notes may stand pages on, below a long text: where its marks lead is said before them.
    const keys =
      decision?.outcome === 'withhold' ? '' : ' What the numbers in brackets stand for is told below this record.'
    await doc.paragraph([{ text: kept, bold: true }, { text: keys }], { size: 8.5, spaceAfter: 4 })
  }
  if (decision?.outcome !== 'withhold') await writeContents(paper, released, manner)
  await doc.notes(notesOf(decision, grounds))
  if (decision?.outcome !== 'withhold') {
    const source = sourceOf(released.newest, manner.exports)
    await doc.paragraph([{ text: source, colour: 'muted' }], { size: 7, spaceAfter: 9 })
  }
  doc.running(null)
  return { first, last: doc.pages }
}

async function writeContents(doc: Paper, released: Told, { zone, picture, alone = false }: Manner): Promise<void> {
  const { record, newest } = released
  if (record.state !== 'live') {
    await doc.paragraph([{ text: stateInWords(released, zone), colour: 'warning', bold: true }], {
      size: 8.5,
      spaceAfter: 4,
    })
  }
  await writeText(doc, newest, detailsOf(released).lang)
  for (const media of newest.media) await writeMedia(doc, released, media, picture)
  const facts = [...(alone ? conversationFacts(released) : []), ...factsOf(released, zone)]
  if (facts.length > 0) await doc.facts(facts, { below: SOURCE_HEIGHT })
}

function replacesInWords({ label, production, wasWithheld }: NonNullable<Released['replaces']>): string {
  return `Replaces ${label} of production ${production}${wasWithheld ? ', which was withheld in full' : ''}.`
}

function conversationFacts(released: Told): Fact[] {
  const { conversation } = released.record
  if (conversation === null) return []
  const name = detailsOf(released).conversationName
  return [['Conversation', name === undefined ? conversation : `“${name}” (${conversation})`]]
}

async function writeText(doc: Paper, { version }: ReleasedVersion, lang: string | undefined): Promise<void> {
  if (version.text === '') return doc.paragraph([{ text: '(no text)', colour: 'muted' }], { spaceAfter: 6 })
  await doc.paragraph(version.text, { size: 11, spaceAfter: 7, ...(lang === undefined ? {} : { lang }) })
}

async function writeMedia(doc: Paper, { label, newest }: Told, media: ReleasedMedia, picture: Picture): Promise<void> {
  const { item, file } = media
  if (file === null) return doc.paragraph([{ text: missingInWords(media), colour: 'muted' }], { size: 8.5 })
  const bytes = await picture(media)
  if (bytes !== null) {
    const place = newest.media.indexOf(media) + 1
    const alt = item.alt ?? `Picture ${place} of ${newest.media.length} of ${label}; its author gave no description`
    const caption = item.alt === null ? file : `${file}\n${item.alt}`
    const drawn = await doc.image(bytes, { alt, caption, maxHeight: newest.media.length > 1 ? 190 : 250 })
    if (drawn.drawn) return
  }
  const what = bytes === null && item.role === 'photo' ? 'Photo that could not be shown' : roleWord(item.role)
  const told: Span[] = [
    { text: `${what}: `, bold: true },
    { text: `${file}, ${size(item.size ?? 0)}\nSHA-256 ` },
    { text: item.digest ?? '', mono: true },
  ]
  await doc.paragraph(told, { size: 8.5, spaceAfter: 6 })
  if (item.alt !== null) await doc.paragraph([{ text: `Description: ${item.alt}`, colour: 'muted' }], { size: 8.5 })
}

function factsOf(released: Told, zone: string): Fact[] {
  const { newest, earlier, measures } = released
  const { version } = newest
  const facts: Fact[] = [...detailFacts(released)]
  if (version.links.length > 0) {
    const links = version.links.flatMap(({ shown, target }, place): Span[] => [
      { text: `${place === 0 ? '' : '\n'}${shown === target ? '' : `${shown} → `}` },
      { text: target, link: target },
    ])
    facts.push(['Links', links])
  }
  for (const before of earlier.toReversed())
    facts.push([`Version ${before.version.number}`, earlierInWords(before, zone)])
  if (measures.length > 0) facts.push(['Counts', countsInWords(measures, zone)])
  return facts
}

function earlierInWords({ version, media }: ReleasedVersion, zone: string): Text {
  const seen = version.observations[0]
  const head = `Earlier version${seen ? `, received ${cityTime(seen.receivedAt, zone)}` : ''}:`
  const files = media.map(({ file, item }) => `\n${file ?? item.name}`).join('')
  return [
    { text: `${head}\n`, colour: 'muted' },
    { text: version.text === '' ? '(no text)' : version.text },
    { text: files, colour: 'muted' },
  ]
}

/** Where a version was read: export by its number on the cover, file, place, bytes; the digest once where all are the same. */
function sourceOf({ version }: ReleasedVersion, exports: ReadonlyMap<number, number>): string {
  const byDigest = Map.groupBy(version.observations, ({ digest }) => digest)
  // Where bytes of a redacted source end would tell how long it is.
  const bytesOf = (one: Observation) =>
    one.digest === null ? '' : `, bytes ${one.start}–${one.start + one.length - 1}`
  const parts = [...byDigest].map(([digest, seen]) => {
    const places = seen.map(
      (one) => `export ${exports.get(one.accession) ?? '?'}, ${one.member} ${one.pointer}${bytesOf(one)}`,
    )
    return `${places.join('; ')}${digest === null ? '' : `; SHA-256 ${digest}`}`
  })
  return `Source: ${parts.join('\n')}`
}

function stateInWords({ record }: Told, zone: string): string {
  if (record.state === 'draft') return 'A draft: it was never published.'
  return record.deletedAt === null
    ? 'Deleted on the platform.'
    : `Deleted on the platform on ${cityTime(record.deletedAt, zone)}.`
}

function missingInWords({ item }: ReleasedMedia): string {
  return `${roleWord(item.role)} not in the vault: ${item.name}${item.missing === null ? '' : ` (${item.missing})`}`
}

function roleWord(role: string): string {
  return role.charAt(0).toUpperCase() + role.slice(1)
}
