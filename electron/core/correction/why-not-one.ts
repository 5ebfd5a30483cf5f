// Whether two records may become one, and which of them is kept.
import { MunimentError } from '../../../shared/contract/error.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { HAND_MADE } from '../vault/record/candidates.ts'
import { type RecordColumns, recordColumns } from '../vault/record/merge-document.ts'
import { isPacketUnderWay, isSettled, releasedVersions } from '../vault/repository/intake/merge.ts'
import { isLocked } from '../vault/repository/record/lock.ts'
import { standingRestriction } from '../vault/repository/record/restriction.ts'

/**
 * The two records of a merge: what the platform numbers is kept rather than an entry by hand, what was released rather than what was not,
 * and else what was received first.
 * @throws MunimentError RECORD_UNKNOWN, CORRECTION_REFUSED
 */
export function pairOf(db: Driver, one: number, other: number): { kept: RecordColumns; absorbed: RecordColumns } {
  const both = [known(db, one), known(db, other)].sort(
    (a, b) =>
      Number(isHandMade(a)) - Number(isHandMade(b)) ||
      releasedVersions(db, b.id).length - releasedVersions(db, a.id).length ||
      a.accession_id - b.accession_id ||
      a.id - b.id,
  )
  const [kept, absorbed] = both
  if (kept === undefined || absorbed === undefined || one === other) {
    throw refused('A record cannot be merged with itself.')
  }
  const why = whyNotOne(db, kept, absorbed)
  if (why !== null) throw refused(`${why} Nothing was changed.`)
  return { kept, absorbed }
}

/** The refusal of a correction, in a sentence that says what stands against it. */
export function refused(sentence: string): MunimentError {
  return new MunimentError('CORRECTION_REFUSED', sentence)
}

function known(db: Driver, id: number): RecordColumns {
  const row = recordColumns(db, id)
  if (row === null) throw new MunimentError('RECORD_UNKNOWN', `This vault has no record ${id}. Nothing was changed.`)
  return row
}

function isHandMade({ native_id }: RecordColumns): boolean {
  return native_id.startsWith(HAND_MADE)
}

function whyNotOne(db: Driver, kept: RecordColumns, absorbed: RecordColumns): string | null {
  if (isPacketUnderWay(db)) return 'A packet is being put together. Wait until it is done.'
  if (kept.account_id !== absorbed.account_id) return 'The two records are of different accounts.'
  if (kept.conversation !== null && absorbed.conversation !== null && kept.conversation !== absorbed.conversation) {
    return 'The two records stand in different conversations.'
  }
  if (kept.series !== null && absorbed.series !== null && kept.series !== absorbed.series) {
    return `One record is in series ${kept.series}, the other in ${absorbed.series}. Give both the same series first.`
  }
  const locked = [kept, absorbed].find(({ id }) => isLocked(db, id))
  if (locked !== undefined) return `Record ${locked.id} is locked.`
  const [one, other] = [kept, absorbed].map(({ id }) => standingRestriction(db, id) !== null)
  if (!one && other) return `Record ${absorbed.id} is restricted and record ${kept.id} is not. Restrict both first.`
  const unsettled = [kept, absorbed].find(({ id }) => !isSettled(db, id))
  if (unsettled !== undefined) return `An import that brought record ${unsettled.id} is not complete.`
  if (releasedVersions(db, absorbed.id).length > 0) {
    return `Both records stand in packets that were given out, under numbers of their own.`
  }
  return null
}
