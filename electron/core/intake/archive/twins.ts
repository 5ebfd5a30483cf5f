// Owns names that meet: the same, or the same to a disk that ignores capitals or the encoding of accents.
import type { ArchiveCode, ArchiveFinding } from './finding.ts'
import { type OpenMember, report } from './member-list.ts'

/** Gives a member's CRC-32, null where it cannot be told. */
type Checksum = (member: OpenMember) => Promise<number | null>

/**
 * Judges members that nothing else is held against. Same bytes: the first is read, later ones are held as copies. Different bytes in one part: all are
 * held, because programs disagree on which is meant. Different bytes in different parts: both are read, and noted.
 */
export async function judgeTwins(
  members: readonly OpenMember[],
  partNames: readonly string[],
  findings: ArchiveFinding[],
  checksum: Checksum,
): Promise<void> {
  const first = new Map<string, OpenMember>()
  const groups = new Map<OpenMember, OpenMember[]>()
  for (const member of members) {
    if (member.finding !== null) continue
    const key = foldName(member.name)
    const known = first.get(key)
    if (known === undefined) {
      first.set(key, member)
      continue
    }
    const group = groups.get(known)
    if (group === undefined) groups.set(known, [known, member])
    else group.push(member)
  }
  for (const group of groups.values()) {
    const distinct = await setCopiesAside(group, partNames, findings, checksum)
    judgeDistinct(distinct, partNames, findings)
  }
}

/** A name as a disk sees it that ignores case and the composition of letters (NTFS, APFS). */
function foldName(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase()
}

async function setCopiesAside(
  group: readonly OpenMember[],
  partNames: readonly string[],
  findings: ArchiveFinding[],
  checksum: Checksum,
): Promise<OpenMember[]> {
  const byContent = new Map<string, OpenMember>()
  const ofSize = Map.groupBy(group, (member) => member.size)
  for (const [nth, member] of group.entries()) {
    const alone = ofSize.get(member.size)?.length === 1
    const sum = alone ? null : await checksum(member)
    const content = `${member.size}:${sum ?? `unknown ${nth}`}`
    const original = byContent.get(content)
    if (original === undefined) byContent.set(content, member)
    else report(member, partNames[member.part] ?? '', findings, 'duplicate-copy', original.name)
  }
  return [...byContent.values()]
}

function judgeDistinct(
  distinct: readonly OpenMember[],
  partNames: readonly string[],
  findings: ArchiveFinding[],
): void {
  const [original] = distinct
  for (const members of Map.groupBy(distinct, (member) => member.part).values()) {
    const [one, two] = members
    if (one === undefined || original === undefined) continue
    for (const member of two === undefined ? [] : members) {
      const other = member === one ? two : one
      if (other !== undefined)
        report(member, partNames[member.part] ?? '', findings, relation(member.name, other.name), other.name)
    }
    if (two === undefined && one !== original) {
      report(one, partNames[one.part] ?? '', findings, 'different-in-parts', partNames[original.part] ?? '')
    }
  }
}

function relation(name: string, other: string): ArchiveCode {
  if (name === other) return 'duplicate-name'
  return name.normalize('NFC') === other.normalize('NFC') ? 'unicode-twin' : 'case-twin'
}
