// What a platform says of itself to the kit: what each file is, how its items become records, whose export it is.

import type { FileGroup } from '../../../../shared/domain/intake/file-group.ts'
import type { ReadItem } from '../draft.ts'
import type { EmbeddedFile, ExportTree, FilePlan, Platform } from '../platform.ts'
import type { MediaFinder } from './media-finder.ts'
import type { Peek, Survey } from './peek.ts'

/** What one file of an export is. */
export interface Claim {
  /** Stands in the reconciliation and names the reader, such as `posts`. */
  readonly type: string
  /** How much the file alone says for this platform, 0 to 1: 0.9 for a mark nobody else makes, 0.1 for what many have. */
  readonly weight: number
  /** `records` by default; `unread` is kept and named with `note`. */
  readonly use?: FilePlan['use']
  readonly note?: string
  /** How many outer items the export itself says there are. */
  readonly claimed?: number | null
  /** Files are read by ascending order, then by name with numbers as numbers; 0 by default. */
  readonly order?: number
  /** What the clerk may leave out together. */
  readonly group?: FileGroup
}

/** What the export says of itself. */
export interface About {
  readonly layout: string
  readonly ownerHandle: string | null
  readonly ownerNativeId: string | null
  readonly ownerName: string | null
  /** ms since 1970 UTC; null where the export does not say. */
  readonly generatedAt: number | null
  /** Sections that the export declares and does not hold. */
  readonly absent?: readonly { readonly type: string; readonly file: string; readonly claimed: number | null }[]
  readonly findings?: readonly { readonly code: string; readonly file: string | null; readonly sentence: string }[]
}

/** What is known while one file is read. `state` is what the platform's own `prepare` made. */
export interface Reading<State> {
  readonly tree: ExportTree
  readonly file: FilePlan
  readonly about: About
  readonly state: State
  readonly media: MediaFinder
  /** Tells of something odd about the file that does not keep its records from being stored; told once a code and file. */
  readonly odd: (code: string, sentence: string) => void
  readonly signal: AbortSignal
}

/** Reads a file's items in order, in groups. Made by `jsonReader`, `csvReader`, `markupReader` … */
export type FileReader<State> = (reading: Reading<State>) => AsyncGenerator<readonly ReadItem[], void, undefined>

export interface PlatformSpec<State>
  extends Pick<Platform, 'name' | 'parser' | 'title' | 'texts' | 'neverExported' | 'excerpt' | 'leaveOut' | 'itemAt'> {
  /** What a file is, by its structure; never by its name or language alone. Null: not this platform's. */
  claim(peek: Peek, survey: Survey): Claim | null
  about(survey: Survey, claims: ReadonlyMap<Peek, Claim>, signal: AbortSignal): Promise<About>
  readonly readers: Readonly<Record<string, FileReader<State>>>
  /** What must be known before the first file is read, such as names of people by number. */
  prepare(survey: Survey, claims: ReadonlyMap<Peek, Claim>, signal: AbortSignal): Promise<State>
  /** Media inside the files that `claim` knows (`Platform.embedded`). */
  embedded?(survey: Survey, claims: ReadonlyMap<Peek, Claim>, signal: AbortSignal): AsyncIterable<EmbeddedFile>
  /** Why the sources are not one export, in a sentence; by default they always may be. */
  mixed?(survey: Survey, claims: ReadonlyMap<Peek, Claim>): string | null
  /** Whether a file that `claim` does not know is media that records may name; by default what `looksLikeMedia` says. */
  isMedia?(name: string): boolean
}
