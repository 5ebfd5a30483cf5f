import { captureSchedules } from '../../../../shared/contract/capture-schedule.ts'
import { stateOfSchedule } from '../../../../shared/domain/capture-schedule.ts'
import { readVaultFile } from '../../vault/about.ts'
import { answer } from '../../vault/handler.ts'
import { listCaptures } from '../../vault/repository/capture.ts'
import { listSchedules } from '../../vault/repository/capture-schedule.ts'

export default answer(captureSchedules, ({ db, folder }, { account, now }) => {
  const { zone } = readVaultFile(folder)
  const captures = listCaptures(db, account)
  return listSchedules(db, account).map((schedule) => {
    const scope = JSON.stringify(schedule.scope)
    const own = captures.filter(
      (one) => one.account === schedule.account && one.way === schedule.way && JSON.stringify(one.scope) === scope,
    )
    return stateOfSchedule(schedule, own, now, zone)
  })
})
