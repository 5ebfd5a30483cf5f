// The files of an export with their numbers in the vault, and which of them are media.
import type { Member } from './archive/archive.ts'
import type { OpenedExport } from './begin.ts'
import { isMediaName } from './media-name.ts'

/** An export's files, each with its number in the vault. */
export type NumberedExport = Pick<OpenedExport, 'plan' | 'tree'> & {
  readonly members: readonly { readonly member: Member; readonly number: number }[]
}

/** The files of an import that was begun. */
export function numberedExport({ plan, tree, members, checkpoint }: OpenedExport): NumberedExport {
  return { plan, tree, members: members.map((member, place) => ({ member, number: checkpoint.firstMember + place })) }
}

/** Whether a member lies in one of the plan's media folders and may be read. */
export function isMedia(opened: Pick<OpenedExport, 'plan' | 'tree'>, member: Member): boolean {
  if (member.finding !== null) return false
  return isMediaName(opened.plan, opened.tree.nameOf(member))
}
