// Owns members and findings while a set is being opened: a member keeps the gravest thing found about it.
import type { Member } from './archive.ts'
import { type ArchiveCode, type ArchiveFinding, archiveFinding } from './finding.ts'

/** A member whose finding is not settled yet. */
export type OpenMember = { -readonly [K in keyof Member]: Member[K] }

/** What a part looks like while it is opened. */
export interface PartPlace {
  readonly part: number
  readonly partName: string
}

/** Adds a finding about one member to the list, and quarantines the member where the finding's effect is to do so. */
export function report(member: OpenMember, partName: string, found: ArchiveFinding[], code: ArchiveCode, detail = '') {
  const finding = archiveFinding(code, { part: member.part, partName, member: member.name }, detail)
  found.push(finding)
  if (finding.effect === 'noted') return
  if (member.finding === null || (member.finding.effect === 'held' && finding.effect === 'blocked')) {
    member.finding = finding
  }
}

/** Thrown inside this folder only: the part is refused. */
export class PartRefused extends Error {
  readonly code: ArchiveCode
  readonly detail: string
  constructor(code: ArchiveCode, detail = '') {
    super(code)
    this.code = code
    this.detail = detail
  }
}
