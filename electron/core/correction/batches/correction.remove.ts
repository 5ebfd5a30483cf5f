// Removes a locked record under an order: decided and written down in one transaction; bytes outside the catalog are marked.
import type { z } from 'zod'
import type { Paper } from '../../../../shared/contract/hold.ts'
import type { JobId, RecordId } from '../../../../shared/domain/id.ts'
import { batch } from '../../job/define.ts'
import type { WriteContext } from '../../vault/handler.ts'
import { digestBytes } from '../../vault/hex.ts'
import { keepPaper, saltedDigest } from '../../vault/objects/paper.ts'
import { recordColumns } from '../../vault/record/merge-document.ts'
import { membersHolding, removeWhole } from '../../vault/record/remove-whole.ts'
import { accessionsOf, tiesOf } from '../../vault/repository/intake/correction.ts'
import { isSettled, releasedVersions } from '../../vault/repository/intake/merge.ts'
import { saveCheckpoint } from '../../vault/repository/job.ts'
import { endLock, isLocked } from '../../vault/repository/record/lock.ts'
import { standingAgainst } from '../standing-against.ts'
import { refused } from '../why-not-one.ts'

interface Removal {
  readonly job: JobId
  readonly record: RecordId
  readonly order: z.output<typeof Paper>
}

/** What must still go once this is committed: files of objects by digest. Kept as the job's checkpoint, too. */
interface Removed {
  readonly members: number
  readonly objects: readonly string[]
}

export default batch<Removal, Removed>(
  'correction.remove',
  ['records', 'accessions'],
  (context, { job, record, order }) => {
    const { db, now, actor, note } = context
    refuseWhatStands(context, record)
    const row = recordColumns(db, record)
    if (row === null) throw refused(`This vault has no record ${record}. Nothing was removed.`)
    refuseHeld(context, row.account_id, [...membersHolding(context, record)])
    const digest = keepPaper(context, order)
    const removed = removeWhole(context, row)
    endLock(db, record, { how: 'removed', order: digestBytes(digest), at: now, by: actor.person })
    note({ record, removed: true, members: removed.members, ...saltedDigest(context, digest) })
    // In this very transaction: from here on it is carried out to its end, also after a crash.
    saveCheckpoint(db, job, removed, null)
    return removed
  },
)

/** @throws MunimentError CORRECTION_REFUSED */
function refuseWhatStands({ db }: WriteContext, record: RecordId): void {
  if (!isLocked(db, record)) throw refused(`Record ${record} is not locked. Lock it first; nothing was removed.`)
  if (!isSettled(db, record)) {
    throw refused(
      `An import that holds record ${record} is not complete. Resume or undo it first; nothing was removed.`,
    )
  }
  if (releasedVersions(db, record).length > 0) {
    throw refused(
      `Record ${record} stands in a packet that was given out, which would go on holding it. Ask the City Attorney what becomes of the packet; nothing was removed.`,
    )
  }
}

/**
 * A hold wins over an order, whatever it covers of the files that would be overwritten.
 * @throws MunimentError CORRECTION_REFUSED
 */
function refuseHeld({ db, folder }: WriteContext, account: number, members: readonly number[]): void {
  const accessions = accessionsOf(db, members)
  const { frozen } = tiesOf(db, accessions)
  const against = standingAgainst(db, folder, account, accessions, { frozen, released: 0, merged: 0, locked: 0 })
  if (against.length === 0) return
  throw refused(
    `The files that hold it are under a hold or an open request. ${against.join(' ')} The City Attorney must release that before the order can be carried out; nothing was removed.`,
  )
}
