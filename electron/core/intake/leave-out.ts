// Which members of an export are left out of an import, by the groups that the clerk or the platform names.
import { createHash } from 'node:crypto'
import { FILE_GROUP_WORDS, type FileGroup, USUALLY_LEFT_OUT } from '../../../shared/domain/intake/file-group.ts'
import { type Member, MemberError } from './archive/archive.ts'
import type { LaidSource } from './lay-out.ts'
import { isMediaName } from './media-name.ts'
import type { ExportPlan, ExportTree, Platform } from './platform.ts'

/** What the platform leaves out where nobody says otherwise. */
export function usuallyLeftOut(platform: Platform): readonly FileGroup[] {
  return platform.leaveOut ?? USUALLY_LEFT_OUT
}

/** The group of every member that was not opened as an archive. A file that feeds records is theirs unless its platform says otherwise. */
export function groupsOf(tree: ExportTree, plan: ExportPlan): ReadonlyMap<Member, FileGroup> {
  const groups = new Map<Member, FileGroup>()
  for (const { member, group, use } of plan.files)
    groups.set(member, group ?? (use === 'records' ? 'records' : 'other'))
  const byName = new Map<string, FileGroup>()
  for (const [member, group] of groups) byName.set(key(tree.nameOf(member)), group)
  for (const member of tree.set.members) {
    if (groups.has(member) || tree.opened.has(member)) continue
    const name = tree.nameOf(member)
    // A second copy goes where the first goes, or its bytes would stay.
    const twin = byName.get(key(name))
    groups.set(member, twin ?? (isMediaName(plan, name) ? 'media' : 'other'))
  }
  return groups
}

/** A member that is left out, as it is written down. */
export interface LeftOut {
  readonly member: Member
  readonly kind: FileGroup | 'opened'
  readonly digest: Uint8Array | null
  readonly reason: string
}

/**
 * The members of the given groups, with their digests; archives too that hold any of them, or that lie in a folder: what they hold is taken
 * in as packages of their own.
 */
export async function membersToLeave(
  tree: ExportTree,
  plan: ExportPlan,
  wanted: readonly FileGroup[],
  formOf: (part: number) => LaidSource['form'],
  signal: AbortSignal,
): Promise<LeftOut[]> {
  const chosen = new Set<string>(wanted)
  const left: LeftOut[] = []
  const holding = new Set<Member>()
  for (const [member, group] of groupsOf(tree, plan)) {
    // A lone file is all that was received.
    if (!chosen.has(group) || formOf(member.part) === 'file') continue
    const outer = tree.outerOf(member)
    if (outer !== null) holding.add(outer)
    const reason = `${FILE_GROUP_WORDS[group]}: left out at the import, as chosen.`
    left.push({ member, kind: group, digest: await digestOf(tree, member, signal), reason })
  }
  for (const member of tree.opened) {
    if (!holding.has(member) && formOf(member.part) === 'zip') continue
    const reason = 'An archive inside this one. It was opened and taken in as a package of its own.'
    left.push({ member, kind: 'opened', digest: await digestOf(tree, member, signal), reason })
  }
  return left
}

/** Null where the member cannot be read to its end. */
async function digestOf(tree: ExportTree, member: Member, signal: AbortSignal): Promise<Uint8Array | null> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of tree.set.read(member, signal, 'asked')) hash.update(chunk)
    return hash.digest()
  } catch (error) {
    if (error instanceof MemberError) return null
    throw error
  }
}

/** As a disk sees a name that ignores capitals and the composition of letters. */
function key(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase()
}
