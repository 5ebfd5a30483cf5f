// An export as a tree of names, below the folders that somebody may have packed around it.
import type { Member, PackageSource } from './archive/archive.ts'
import { DEFAULT_POLICY } from './archive/archive.ts'
import { openArchiveSet } from './archive/open-archive.ts'
import { relativeNames } from './archive/relative-names.ts'
import type { ExportTree } from './platform.ts'

/** Opens packages as one tree; close its set afterwards. Of two members with one name the first is found by name. */
export async function openTree(sources: readonly PackageSource[], signal: AbortSignal): Promise<ExportTree> {
  const set = await openArchiveSet(sources, DEFAULT_POLICY, signal)
  const { names } = relativeNames(set.members)
  const byName = new Map<string, Member>()
  const nameOfMember = new Map<Member, string>()
  for (const [place, member] of set.members.entries()) {
    const name = names[place] ?? member.name
    nameOfMember.set(member, name)
    if (!byName.has(name)) byName.set(name, member)
  }
  const outers = sources.map(({ inside }) =>
    inside === undefined
      ? null
      : (set.members.find(({ part, name }) => part === inside.part && name === inside.name) ?? null),
  )
  return {
    set,
    byName,
    nameOf: (member) => nameOfMember.get(member) ?? member.name,
    opened: new Set(outers.filter((outer) => outer !== null)),
    outerOf: (member) => outers[member.part] ?? null,
  }
}
