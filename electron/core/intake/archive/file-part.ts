// Owns opening one lone file as a part: a tree with that one member.
import type { ArchivePolicy, PackageSource } from './archive.ts'
import type { ArchiveFinding } from './finding.ts'
import { type OpenMember, type PartPlace, report } from './member-list.ts'
import { judgeName } from './name.ts'
import { judgeSize } from './size.ts'
import type { OpenedPart } from './zip-part.ts'

/** The one member is named as the file is. */
export function openFilePart(
  source: PackageSource,
  about: { readonly size: number; readonly mtimeMs: number },
  place: PartPlace,
  policy: ArchivePolicy,
): OpenedPart {
  const { size } = about
  const findings: ArchiveFinding[] = []
  const member: OpenMember = {
    part: place.part,
    index: 0,
    name: source.name,
    rawName: null,
    path: source.path,
    size,
    compressedSize: size,
    method: 'stored',
    crc32: null,
    headerOffset: 0,
    dataOffset: 0,
    changed: { at: Math.floor(about.mtimeMs), zone: 'UTC' },
    finding: null,
  }
  for (const [code, detail] of judgeName(member.name)) report(member, place.partName, findings, code, detail)
  judgeSize(member, place.partName, policy, findings)
  return { members: [member], findings }
}
