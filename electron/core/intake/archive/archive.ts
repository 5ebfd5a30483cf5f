// Owns the words of the archive reader: sources, policy, parts, members, the error of one member.
import type { ArchiveFinding } from './finding.ts'

/** A `.zip` file, a folder or a lone file on disk. `depth` is 1 for an archive taken out of another one, 2 for one inside that … */
export interface PackageSource {
  readonly path: string
  readonly name: string
  readonly depth?: number
  /** The member of another source (by its place in the set) that this archive was taken out of. */
  readonly inside?: { readonly part: number; readonly name: string }
  /** Members whose bytes are not in the package any more: they are listed and never read. */
  readonly leftOut?: readonly AbsentMember[]
}

/** A member that was left out. `position` is its place in a ZIP's own list; of a folder only the name counts. */
export interface AbsentMember {
  readonly position: number
  readonly name: string
  readonly size: number
}

/** Limits against bombs. Members and total count over the whole set; a ratio is judged only above its floor. */
export interface ArchivePolicy {
  readonly maxMembers: number
  readonly maxMemberBytes: number
  readonly maxTotalBytes: number
  readonly maxRatio: number
  readonly ratioFloorBytes: number
  readonly maxNesting: number
}

/** Suits sets of X parts (50 GiB each): deflate reaches 1,032 times at most, tweet JSON about 20. */
export const DEFAULT_POLICY: ArchivePolicy = {
  maxMembers: 1_000_000,
  maxMemberBytes: 64 * 2 ** 30,
  maxTotalBytes: 4 * 2 ** 40,
  maxRatio: 200,
  ratioFloorBytes: 64 * 2 ** 20,
  maxNesting: 1,
}

/** One source of the set; `refused` says why nothing of it is read. */
export interface ArchivePart {
  readonly name: string
  readonly path: string
  /** Bytes of the file; of a folder, the sum of its files. */
  readonly size: number
  readonly kind: 'zip' | 'folder' | 'file'
  readonly refused: ArchiveFinding | null
}

/** ms since 1970 UTC; where the zone is unknown (a ZIP's plain dates) the local time read as if it were UTC. */
export interface FileTime {
  readonly at: number
  readonly zone: 'UTC' | 'unknown'
}

/** One file in a part. A stored member can be read in place: `size` bytes of `path` from `dataOffset`. */
export interface Member {
  readonly part: number
  /** Position in the part's list of files. */
  readonly index: number
  /** With `/`; as the package gives it otherwise. */
  readonly name: string
  /** The name's bytes where `name` is a reading of them and not their UTF-8 text. */
  readonly rawName: Buffer | null
  /** The file on disk that holds the bytes: the ZIP, or the file in a folder. */
  readonly path: string
  readonly size: number
  readonly compressedSize: number
  /** `unknown` only where the member is blocked. */
  readonly method: 'stored' | 'deflated' | 'unknown'
  /** As the ZIP states it; null for a file in a folder. */
  readonly crc32: number | null
  readonly headerOffset: number
  /** -1 where the member's own header is missing (it is then blocked). */
  readonly dataOffset: number
  /** When the file was last changed, as the folder or archive says; null or absent where it does not. */
  readonly changed?: FileTime | null
  /** Null: read freely. Otherwise blocked or held: the gravest of what was found about it. */
  readonly finding: ArchiveFinding | null
}

/** `asked` also opens held members: somebody wants that one in spite of its name or kind. Blocked ones stay shut. */
export type MemberAccess = 'vetted' | 'asked'

/** Packages opened together as one tree. */
export interface ArchiveSet {
  readonly parts: readonly ArchivePart[]
  /** Every file of every part that was not refused, in the order of the parts and their lists. */
  readonly members: readonly Member[]
  /** All findings at opening. What reading finds is thrown as a MemberError. */
  readonly findings: readonly ArchiveFinding[]
  /**
   * The member's content in chunks that are never reused. Throws MemberError where the member is quarantined or turns out to be
   * damaged, which may be after the last chunk: commit nothing before the loop ends. Throws the signal's reason when aborted.
   * Leaving the loop early closes everything.
   */
  read(member: Member, signal: AbortSignal, access?: MemberAccess): AsyncGenerator<Buffer, void, undefined>
  /** Closes the files. Reading afterwards throws. */
  close(): Promise<void>
}

/** One member could not be read; the others can. */
export class MemberError extends Error {
  readonly finding: ArchiveFinding
  constructor(finding: ArchiveFinding) {
    super(finding.sentence)
    this.name = 'MemberError'
    this.finding = finding
  }
}
