import { retentionPast } from '../../../../shared/contract/desk.ts'
import { addDays } from '../../../../shared/domain/calendar/day.ts'
import { firstDayJudged, lastDayPast } from '../../../../shared/domain/retention/past.ts'
import { compileSchedule } from '../../../../shared/domain/schedule/schedule.ts'
import { type LocalDate, startOfDay } from '../../../../shared/domain/time.ts'
import { retentionLaw } from '../../../../shared/law/retention.ts'
import { readVaultFile } from '../../vault/about.ts'
import { answer } from '../../vault/handler.ts'
import { firstIdOf } from '../../vault/record/record-id.ts'
import { recordsOfSeries, scheduleInForce } from '../../vault/repository/retention/schedule.ts'
import { answeredIn } from '../../vault/repository/retention/series-answer.ts'
import { nextTurn } from '../turn.ts'

export default answer(retentionPast, async ({ db, folder, signal }, { asOf, since }) => {
  const stored = scheduleInForce(db, asOf)
  if (stored === null) return []
  const { zone } = readVaultFile(folder)
  const compiled = compileSchedule(stored.schedule, answeredIn(db))
  const dayAfter = (code: string, day: LocalDate) => {
    const last = lastDayPast(compiled, code, day, retentionLaw)
    return last === null ? firstDayJudged : addDays(last, 1)
  }
  const found = []
  for (const { code, title } of stored.schedule.series) {
    await nextTurn(signal)
    const before = dayAfter(code, asOf)
    const from = since === null ? firstDayJudged : dayAfter(code, since)
    if (from >= before) continue
    const [first, last] = [from, before].map((day) => firstIdOf(startOfDay(day, zone)))
    const records = recordsOfSeries(db, code, first ?? 0, last ?? 0)
    if (records > 0) found.push({ series: code, title, records, before })
  }
  return found
})
