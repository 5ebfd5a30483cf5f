// Owns keeping captures shut that show what is locked or restricted: a page cannot be shown without one of its parts.
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { recordsSeenIn } from '../../vault/repository/intake/observed.ts'
import { lockedAmong } from '../../vault/repository/record/lock.ts'
import { restrictedAmong } from '../../vault/repository/record/restriction.ts'

/** @throws MunimentError RECORD_LOCKED, or RECORD_RESTRICTED where it is not opened on purpose */
export function refuseHidden(db: Driver, accession: number, opened: boolean): void {
  const records = recordsSeenIn(db, [accession])
  if (lockedAmong(db, records).size > 0)
    throw new MunimentError(
      'RECORD_LOCKED',
      'This capture holds a record that is locked: it is shown to nobody until the lock is lifted under a written order.',
    )
  if (!opened && restrictedAmong(db, records).size > 0)
    throw new MunimentError(
      'RECORD_RESTRICTED',
      'This capture shows a record that is restricted. It is shown when it is opened on purpose.',
    )
}
