// The proof of a packet: every file read back while it is written, and searched for what its review keeps back.
import { MunimentError } from '../../../../shared/contract/error.ts'
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import { RecordId } from '../../../../shared/domain/id.ts'
import { phrasesOf } from '../../../../shared/domain/review/redact-record.ts'
import { fold } from '../../../../shared/text/fold.ts'
import { platformName } from '../../../../shared/text/names.ts'
import { plainPhrase, searchable } from '../../../../shared/text/occurrences.ts'
import { phraseFinder } from '../../../../shared/text/phrases.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { createReadStream } from '../../vault/cipher/streams.ts'
import { recordDetail } from '../../vault/record/read.ts'
import { decisionsFrom, sourceNames, timesOf } from '../../vault/repository/packet/production.ts'
import { keptPhrases } from '../../vault/repository/review/review.ts'
import { once } from '../object-bytes.ts'
import { recordTime } from '../packet/local-time.ts'
import type { Packet } from '../packet/packet.ts'
import type { Released } from '../packet/released.ts'
import { FrozenDecision } from '../review/frozen.ts'
import { phraseDigest } from '../review/redacted-words.ts'
import { frameOf } from './frame.ts'
import { leakSearch } from './leaks.ts'
import { type ReadText, textsOfCsv, textsOfHtml, textsOfJson, textsOfPdf, textsOfSheet } from './read-back.ts'
import { recordsOfCsv, recordsOfHtml, recordsOfNative, recordsOfPdf, recordsOfSheet } from './records-read.ts'
import { releasedTexts } from './released-texts.ts'

export interface PacketProof {
  /** Tells what a record releases, to be compared with what is read back of it. @param told all that records.pdf says of it */
  expect(released: Released, told: string): void
  /** Searches a file of the packet by its name and bytes. */
  file(name: string, bytes: Uint8Array): void
  /** Searches a picture, a film or another file that came with a record. */
  media(name: string, bytes: Uint8Array): Promise<void>
  /** Searches such a file as its bytes pass by. */
  stream(name: string, chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>
  /** Searches a workbook. */
  sheet(name: string, bytes: Uint8Array, signal: AbortSignal): Promise<void>
  /** Searches a PDF that is written already. */
  pdf(name: string, path: string): Promise<void>
  /** Searches a text file that is written already. */
  table(name: string, path: string): Promise<void>
  /** What was searched. @throws MunimentError REVIEW_INCOMPLETE where anything was found */
  finish(): Buffer
}

/** Of what is withheld whole, shorter texts are said by everybody. */
const TELLING = 12
/** What the search cannot tell, as the proof says it. */
const LIMITS = [
  'Under compared, equalByLetters counts records of which a reading program gives the same letters and digits, though not each sign in its place (scripts from right to left, signs that are shown by their code points), and notCompared those of which it gives other ones (scripts whose letters join); of both the other files were compared to the letter.',
  'Words counted under notSearched were not searched for: the City decided, with a reason, that they stay where they stand in another record, or the request or the packet itself says them (a date, a label, a file’s name).',
  `Of records withheld in full their texts were searched for, where they have at least ${TELLING} characters.`,
  'Words that stand in the pixels of a picture or in the sound of a film are not found by this search.',
]

/** The proof of a reviewed packet; null where its review keeps nothing back. */
export async function packetProof(db: Driver, packet: Packet): Promise<PacketProof | null> {
  const { review } = packet.document
  if (review === null || review.redacted + review.withheld === 0) return null
  const kept = keptPhrases(db, packet.production.request)
  const { words: all, grounds } = keptBack(db, packet.production.id)
  const { id } = packet.production
  const inWords = ({ at, precision }: ReturnType<typeof timesOf>[number]) => recordTime(at, precision, packet.zone)
  const said = searchable(
    [saidOpenly(packet), ...sourceNames(db, id), ...timesOf(db, id).map(inWords), await frameOf(db, packet)].join('\n'),
  )
  const openly = phraseFinder(all.map(plainPhrase))(said)
  const words = all.filter((one, place) => !kept.has(phraseDigest(one)) && !openly.has(place))
  const search = leakSearch(words, grounds)
  const texts = releasedTexts()
  const read = (name: string, text: string) => {
    if (name.endsWith('.html')) texts.read(name, 'HTML records', recordsOfHtml(text))
    else if (name.endsWith('records.csv')) texts.read(name, 'CSV rows', recordsOfCsv(text))
    else if (name.startsWith('native/')) texts.read(name, 'JSON of released fields', recordsOfNative(text))
    search.text(name, 'file names', name)
    for (const one of textsIn(name, text)) search.text(name, one.layer, one.text)
  }
  const stream = async function* (name: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    search.text(name, 'file names', name)
    const paper: Uint8Array[] = []
    for await (const chunk of search.bytes(name, 'bytes of media', chunks)) {
      if (name.endsWith('.pdf')) paper.push(chunk)
      yield chunk
    }
    // Words of a document are compressed in its bytes.
    if (paper.length === 0) return
    for await (const { layer, text } of textsOfPdf(Buffer.concat(paper))) search.text(name, layer, text)
  }
  return {
    expect: ({ label, newest, decision }, told) => {
      const text = newest.version.text
      if (decision?.outcome !== 'withhold')
        texts.expect({ label, text, told, redacted: decision?.outcome === 'redact' })
    },
    file: (name, bytes) => read(name, Buffer.from(bytes).toString('utf8')),
    media: async (name, bytes) => {
      for await (const _ of stream(name, once(bytes)));
    },
    stream,
    sheet: async (name, bytes, signal) => {
      texts.read(name, 'XLSX rows', (await recordsOfSheet(bytes, signal)) ?? [])
      search.text(name, 'file names', name)
      for (const { layer, text } of await textsOfSheet(bytes)) search.text(name, layer, text)
    },
    pdf: async (name, path) => {
      if (name.endsWith('records.pdf')) texts.read(name, 'PDF records', await recordsOfPdf(path, texts.isRecord))
      for await (const { layer, text } of textsOfPdf(path)) search.text(name, layer, text)
    },
    table: async (name, path) => {
      let text = ''
      for await (const chunk of createReadStream(path).setEncoding('utf8')) text += String(chunk)
      read(name, text)
    },
    finish: () => {
      const compared = texts.compared()
      if (search.leaks.length > 0) throw leaked(search.leaks.map(({ file, layer }) => `${file} (${layer})`))
      const proof = {
        format: 'muniment-redaction-proof',
        formatVersion: 1,
        statement:
          'After the files were written, each released record was read back from them and held against what is released of it, and nothing else stood there. Then each file but the manifest and this one was searched for the words that were redacted and the texts that were withheld, in every form of writing: accents composed or not, either case, other spaces, marks between, coded as in an address. None of them was found. The words searched for do not stand here.',
        limits: LIMITS,
        compared,
        words: words.length,
        notSearched: all.length - words.length,
        searched: search.searched(),
        found: search.leaks.length,
      }
      return Buffer.from(`${JSON.stringify(proof, null, 1)}\n`)
    },
  }
}

function textsIn(name: string, text: string): readonly ReadText[] {
  if (name.endsWith('.html')) return textsOfHtml(text)
  if (name.endsWith('.json')) return textsOfJson(text)
  return name.endsWith('.csv') ? textsOfCsv(text) : [{ layer: 'text as it stands', text }]
}

/** Every word and text that the decisions of a production keep back, each once, and the highest number of a ground. */
function keptBack(db: Driver, production: number): { readonly words: string[]; readonly grounds: number } {
  const words = new Map<string, string>()
  let grounds = 0
  for (const { record, decision } of decisionsFrom(db, production)) {
    const { outcome, redactions, log } = FrozenDecision.parse(JSON.parse(decision))
    grounds = Math.max(grounds, ...log.map(({ key }) => key))
    const detail = outcome === 'release' ? null : recordDetail(db, RecordId.parse(record))
    if (detail === null) continue
    const texts =
      outcome === 'withhold'
        ? detail.versions.map(({ text }) => text).filter((text) => text.length >= TELLING)
        : phrasesOf(detail, redactions).map(({ words: said }) => said)
    for (const text of texts) words.set(fold(text).toLowerCase(), text)
  }
  return { words: [...words.values()], grounds }
}

/** What the packet says of the request itself, and of the accounts, whatever is redacted in records. */
function saidOpenly({ document, production }: Packet): string {
  const { request, vault, accounts, preparedBy, review, letter } = document
  const people = [preparedBy, review?.signed?.by ?? null].map(
    (person) => `${person?.name ?? ''} ${person?.title ?? ''}`,
  )
  const named = accounts.map(
    ({ handle, name, department, platform }) =>
      // As headlines of records name it, too.
      `by @${handle} to @${handle} ${name} ${department} ${platform} ${platformName(platform)}`,
  )
  const written = letter === null ? [] : [...letter.head, letter.subject, ...letter.signature, readableDay(letter.date)]
  const said = letter?.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : block.items)) ?? []
  return [request.text, request.search, production.searched, vault.city, ...people, ...named, ...written, ...said].join(
    '\n',
  )
}

function leaked(places: readonly string[]): MunimentError {
  const more = places.length > 5 ? ` and ${places.length - 5} more places` : ''
  return new MunimentError(
    'REVIEW_INCOMPLETE',
    `Words that are redacted or withheld still stand in ${places.slice(0, 5).join(', ')}${more}. No packet was made. Redact them in those records too, or keep them there with a reason.`,
  )
}
