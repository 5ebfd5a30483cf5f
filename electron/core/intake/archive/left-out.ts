// Owns members that were left out when a package was received: still listed, so that nothing looks missing, and never read.
import type { ArchivePart, PackageSource } from './archive.ts'
import { type ArchiveFinding, archiveFinding } from './finding.ts'
import type { OpenMember, PartPlace } from './member-list.ts'

/** Marks a ZIP's members by their place, and adds those of a folder, which are not in it. Findings about their bytes go. */
export function leaveOut(
  members: OpenMember[],
  findings: ArchiveFinding[],
  { leftOut = [], path }: PackageSource,
  { part, partName }: PartPlace,
  kind: ArchivePart['kind'],
): void {
  if (leftOut.length === 0) return
  const byPlace = new Map(members.map((member) => [member.index, member]))
  const last = members.reduce((highest, { index }) => Math.max(highest, index), -1)
  for (const [nth, { position, name, size }] of leftOut.entries()) {
    const finding = archiveFinding('left-out', { part, partName, member: name })
    const known = kind === 'zip' ? byPlace.get(position) : undefined
    if (known !== undefined) {
      known.finding = finding
      continue
    }
    members.push({
      part,
      index: last + 1 + nth,
      name,
      rawName: null,
      path,
      size,
      compressedSize: 0,
      method: 'stored',
      crc32: null,
      headerOffset: 0,
      dataOffset: 0,
      finding,
    })
  }
  const gone = new Set(leftOut.map(({ name }) => name))
  const kept = findings.filter(({ member }) => member === null || !gone.has(member))
  findings.splice(0, findings.length, ...kept)
}
