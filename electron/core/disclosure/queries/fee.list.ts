import { feeList } from '../../../../shared/contract/fee.ts'
import { scheduleOn, schedulesWaiting } from '../../../../shared/domain/request/fee.ts'
import { readVaultFile } from '../../vault/about.ts'
import { answer } from '../../vault/handler.ts'
import { feesOf } from '../../vault/repository/request/request-fee.ts'
import { feesIn } from '../confirmed-law.ts'
import { knownRequest } from '../known-request.ts'

export default answer(feeList, ({ db, folder }, { request, on }) => {
  const schedules = feesIn(db, readVaultFile(folder).city)
  return {
    fees: feesOf(db, knownRequest(db, request).id),
    schedule: scheduleOn(schedules, on),
    waiting: schedulesWaiting(schedules, on),
  }
})
