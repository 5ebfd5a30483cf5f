// Owns making records of captures: pages, texts and documents; media and everything else accounted for.
import { withoutKeys } from '../../../../../shared/text/secret-values.ts'
import type { MediaDraft, Outcome } from '../../draft.ts'
import { failed, passedOver, record } from '../../kit/draft.ts'
import { mediaRole } from '../../kit/media-finder.ts'
import { writtenTime } from '../../kit/time.ts'
import { baseName } from '../../kit/value.ts'
import { type Original, referenceOf } from './capture-book.ts'
import { itemsOf, type Part } from './captured.ts'
import type { Captures } from './captures.ts'
import { classOf } from './classify.ts'
import { type Content, contentOf, measured } from './content.ts'
import { type Answer, answerOf } from './http.ts'
import { type Page, readPage } from './page.ts'
import { readerOf } from './reader-of.ts'
import { roleOfMime } from './role.ts'
import { stampOf } from './stamp.ts'
import { atMost, readText } from './text.ts'
import type { WarcRecord } from './warc.ts'

/** What became of a record of the file, and the bytes that it was read from (its heads alone where its content is kept as a file). */
export interface Made {
  readonly outcomes: readonly Outcome[]
  readonly bytes: Buffer
  /** What an answer holds that is read item by item. */
  readonly parts?: readonly Part[]
  /** The same of an answer that nobody holds; the record’s content is read with it. */
  readonly streaming?: AsyncIterable<Part>
}

type Odd = (code: string, sentence: string) => void

const REASONS: Readonly<Record<string, string>> = {
  warcinfo: 'What the file says of itself: which program made it, and how.',
  request: 'What the capturing program asked for; the answer is a record of its own.',
  metadata: 'What the capturing program wrote down about a capture.',
  conversion: 'A capture in another form, made by a program; the capture itself is read.',
  continuation: 'The rest of a capture that begins in another file; it is kept there.',
}
const SHOWN = 'A picture, film or sound that a captured page shows: it is kept with the page.'
const NOT_SHOWN = 'A picture, film or sound that no captured page shows.'
const EMPTY = 'An answer without content.'
const SAME_OTHER = 'A picture, script or the like that was found unchanged.'

/** Reads one record of a file. */
export async function madeOf(warc: WarcRecord, captures: Captures, odd: Odd, signal: AbortSignal): Promise<Made> {
  const made = await captured(warc, captures, odd, signal)
  if (made.streaming !== undefined) return made
  for await (const _ of warc.block);
  if (warc.agrees() !== false || made.outcomes.some(isAltered)) return made
  return { ...made, outcomes: [...made.outcomes, ALTERED] }
}

const ALTERED = failed(
  'capture-altered',
  'does not have the digest that was written down when it was captured: it was changed or damaged since, or the program counted otherwise',
)
const isAltered = (outcome: Outcome) => outcome === ALTERED

async function captured(warc: WarcRecord, captures: Captures, odd: Odd, signal: AbortSignal): Promise<Made> {
  const none = (outcome: Outcome): Made => ({ outcomes: [outcome], bytes: Buffer.alloc(0) })
  if (warc.type === 'revisit') return revisited(warc, captures)
  if (warc.type !== 'response' && warc.type !== 'resource') {
    const reason = REASONS[warc.type]
    return none(
      reason === undefined
        ? failed('record-unknown', `is of a kind (“${warc.type}”) that no WARC file has`)
        : passedOver(reason),
    )
  }
  const uri = warc.field('WARC-Target-URI')
  const answer = await answerOf(warc)
  const reader = readerOf(warc, answer)
  if (reader !== undefined) {
    const read = await itemsOf(reader, warc, answer, captures, odd, ALTERED, signal)
    const { own, agrees, parts, streaming } = read
    if (streaming !== null) return { outcomes: [own], bytes: Buffer.alloc(0), streaming }
    return { outcomes: [own, ...(agrees === false ? [ALTERED] : [])], bytes: Buffer.alloc(0), parts }
  }
  const kind = classOf(answer, uri)
  const read = kind.is === 'page' || kind.is === 'text' ? contentOf : measured
  const content = await read(answer, warc.field('WARC-Payload-Digest'))
  const doubt = content.agrees === false ? [ALTERED] : []
  if (kind.is === 'other') return { outcomes: [passedOver(kind.reason), ...doubt], bytes: Buffer.alloc(0) }
  if (content.size === 0) return none(passedOver(EMPTY))
  if (kind.is === 'media') {
    const reason = passedOver(captures.isShown(uri) ? SHOWN : NOT_SHOWN)
    return { outcomes: [reason, ...doubt], bytes: Buffer.alloc(0) }
  }
  const whole = content.bytes !== null && content.raw !== null && kind.is !== 'document'
  const outcome = whole
    ? wordsOf(warc, answer, content, kind.is === 'page', captures)
    : fileOf(warc, answer, content, captures)
  return {
    outcomes: [outcome, ...doubt],
    bytes: Buffer.concat([warc.head, answer.head, ...(whole && content.raw !== null ? [content.raw] : [])]),
  }
}

/** What all records of captures have. */
function common(warc: WarcRecord, answer: Answer, title: string) {
  const uri = withoutKeys(warc.field('WARC-Target-URI'))
  return {
    key: uri,
    time: writtenTime(warc.field('WARC-Date'), 'UTC'),
    // The site as its address names it: who of it wrote the words, a capture does not say.
    author: URL.parse(uri)?.hostname ?? '',
    conversation: uri,
    details: {
      title,
      address: uri,
      status: answer.status,
      mime: answer.mime,
      captureDigest: warc.field('WARC-Payload-Digest') || warc.field('WARC-Block-Digest'),
      recordId: warc.field('WARC-Record-ID').replace(/^<(.*)>$/, '$1'),
      lastModified: answer.field('Last-Modified'),
      truncated: warc.field('WARC-Truncated'),
    },
  }
}

/** A page or a plain text: its words are the record's. */
function wordsOf(warc: WarcRecord, answer: Answer, content: Content, isPage: boolean, captures: Captures): Outcome {
  const uri = warc.field('WARC-Target-URI')
  const stamp = stampOf(warc.field('WARC-Date'))
  const bytes = content.bytes ?? Buffer.alloc(0)
  const page = isPage ? readPage(bytes, answer.charset, uri) : null
  const listed = captures.titleOf(uri, stamp)
  const title = page?.title || listed
  const { details, ...rest } = common(warc, answer, title)
  return record({
    ...rest,
    kind: 'page',
    text: withTitle(title, atMost(page?.text ?? readText(bytes, answer.charset))),
    content: { uri, sha256: content.sha256.toString('hex') },
    links: (page?.links ?? []).map(({ shown, target }) => ({ shown, target: withoutKeys(target) })),
    details: { ...details, language: page?.language ?? '', listedTitle: listed === title ? '' : listed },
    media: page === null ? [] : mediaOf(page, uri, stamp, captures),
  })
}

/** A document, or a page too large to be held: kept as a file. */
function fileOf(warc: WarcRecord, answer: Answer, content: Content, captures: Captures): Outcome {
  const uri = warc.field('WARC-Target-URI')
  const title = captures.titleOf(uri, stampOf(warc.field('WARC-Date')))
  const { details, ...rest } = common(warc, answer, title)
  return record({
    ...rest,
    kind: 'file',
    text: withTitle(title, fileName(uri)),
    content: { uri, sha256: content.sha256.toString('hex') },
    details: { ...details, size: content.size },
    media: [{ role: 'file', names: [fileName(uri)], directory: '', alt: null, digest: content.sha256 }],
  })
}

/** A later capture that found the same: a record of its own, with the words of the earlier one. */
async function revisited(warc: WarcRecord, captures: Captures): Promise<Made> {
  const answer = await answerOf(warc)
  const reference = referenceOf(warc)
  const original = captures.originalOf(reference)
  const is = original?.is ?? classOf({ ...answer, status: null }, warc.field('WARC-Target-URI')).is
  if (is === 'other' || is === 'media') return { outcomes: [passedOver(SAME_OTHER)], bytes: Buffer.alloc(0) }
  const title = original?.title ?? ''
  const { details, ...rest } = common(warc, answer, title)
  const uri = warc.field('WARC-Target-URI')
  const outcome = record({
    ...rest,
    kind: is === 'document' ? 'file' : 'page',
    text: original === null ? '' : withTitle(title, is === 'document' ? fileName(uri) : original.text),
    content: { uri, sameAs: original?.sha256.toString('hex') ?? reference },
    details: {
      ...details,
      mime: answer.mime || original?.mime,
      unchangedSince: original?.date ?? warc.field('WARC-Refers-To-Date'),
      unchangedFrom: original?.uri ?? reference.uri,
      firstCopy: original === null ? NOT_HERE : '',
    },
    media: is === 'document' && original !== null ? [fileMedia(original, uri)] : [],
  })
  return { outcomes: [outcome], bytes: Buffer.concat([warc.head, answer.head]) }
}

const NOT_HERE =
  'The program found the page unchanged and kept no second copy. The first copy is not in this archive: import the file that holds it.'

function fileMedia(original: Original, uri: string): MediaDraft {
  return { role: 'file', names: [fileName(uri)], directory: '', alt: null, digest: original.sha256 }
}

/** What the page shows; of several forms of a picture, those that were captured. */
function mediaOf({ shows }: Page, uri: string, stamp: string, captures: Captures): MediaDraft[] {
  const screen = { address: `urn:view:${uri}`, alt: 'The page as the capturing browser showed it', sure: false }
  const once = new Set<string>()
  return [...shows, screen].flatMap(({ address, alt, sure }): MediaDraft[] => {
    const found = captures.mediaAt(address, stamp)
    const key = found?.sha256.toString('hex') ?? address
    if ((found === null && !sure) || once.has(key)) return []
    once.add(key)
    const role = found === null ? mediaRole(address) : roleOfMime(found.mime)
    return [{ role, names: [withoutKeys(address)], directory: '', alt, digest: found?.sha256 ?? null }]
  })
}

function fileName(uri: string): string {
  return baseName(uri) || withoutKeys(uri)
}

function withTitle(title: string, text: string): string {
  return title === '' || text.startsWith(title) ? text : `${title}\n${text}`.trim()
}
