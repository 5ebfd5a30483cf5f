// Drafts of the log: records that an export says were deleted, that a later export of the same kind no longer holds, or that captures no longer show.
import type { RemovedDraft } from '../../../../shared/contract/removed.ts'
import { CaptureId, RecordId } from '../../../../shared/domain/id.ts'
import type { RemovalClue } from '../../../../shared/domain/office/removal.ts'
import { Instant } from '../../../../shared/domain/time.ts'
import { momentOf } from '../../../../shared/domain/written-moment.ts'
import { standIn } from '../../../../shared/text/stand-in.ts'
import { readVaultFile } from '../../vault/about.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { recordRows } from '../../vault/record/read.ts'
import { type GoneRecord, goneRecords } from '../../vault/repository/record/removed-record.ts'

const EXCERPT = 200

/**
 * Drafts, newest first.
 * @param before only of records before this one; null for the newest
 * @returns at most `limit`, and whether there are more
 */
export function removedDraftsFrom(
  db: Driver,
  folder: string,
  before: RecordId | null,
  limit: number,
): { drafts: RemovedDraft[]; more: boolean } {
  const { zone } = readVaultFile(folder)
  const gone = goneRecords(db, before ?? Number.MAX_SAFE_INTEGER, limit + 1)
  const rows = new Map(
    recordRows(
      db,
      gone.map(({ id }) => id),
    ).map((row) => [row.id, row]),
  )
  const drafts = gone.slice(0, limit).flatMap((one): RemovedDraft[] => {
    const row = rows.get(RecordId.parse(one.id))
    if (row === undefined) return []
    const { account, kind, author } = row
    const posted = row.at === null ? null : momentOf(Instant.parse(row.at), zone)
    const words = standIn(row) ?? row.text.slice(0, EXCERPT)
    return [{ record: row.id, account, kind, author, words, posted, ...spanOf(one, zone) }]
  })
  return { drafts, more: gone.length > limit }
}

/** When it went: at the moment that the export names, between two captures, or between the last export that holds it and the first that does not. */
function spanOf(gone: GoneRecord, zone: string) {
  const { saidDeleted, deletedAt, lastShown, firstGone, change, notBefore, notAfter, shownIn, shownAgain } = gone
  const told = (at: number | null) => (at === null ? null : momentOf(Instant.parse(at), zone))
  const seen = {
    why: clueOf(saidDeleted === 1, change),
    shownIn: shownIn === null ? null : CaptureId.parse(shownIn),
    shownAgain: told(shownAgain),
  }
  if (deletedAt !== null) return { ...seen, shownUntil: null, removed: told(deletedAt) }
  if (change !== null) return { ...seen, shownUntil: told(notBefore), removed: told(notAfter) }
  if (saidDeleted === 1) return { ...seen, shownUntil: null, removed: null }
  return { ...seen, shownUntil: told(lastShown), removed: told(firstGone) }
}

function clueOf(saidDeleted: boolean, change: GoneRecord['change']): RemovalClue {
  if (saidDeleted) return 'said-deleted'
  if (change === null) return 'not-in-later'
  return change === 'gone' ? 'not-in-capture' : 'hidden-in-capture'
}
