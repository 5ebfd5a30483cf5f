// What was decided of a record, as it is decided of another that says and shows the same.

import { occurrencesOf } from '../../text/occurrences.ts'
import type { Digest } from '../id.ts'
import type { RecordDetail } from '../record/record.ts'
import { textsOf } from '../record/record-texts.ts'
import type { Redaction, ReviewDecision, ReviewDraft } from '../review/review.ts'

type Version = RecordDetail['versions'][number]

/** What a reviewer sees of a version: its words, links, pictures and files. */
function keyOf({ text, links, media }: Version): string {
  const files = media.map(({ role, digest, name, alt }) => [role, digest ?? name, alt])
  return JSON.stringify([text, links.map(({ shown, target }) => [shown, target]), files])
}

/**
 * The decision for another record, its redactions at the same words of it.
 * @returns null where the other says or shows anything, also earlier, that was not before the reviewer
 */
export function decisionAlike(
  record: RecordDetail,
  other: RecordDetail,
  { outcome, grounds, redactions, reason, read }: ReviewDecision,
): ReviewDraft | null {
  const newest = record.versions.at(-1)
  const twin = other.versions.at(-1)
  if (newest === undefined || twin === undefined || record.kind !== other.kind) return null
  const known = new Map(record.versions.map((version) => [keyOf(version), version.digest]))
  if (keyOf(newest) !== keyOf(twin) || !other.versions.every((version) => known.has(keyOf(version)))) return null
  const digests = new Map<Digest, Digest[]>()
  for (const version of other.versions) {
    const of = known.get(keyOf(version))
    if (of !== undefined) digests.set(of, [...(digests.get(of) ?? []), version.digest])
  }
  const moved = redactions.flatMap((one) => at(one, other, digests))
  if (outcome === 'redact' && moved.length === 0) return null
  return { outcome, grounds, redactions: moved, reason, ...(read === undefined ? {} : { read }) }
}

function at(one: Redaction, other: RecordDetail, digests: ReadonlyMap<Digest, readonly Digest[]>): Redaction[] {
  if (one.field === 'text') return (digests.get(one.version) ?? []).map((version) => ({ ...one, version }))
  if (one.field === 'words')
    return textsOf(other).some((text) => occurrencesOf(one.words, text).length > 0) ? [one] : []
  return [one]
}
