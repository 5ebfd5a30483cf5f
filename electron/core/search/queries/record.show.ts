import { MunimentError } from '../../../../shared/contract/error.ts'
import { recordShow, type ShownRecord } from '../../../../shared/contract/record.ts'
import type { RecordId } from '../../../../shared/domain/id.ts'
import { Removal } from '../../../../shared/domain/office/removal.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { answer } from '../../vault/handler.ts'
import { recordDetail } from '../../vault/record/read.ts'
import { unshownOf } from '../../vault/record/unshown.ts'
import { entryOfRecord, stewardEntry } from '../../vault/repository/office/steward.ts'
import { refuseLocked } from '../../vault/repository/record/lock.ts'
import { refuseRestricted } from '../../vault/repository/record/restriction.ts'

/** The entry of the log of removed content that is about a record, and who took it away as that says. */
function removalOf(db: Driver, id: RecordId): ShownRecord['removal'] {
  const number = entryOfRecord(db, 'removal', id)
  const said = number === null ? undefined : stewardEntry(db, 'removal', number)?.said
  return number === null || said === undefined ? null : { entry: number, by: Removal.parse(said).by }
}

export default answer(recordShow, ({ db }, { id, opened }) => {
  refuseLocked(db, id)
  refuseRestricted(db, id, opened)
  const record = recordDetail(db, id)
  if (record === null)
    throw new MunimentError('RECORD_UNKNOWN', 'There is no such record in this vault; it may have been destroyed.')
  return { ...record, unshown: unshownOf(db, id), removal: removalOf(db, id) }
})
