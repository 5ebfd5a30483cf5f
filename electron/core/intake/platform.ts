// What a platform's folder offers; adding a platform touches no other file.
import type { Recognition } from '../../../shared/contract/intake.ts'
import type { FileGroup } from '../../../shared/domain/intake/file-group.ts'
import type { ProducedItems } from '../../../shared/domain/intake/produced.ts'
import type { RecordKind } from '../../../shared/domain/record/record.ts'
import type { TextOrigin } from '../../../shared/domain/record/text-origin.ts'
import type { ArchiveSet, Member } from './archive/archive.ts'
import type { ImportFinding } from './checkpoint.ts'
import type { ReadItem } from './draft.ts'

/** An export as opened: its set of parts, and its members by path below the common leading folders. */
export interface ExportTree {
  readonly set: ArchiveSet
  readonly byName: ReadonlyMap<string, Member>
  readonly nameOf: (member: Member) => string
  /** Archives that are members and were opened: what they hold stands in the tree as parts of its own. */
  readonly opened: ReadonlySet<Member>
  /** The archive that a member lies in, where that is a member itself. */
  readonly outerOf: (member: Member) => Member | null
}

/** How one file of the export will be treated. */
export interface FilePlan {
  readonly member: Member
  readonly name: string
  readonly type: string
  readonly claimed: number | null
  /** `records` is read item by item; the others are named in the reconciliation with `note`. */
  readonly use: 'records' | 'unread' | 'unknown'
  readonly note: string | null
  /** What the clerk may leave out together with others of its kind. */
  readonly group?: FileGroup
}

export interface ExportPlan {
  readonly layout: string
  readonly ownerHandle: string | null
  readonly ownerNativeId: string | null
  readonly generatedAt: number | null
  /** In reading order. */
  readonly files: readonly FilePlan[]
  /** Types that the export declares and that have no file in it, with how many they claim. */
  readonly absent: readonly { readonly type: string; readonly file: string; readonly claimed: number | null }[]
  /** Folders that hold media, relative. */
  readonly mediaFolders: readonly string[]
  /** Members that are media wherever they lie, by relative name. */
  readonly mediaNames?: ReadonlySet<string>
  readonly findings: readonly { readonly code: string; readonly file: string | null; readonly sentence: string }[]
  /** Who produced the items, and how they were searched for, where they come from a personal account. */
  readonly produced?: ProducedItems
}

/** Reads files one after another; keeps what it must know between them. */
export interface ExportReader {
  /**
   * Reads a file's items in order, in groups.
   * @throws MemberError when the file cannot be read to its end; what was yielded before stands
   */
  read(file: FilePlan, signal: AbortSignal): AsyncIterable<readonly ReadItem[]>
  /** What was found about files as a whole since the last call. */
  findings(): readonly ImportFinding[]
  /** After the last file, or when the import ends early. */
  close(): Promise<void>
}

/** A file inside a file. */
export interface EmbeddedFile {
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array>
}

/** An item by its number on the platform. `kinds`: what it can be; an address of a video is none of a comment below it. */
export interface ItemAt {
  readonly id: string
  readonly kinds: readonly RecordKind[]
}

export interface Platform {
  readonly name: string
  /** Name and version of the parser, kept with each accession. */
  readonly parser: string
  readonly title: string
  /** How texts come about from their sources: `verify` compares them by it. Left out where nothing can be compared. */
  readonly texts?: TextOrigin
  /** What the platform never puts into an export, in sentences: said in each reconciliation (formats.md §0.10). */
  readonly neverExported: readonly string[]
  /** True where a package is only a piece of the account: nothing is gone because it is not in it. */
  readonly excerpt?: boolean
  /** Groups of files that are no records of the account: left out where the clerk does not say otherwise. */
  readonly leaveOut?: readonly FileGroup[]
  /** Which item an address on the web shows, by the number that exports write; null where the address alone does not say. */
  itemAt?(address: URL): ItemAt | null
  /** Looks at the structure, never at file names or language alone; null when it is not this platform's. */
  recognise(tree: ExportTree, signal: AbortSignal): Promise<Recognition | null>
  /** Why the sources are not one export, in a sentence that says what to do; null where they may be. */
  mixed(tree: ExportTree, signal: AbortSignal): Promise<string | null>
  plan(tree: ExportTree, signal: AbortSignal): Promise<ExportPlan>
  /** Media that lie inside files of the export and that records name by `digest`; null for an export of files alone. */
  embedded?(tree: ExportTree, plan: ExportPlan, signal: AbortSignal): AsyncIterable<EmbeddedFile>
  /** @param folder a place for what does not fit into memory; emptied when the import ends */
  open(tree: ExportTree, plan: ExportPlan, folder: string, signal: AbortSignal): Promise<ExportReader>
}
