// Owns handing a captured answer to the reader that the capture names, and the media that its items show.
import { LARGEST_HELD } from '../../../../../shared/domain/capture/capture.ts'
import type { AnswerItem, CapturedReader, StoredAnswer } from '../../captured-reader.ts'
import type { MediaDraft, Outcome } from '../../draft.ts'
import { passedOver } from '../../kit/draft.ts'
import { type MediaFinder, mediaRole } from '../../kit/media-finder.ts'
import type { Captures } from './captures.ts'
import { contentOf, isLarge, streamOf } from './content.ts'
import type { Answer } from './http.ts'
import { roleOfMime } from './role.ts'
import { stampOf } from './stamp.ts'
import type { WarcRecord } from './warc.ts'

/** An item inside a record of the file; `start` counts from the beginning of the (unpacked) file. */
export interface Part {
  readonly pointer: string
  readonly start: number
  readonly bytes: Uint8Array
  readonly outcome: Outcome
}

const READ = 'An answer of a feed or an API: its items are read one by one.'
const TOO_LARGE = 'An answer of a feed or an API that is too large to be read.'

/** What became of an answer; `agrees` where it was read to its end. */
export interface ReadAnswer {
  readonly own: Outcome
  readonly agrees: boolean | null
  readonly parts: readonly Part[]
  /** Of one that nobody holds: its items as it streams. The last is `altered` where it has not the digest that was written down. */
  readonly streaming: AsyncIterable<Part> | null
}

/** The items of an answer. @param odd told of what is odd about it */
export async function itemsOf(
  reader: CapturedReader,
  warc: WarcRecord,
  answer: Answer,
  captures: Captures,
  odd: StoredAnswer['odd'],
  altered: Outcome,
  signal: AbortSignal,
): Promise<ReadAnswer> {
  const url = warc.field('WARC-Target-URI')
  const stamp = stampOf(warc.field('WARC-Date'))
  const medium = mediumOf(captures, stamp)
  const stored: StoredAnswer = {
    url,
    status: answer.status ?? 0,
    field: answer.field,
    bytes: Buffer.alloc(0),
    at: Date.parse(warc.field('WARC-Date')),
    media: finderOf(captures, medium),
    medium,
    noted: (key) => captures.noted(`${reader.name} ${key}`),
    odd,
    signal,
  }
  const before = warc.start + warc.head.length + answer.head.length
  const labelled = warc.field('WARC-Payload-Digest')
  const placed = ({ pointer, start, bytes, outcome }: AnswerItem): Part => ({
    ...{ pointer, bytes, outcome },
    start: before + start,
  })
  const streamed = isLarge(answer) ? (reader.streamed?.(stored) ?? null) : null
  if (streamed !== null) {
    const content = streamOf(answer, labelled)
    return { own: passedOver(READ), agrees: null, parts: [], streaming: streaming() }
    async function* streaming(): AsyncGenerator<Part> {
      for await (const item of streamed?.read(stored, content.chunks) ?? []) yield placed(item)
      // Where the JSON broke off the rest was not read; its digest counts all of it.
      for await (const _ of content.chunks);
      if (content.agrees() === false) yield { pointer: '', start: before, bytes: Buffer.alloc(0), outcome: altered }
    }
  }
  const { bytes, agrees } = await contentOf(answer, labelled, LARGEST_HELD)
  if (bytes === null) return { own: passedOver(TOO_LARGE), agrees, parts: [], streaming: null }
  const parts: Part[] = []
  for await (const item of reader.read({ ...stored, bytes })) parts.push(placed(item))
  return { own: passedOver(READ), agrees, parts, streaming: null }
}

function mediumOf(captures: Captures, stamp: string) {
  return (address: string, alt: string | null): MediaDraft => {
    const found = captures.mediaAt(address, stamp)
    const role = found === null ? mediaRole(address) : roleOfMime(found.mime)
    return { role, names: [address], directory: '', alt, ...(found === null ? {} : { digest: found.sha256 }) }
  }
}

/** Readers of exports look media up by the ends of their addresses. */
function finderOf(captures: Captures, medium: (address: string, alt: string | null) => MediaDraft): MediaFinder {
  return {
    file: ({ uri, alt = null }) => {
      const address = captures.mediaCalled(baseOf(uri)).find((one) => steady(one).endsWith(uri)) ?? uri
      return { ...medium(address, alt), names: [uri] }
    },
    startingWith: () => [],
    called: (base) => captures.mediaCalled(base).map((address) => steady(address)),
  }
}

const steady = (address: string) => address.replace(/^[a-z][\w+.-]*:\/+/i, '').replace(/[?#].*$/s, '')
const baseOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)
