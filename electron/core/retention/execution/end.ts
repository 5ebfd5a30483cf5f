// The end of the carrying out of a destruction: what still waits is passed over where it comes before the last record.
import type { WriteContext } from '../../vault/handler.ts'
import { turnDestruction } from '../../vault/repository/disposition/destruction.ts'
import { skipWaiting } from '../../vault/repository/disposition/destruction-outcome.ts'

/**
 * Ends it; what is left is to look through the vault and to certify.
 * @param why in a sentence, where it was stopped before its end; null at its end
 * @returns how many records and files were passed over
 */
export function endDestruction({ db, now }: Pick<WriteContext, 'db' | 'now'>, id: number, why: string | null): number {
  const skip = (list: 'records' | 'files', detail: string) => skipWaiting(db, { list, destruction: id }, detail, now)
  const skipped = why === null ? 0 : skip('records', why) + skip('files', why)
  turnDestruction(db, id, { state: 'proving', stopped: why, executedAt: now })
  return skipped
}
