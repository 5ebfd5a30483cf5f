import { scheduleCompare } from '../../../../shared/contract/schedule.ts'
import { addDays } from '../../../../shared/domain/calendar/day.ts'
import { firstDayJudged, lastDayPast } from '../../../../shared/domain/retention/past.ts'
import { scheduleDifference } from '../../../../shared/domain/schedule/difference.ts'
import type { CompiledSchedule } from '../../../../shared/domain/schedule/schedule.ts'
import { startOfDay } from '../../../../shared/domain/time.ts'
import { retentionLaw } from '../../../../shared/law/retention.ts'
import { readVaultFile } from '../../vault/about.ts'
import { answer } from '../../vault/handler.ts'
import { firstIdOf } from '../../vault/record/record-id.ts'
import { rulesInForce } from '../../vault/repository/retention/rule.ts'
import { recordsOfSeries, seriesInUse } from '../../vault/repository/retention/schedule.ts'
import { anyTouched } from '../../vault/repository/retention/series-beside.ts'
import { comparedSchedules } from '../schedule/compared-schedules.ts'
import { asSaid, isUnmarked, moveCounter, seenToken } from '../schedule/moves.ts'
import { nextTurn } from '../turn.ts'

export default answer(scheduleCompare, async ({ db, folder, signal }, { from, to, asOf }) => {
  const { before, after } = comparedSchedules(db, from, to)
  const { zone } = readVaultFile(folder)
  const [old, fresh] = [asSaid(before), asSaid(after)]
  const moved = moveCounter(db, zone, old, fresh, asOf)
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
      ...moved(code),
    })
  }
  const orphaned = effects.reduce((sum, effect) => sum + Math.max(0, effect.before - effect.after), 0)
  const rules = (rulesInForce(db)?.rules ?? []).filter(({ series }) => !fresh.terms.has(series)).map(({ id }) => id)
  const takesTwo = effects.some(({ code, earlier }) => earlier > 0 || isUnmarked(old, fresh, code)) && anyTouched(db)
  return {
    ...{ difference: scheduleDifference(before, after), effects, orphaned, rules },
    ...{ seen: seenToken({ id: from }, after), takesTwo },
  }
})
