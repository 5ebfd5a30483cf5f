// Reading every item of an export to count it: by kind, by what the vault holds of it.
import { hash } from 'node:crypto'
import type { AccountId } from '../../../shared/domain/id.ts'
import type { RecordKind } from '../../../shared/domain/record/record.ts'
import { canonicalJson } from '../vault/canonical.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { seenBefore } from '../vault/record/seen.ts'
import { MemberError } from './archive/archive.ts'
import type { RecordDraft } from './draft.ts'
import { identities } from './identity.ts'
import type { ExportPlan, ExportReader } from './platform.ts'

export interface Counted {
  readonly kinds: { kind: RecordKind; count: number }[]
  readonly period: { from: number; to: number } | null
  /** Items, and files from some place on, that could not be read. */
  readonly failed: number
  readonly compared: { new: number; changed: number; same: number } | null
}

/** Any accession is earlier than this one, which will never be. */
const NEXT_ACCESSION = Number.MAX_SAFE_INTEGER

/** Reads the files of the plan in order; the reader is closed however that goes. Throws the signal's reason. */
export async function countItems(
  db: Driver,
  account: AccountId | null,
  plan: ExportPlan,
  reader: ExportReader,
  signal: AbortSignal,
): Promise<Counted> {
  const kinds = new Map<RecordKind, number>()
  const seen = new Set<string>()
  const compared = { new: 0, changed: 0, same: 0 }
  const identity = account === null ? null : identities(db, account, NEXT_ACCESSION)
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  let failed = 0

  const count = (draft: RecordDraft) => {
    const digest = hash('sha256', canonicalJson(draft.content), 'buffer')
    const settled = identity?.settle(draft, digest) ?? {
      kind: draft.kind,
      nativeId: draft.nativeId,
      contentDigest: digest,
    }
    const key = `${settled.kind} ${settled.nativeId}`
    if (seen.has(key)) return
    seen.add(key)
    kinds.set(draft.kind, (kinds.get(draft.kind) ?? 0) + 1)
    if (draft.at !== null) {
      from = Math.min(from, draft.at)
      to = Math.max(to, draft.at)
    }
    if (account === null) return
    compared[seenBefore(db, account, settled, settled.contentDigest)] += 1
  }

  try {
    for (const file of plan.files) {
      if (file.use !== 'records') continue
      // Nothing is ever committed here: what was settled before stays in mind.
      identity?.beginFile()
      try {
        for await (const group of reader.read(file, signal)) {
          signal.throwIfAborted()
          for (const { outcome } of group) {
            if (outcome.type === 'record') count(outcome.draft)
            if (outcome.type === 'failed') failed += 1
          }
        }
      } catch (error) {
        if (!(error instanceof MemberError)) throw error
        failed += 1
      }
      reader.findings()
    }
  } finally {
    await reader.close()
  }
  return {
    kinds: [...kinds].map(([kind, number]) => ({ kind, count: number })).sort((one, other) => other.count - one.count),
    period: from <= to ? { from, to } : null,
    failed,
    compared: account === null ? null : compared,
  }
}
