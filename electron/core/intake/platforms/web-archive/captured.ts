// Owns handing a captured answer to the reader that the capture names, and the media that its items show.
import type { CapturedReader, StoredAnswer } from '../../captured-reader.ts'
import type { MediaDraft, Outcome } from '../../draft.ts'
import { passedOver } from '../../kit/draft.ts'
import { type MediaFinder, mediaRole } from '../../kit/media-finder.ts'
import type { Captures } from './captures.ts'
import { contentOf } from './content.ts'
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

/** The items of an answer. @param odd told of what is odd about it */
export async function itemsOf(
  reader: CapturedReader,
  warc: WarcRecord,
  answer: Answer,
  captures: Captures,
  odd: StoredAnswer['odd'],
  signal: AbortSignal,
): Promise<{ readonly own: Outcome; readonly agrees: boolean | null; readonly parts: readonly Part[] }> {
  const { bytes, agrees } = await contentOf(answer, warc.field('WARC-Payload-Digest'))
  if (bytes === null) return { own: passedOver(TOO_LARGE), agrees, parts: [] }
  const url = warc.field('WARC-Target-URI')
  const stamp = stampOf(warc.field('WARC-Date'))
  const medium = mediumOf(captures, stamp)
  const stored: StoredAnswer = {
    url,
    status: answer.status ?? 0,
    field: answer.field,
    bytes,
    at: Date.parse(warc.field('WARC-Date')),
    media: finderOf(captures, medium),
    medium,
    noted: (key) => captures.noted(`${reader.name} ${key}`),
    odd,
    signal,
  }
  const before = warc.start + warc.head.length + answer.head.length
  const parts: Part[] = []
  for await (const { pointer, start, bytes: own, outcome } of reader.read(stored))
    parts.push({ pointer, start: before + start, bytes: own, outcome })
  return { own: passedOver(READ), agrees, parts }
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
