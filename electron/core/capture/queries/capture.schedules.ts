import { captureSchedules } from '../../../../shared/contract/capture-schedule.ts'
import { capturesOf, stateOfSchedule } from '../../../../shared/domain/capture/schedule.ts'
import { readVaultFile } from '../../vault/about.ts'
import { answer } from '../../vault/handler.ts'
import { listCaptures } from '../../vault/repository/capture/capture.ts'
import { isUnderWay, listSchedules } from '../../vault/repository/capture/capture-schedule.ts'

export default answer(captureSchedules, ({ db, folder }, { account, now }) => {
  const { zone } = readVaultFile(folder)
  const captures = listCaptures(db, account)
  return listSchedules(db, account).map((schedule) => {
    const state = stateOfSchedule(schedule, capturesOf(schedule, captures), now, zone)
    return { ...state, due: state.due && !isUnderWay(db, schedule) }
  })
})
