// Owns findings: what was found where, in a sentence that a clerk can read. The list of kinds stands in finding-kinds.ts.
import { type ArchiveEffect, KINDS, type Kind } from './finding-kinds.ts'

/** The kinds of finding; each has one number (`A103`) for the docs and the reconciliation. */
export type ArchiveCode = keyof typeof KINDS

/** One thing found wrong. `part` is the position in the sources; `member` is null where the whole package is meant. */
export interface ArchiveFinding {
  readonly code: ArchiveCode
  readonly number: string
  readonly effect: ArchiveEffect
  readonly part: number
  readonly member: string | null
  readonly sentence: string
}

/** Where a finding was made. */
interface FindingPlace {
  readonly part: number
  readonly partName: string
  readonly member?: string
}

/** A finding with its number, effect and a sentence that a clerk can read; `detail` completes the sentence. */
export function archiveFinding(code: ArchiveCode, place: FindingPlace, detail = ''): ArchiveFinding {
  const kind: Kind = KINDS[code]
  const { part, partName, member = null } = place
  const subject = member === null ? `“${shown(partName)}”` : `“${shown(member)}” in “${shown(partName)}”`
  return { code, number: kind.number, effect: kind.effect, part, member, sentence: `${subject} ${kind.says(detail)}` }
}

/** A name fit for a sentence: what cannot be seen is written out as its code point, what is too long is shortened. */
export function shown(name: string): string {
  const visible = name.replace(
    UNSEEN,
    (c) => `[U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
  )
  return visible.length > 200 ? `${visible.slice(0, 120)}…${visible.slice(-60)}` : visible
}

/** Control characters, and the marks that reorder what follows them (right-to-left overrides and isolates). */
export const UNSEEN = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu
