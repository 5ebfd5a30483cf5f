// What a platform's reader makes of one item of an export, before anything is stored.
import type { Link, MediaRole, RecordKind, RecordState } from '../../../shared/domain/record/record.ts'
import type { Precision } from '../../../shared/domain/time.ts'

/** A photo or file that a post names: looked up among the export's members by any of `names`, in order. */
export interface MediaDraft {
  readonly role: MediaRole
  readonly names: readonly string[]
  readonly directory: string
  readonly alt: string | null
  /** Where the file lies inside another one (a picture in a web archive), the SHA-256 of its bytes: see `Platform.embedded`. */
  readonly digest?: Uint8Array | null
}

/** Bytes that a record was read from besides its own item: a note's whole text. */
export interface JoinedItem {
  readonly member: number
  readonly position: number
  readonly start: number
  readonly bytes: Uint8Array
  readonly role: 'note'
}

/** A record as read. `content` holds the platform's declared content fields: its digest is the version's (design §4). */
export interface RecordDraft {
  readonly kind: RecordKind
  readonly nativeId: string
  /**
   * How it is told apart (design §4): `id`, by default, is the platform's own; `key` is made of the source's time and more, content breaks ties;
   * `local` is such a key of a time without zone: a record of the same words, at the same moment in some zone, is the same one;
   * `hand` was written down by a person: a record of the same words, as near in time as the person could tell, is the same one;
   * `hand-id` too, with the platform's own number.
   */
  readonly identity?: 'id' | 'key' | 'local' | 'hand' | 'hand-id'
  /** What stands in the key before the moment; null or left out where there is no such key. Older vaults have the source's writing after it. */
  readonly stem?: string | null
  /**
   * That another file may say the same in another form, under another name. `moment`: nothing else of its kind has its moment (a reaction);
   * `words`: the same words of the same sender, at the same millisecond, among the same people (a message).
   */
  readonly twin?: 'moment' | 'words' | null
  /**
   * Given where the platform writes its records in several forms, of which `feed` says least: the same words in another form are no version.
   * `earlier`: a wording before that of now, of which the platform keeps the words alone; it is compared with every version.
   */
  readonly form?: 'earlier' | 'feed' | 'partial' | 'full'
  readonly at: number | null
  readonly atSource: string | null
  readonly precision: Precision
  readonly sourceZone: string | null
  readonly author: string
  readonly conversation: string | null
  readonly parentNativeId: string | null
  readonly state: RecordState
  readonly deletedAt: number | null
  readonly text: string
  readonly links: readonly Link[]
  readonly details: Readonly<Record<string, unknown>>
  readonly content: unknown
  readonly measures: readonly (readonly [name: string, value: number])[]
  readonly media: readonly MediaDraft[]
  readonly joined: readonly JoinedItem[]
}

/** What became of one item. */
export type Outcome =
  | { readonly type: 'record'; readonly draft: RecordDraft }
  /** Understood, and not a record of its own: said with a reason. */
  | { readonly type: 'passed-over'; readonly reason: string }
  /** Joined to another record, which carries it. */
  | { readonly type: 'joined' }
  /** Could not be understood: its bytes stay in the package, its place goes into the findings. */
  | { readonly type: 'failed'; readonly code: string; readonly sentence: string }

/** One item of a file: where it stands, its bytes, what it is. */
export interface ReadItem {
  readonly position: number
  readonly pointer: string | null
  readonly start: number
  readonly bytes: Uint8Array
  readonly outcome: Outcome
  /** Whether it stands inside another item: the export's own count is of the outer ones. */
  readonly nested: boolean
}
