import { calendarShow } from '../../../../shared/contract/calendar.ts'
import { answer } from '../../vault/handler.ts'
import { listClosures } from '../../vault/repository/calendar.ts'
import { calendarYears } from '../city-calendar.ts'

export default answer(calendarShow, ({ db, folder }) => ({
  closures: listClosures(db),
  years: calendarYears(db, folder),
}))
