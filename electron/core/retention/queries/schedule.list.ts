import { scheduleList } from '../../../../shared/contract/schedule.ts'
import { answer } from '../../vault/handler.ts'
import { listSchedules } from '../../vault/repository/retention/schedule.ts'

export default answer(scheduleList, ({ db }) => listSchedules(db))
