// The files of an export by what can be left out together, and by the platform's own types.
import { FileGroup } from '../../../shared/domain/intake/file-group.ts'
import { groupsOf } from './leave-out.ts'
import type { ExportPlan, ExportTree } from './platform.ts'

const MOST_EXAMPLES = 4

interface GroupOfFiles {
  group: FileGroup
  files: number
  bytes: number
  examples: string[]
  leftOut: boolean
}

/**
 * The groups that are not empty, in their usual order.
 * @param whole parts of which nothing can be left out
 */
export function groupsIn(
  tree: ExportTree,
  plan: ExportPlan,
  leaves: ReadonlySet<FileGroup>,
  whole: ReadonlySet<number>,
): GroupOfFiles[] {
  const groups = new Map<FileGroup, GroupOfFiles>()
  for (const [member, group] of groupsOf(tree, plan)) {
    if (whole.has(member.part)) continue
    const known = groups.get(group) ?? { group, files: 0, bytes: 0, examples: [], leftOut: leaves.has(group) }
    groups.set(group, known)
    known.files += 1
    known.bytes += member.size
    const name = tree.nameOf(member)
    if (known.examples.length < MOST_EXAMPLES) known.examples.push(name.slice(name.lastIndexOf('/') + 1))
  }
  return FileGroup.options.flatMap((group) => groups.get(group) ?? [])
}

/** Files that hold records, by type, in reading order. */
export function typesIn({ files }: ExportPlan): { type: string; files: number; claimed: number | null }[] {
  const types = new Map<string, { type: string; files: number; claimed: number | null }>()
  for (const { type, use, claimed } of files) {
    if (use !== 'records') continue
    const known = types.get(type) ?? { type, files: 0, claimed: null }
    types.set(type, known)
    known.files += 1
    if (claimed !== null) known.claimed = (known.claimed ?? 0) + claimed
  }
  return [...types.values()]
}
