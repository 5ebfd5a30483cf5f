import { zonePreview } from '../../../../shared/contract/zone.ts'
import { readVaultFile } from '../../vault/about.ts'
import { answer } from '../../vault/handler.ts'
import { holdingRequests } from '../../vault/repository/disposition/hold.ts'
import { jobsNotEnded } from '../../vault/repository/job.ts'
import { findSchedule } from '../../vault/repository/retention/schedule.ts'
import { holdsByDay } from '../zone/holds.ts'
import { countMoved } from '../zone/moved.ts'

export default answer(zonePreview, async ({ db, folder, signal }, { zone }) => {
  const fiscalYearEnd = findSchedule(db, null)?.schedule.fiscalYearEnd ?? null
  const { zone: from } = readVaultFile(folder)
  return {
    ...(await countMoved(db, { from, to: zone }, fiscalYearEnd, signal)),
    holds: holdsByDay(db).length,
    requests: holdingRequests(db).length,
    jobs: jobsNotEnded(db, null).map(({ kind, label }) => ({ kind, label })),
  }
})
