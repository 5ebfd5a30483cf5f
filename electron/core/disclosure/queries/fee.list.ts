import { feeList } from '../../../../shared/contract/fee.ts'
import { scheduleOn } from '../../../../shared/domain/request/fee.ts'
import { answer } from '../../vault/handler.ts'
import { feeSchedules } from '../../vault/repository/request/law.ts'
import { feesOf } from '../../vault/repository/request/request-fee.ts'
import { knownRequest } from '../known-request.ts'

export default answer(feeList, ({ db }, { request, on }) => ({
  fees: feesOf(db, knownRequest(db, request).id),
  schedule: scheduleOn(feeSchedules(db), on),
}))
