import { MunimentError } from '../../../../shared/contract/error.ts'
import { scheduleCompare } from '../../../../shared/contract/schedule.ts'
import { addDays } from '../../../../shared/domain/calendar-day.ts'
import type { ScheduleId } from '../../../../shared/domain/id.ts'
import { firstDayJudged, lastDayPast } from '../../../../shared/domain/retention-past.ts'
import { type CompiledSchedule, compileSchedule, type ScheduleDraft } from '../../../../shared/domain/schedule.ts'
import { scheduleDifference } from '../../../../shared/domain/schedule-difference.ts'
import { startOfDay } from '../../../../shared/domain/time.ts'
import { retentionLaw } from '../../../../shared/law/retention.ts'
import { readVaultFile } from '../../vault/about.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { answer } from '../../vault/handler.ts'
import { firstIdOf } from '../../vault/record/record-id.ts'
import { rulesInForce } from '../../vault/repository/rule.ts'
import { findSchedule, recordsOfSeries, seriesInUse } from '../../vault/repository/schedule.ts'
import { scheduleOfFile } from '../schedule-of-file.ts'
import { nextTurn } from '../turn.ts'

export default answer(scheduleCompare, async ({ db, folder, signal }, { from, to, asOf }) => {
  const before = known(db, from)
  const after = 'id' in to ? known(db, to.id) : scheduleOfFile(to.file).schedule
  const { zone } = readVaultFile(folder)
  // Both as if in force and every series as if answered for: what is asked is what they say.
  const [old, fresh] = [compileSchedule(before, () => []), compileSchedule(after, () => [])]
  const due = (compiled: CompiledSchedule, code: string) => {
    const adopted = { ...compiled, schedule: { ...compiled.schedule, adoptedOn: asOf, effectiveFrom: asOf } }
    const last = lastDayPast(adopted, code, asOf, retentionLaw)
    if (last === null) return 0
    const [first, beyond] = [firstDayJudged, addDays(last, 1)].map((day) => firstIdOf(startOfDay(day, zone)))
    return recordsOfSeries(db, code, first ?? 0, beyond ?? 0)
  }
  const effects = []
  for (const { series: code, records } of seriesInUse(db)) {
    await nextTurn(signal)
    const [was, now] = [old.terms.get(code), fresh.terms.get(code)]
    effects.push({
      code,
      title: (now ?? was)?.series.title ?? code,
      before: was ? records : 0,
      after: now ? records : 0,
      dueBefore: due(old, code),
      dueAfter: due(fresh, code),
    })
  }
  const orphaned = effects.reduce((sum, effect) => sum + Math.max(0, effect.before - effect.after), 0)
  const rules = (rulesInForce(db)?.rules ?? []).filter(({ series }) => !fresh.terms.has(series)).map(({ id }) => id)
  return { difference: scheduleDifference(before, after), effects, orphaned, rules }
})

/** @throws MunimentError SCHEDULE_MISSING */
function known(db: Driver, id: ScheduleId): ScheduleDraft {
  const stored = findSchedule(db, id)
  if (stored === null) throw new MunimentError('SCHEDULE_MISSING', `There is no schedule ${id} in this vault.`)
  return stored.schedule
}
