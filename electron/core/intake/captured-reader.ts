// What a reader of captured answers offers; one file in `captured/` a source, found by itself.
import type { MediaDraft, Outcome } from './draft.ts'
import type { MediaFinder } from './kit/media-finder.ts'

/** An answer as a capture stored it. */
export interface StoredAnswer {
  readonly url: string
  readonly status: number
  readonly field: (name: string) => string
  /** Content with its packing undone. */
  readonly bytes: Buffer
  /** When it came, ms since 1970 UTC. */
  readonly at: number
  /** The media that the capture holds, by their addresses. */
  readonly media: MediaFinder
  /** The captured medium of an address, with the digest of its bytes; without one where the capture does not hold it. */
  readonly medium: (address: string, alt: string | null) => MediaDraft
  /** What another answer of the same capture said, by the reader's own key (`notes`); null where none did. */
  readonly noted: (key: string) => string | null
  /** Tells of something odd that keeps nothing from being stored. */
  readonly odd: (code: string, sentence: string) => void
  readonly signal: AbortSignal
}

/** One item of an answer: where it stands, its very bytes, what it is. */
export interface AnswerItem {
  /** A JSON pointer, or `/element[n]`. */
  readonly pointer: string
  /** Its first byte in the content. */
  readonly start: number
  readonly bytes: Uint8Array
  readonly outcome: Outcome
}

/**
 * A reader of one source's answers. Records must have the ids that the platform's export reader gives them, so that a post of an export and
 * of a capture is one record. What is hidden from the public has `details.hidden` true and says so in `content`: it is a version of its own.
 */
export interface CapturedReader {
  /** As captures name it in `Exchange.reader`. */
  readonly name: string
  readonly read: (answer: StoredAnswer) => AsyncIterable<AnswerItem> | Iterable<AnswerItem>
  /** Addresses of the media that its items show: kept as files where they were captured. */
  readonly shows: (answer: Pick<StoredAnswer, 'url' | 'bytes' | 'field' | 'noted'>) => readonly string[]
  /** What an answer says that others are read by, such as names of people by number; later answers count. */
  readonly notes?: (answer: Pick<StoredAnswer, 'url' | 'bytes'>) => Iterable<readonly [key: string, value: string]>
  /** The same of answers of more than 16 MB, as they stream; null for those that it must hold. */
  readonly streamed?: (answer: Pick<StoredAnswer, 'url' | 'noted'>) => StreamedReader | null
}

/** Reads an answer that nobody holds: its `bytes` are empty. */
export interface StreamedReader {
  readonly read: (answer: StoredAnswer, chunks: AsyncIterable<Buffer>) => AsyncIterable<AnswerItem>
  readonly look: (chunks: AsyncIterable<Buffer>, signal: AbortSignal) => Promise<Looked>
}

/** What `shows` and `notes` give of an answer that is held. */
export interface Looked {
  readonly shows: readonly string[]
  readonly notes: Iterable<readonly [key: string, value: string]>
}

const modules = import.meta.glob<CapturedReader>('./captured/*.ts', { import: 'default', eager: true })
const byName = new Map(Object.values(modules).map((reader) => [reader.name, reader]))

/** The reader of a name; undefined where this version has none: the answer is then kept as what it is. */
export function capturedReader(name: string): CapturedReader | undefined {
  return byName.get(name)
}
