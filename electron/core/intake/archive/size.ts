// Owns the limits on one member's size. A member never yields more than the size judged here, so that its real ratio is bounded too.
import type { ArchivePolicy } from './archive.ts'
import type { ArchiveFinding } from './finding.ts'
import { type OpenMember, report } from './member-list.ts'

/** Blocks a member that states impossible sizes, or more than the policy allows. */
export function judgeSize(
  member: OpenMember,
  partName: string,
  policy: ArchivePolicy,
  findings: ArchiveFinding[],
): void {
  const { size, compressedSize, method } = member
  if (method === 'stored' && size !== compressedSize) {
    report(member, partName, findings, 'size-mismatch', `${size} bytes stated, ${compressedSize} stored`)
  }
  if (size > policy.maxMemberBytes) report(member, partName, findings, 'member-too-large', String(size))
  const ratio = size / Math.max(1, compressedSize)
  if (size > policy.ratioFloorBytes && ratio > policy.maxRatio) {
    report(member, partName, findings, 'ratio-bomb', String(Math.round(ratio)))
  }
}
