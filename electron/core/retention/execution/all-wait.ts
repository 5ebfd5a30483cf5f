// Whether carrying a plan out could destroy no record at all, because packages with records under a hold keep every one of them.
import type { PlanFile } from '../../../../shared/domain/disposition/disposition.ts'
import type { PlanId } from '../../../../shared/domain/id.ts'
import { localDate } from '../../../../shared/domain/time.ts'
import type { JobContext } from '../../job/define.ts'
import { narrowedAmong } from '../../vault/repository/disposition/approval.ts'
import { packagesAllowing } from './decide.ts'
import { heldPackages } from './ground.ts'

/** Records that are looked at at once; mostly one of the first is not kept. */
const RUN = 500

/** Whether every record that was not taken out of a plan waits for its package, where nobody consents that such are overwritten. */
export async function allWaitForPackages(context: JobContext, plan: PlanId, file: PlanFile): Promise<boolean> {
  const { db, folder, startedAt, signal } = context
  const today = localDate(startedAt, file.zone)
  const held = new Set((await heldPackages(db, folder, { zone: file.zone, today }, signal)).keys())
  if (held.size === 0) return false
  let waiting = 0
  for (let from = 0; from < file.records.length; from += RUN) {
    const run = file.records.slice(from, from + RUN).map(({ recordId }) => recordId)
    const narrowed = narrowedAmong(db, plan, run)
    const ids = run.filter((id) => !narrowed.has(id))
    const allowing = packagesAllowing(db, ids, { plan: file, heldPackages: false, held })
    if (ids.some((id) => allowing(id)?.reason !== 'waits-for-package')) return false
    waiting += ids.length
  }
  return waiting > 0
}
