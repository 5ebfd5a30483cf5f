import { scheduleMoved } from '../../../../shared/contract/schedule.ts'
import { type RetentionLine, retentionLine } from '../../../../shared/domain/retention/line.ts'
import { lineMove } from '../../../../shared/domain/schedule/moves.ts'
import { retentionLaw } from '../../../../shared/law/retention.ts'
import { readVaultFile } from '../../vault/about.ts'
import { answer } from '../../vault/handler.ts'
import { timesInSeries } from '../../vault/repository/retention/schedule.ts'
import { dayFinder } from '../days.ts'
import { comparedSchedules } from '../schedule/compared-schedules.ts'
import { asSaid } from '../schedule/moves.ts'

/** Records looked at in one stretch. */
const STRETCH = 1000

export default answer(scheduleMoved, ({ db, folder }, { from, to, code, after }) => {
  const { before, after: second } = comparedSchedules(db, from, to)
  const [old, fresh] = [asSaid(before), asSaid(second)]
  const dayOf = dayFinder(readVaultFile(folder).zone)
  const rows = timesInSeries(db, code, after ?? Number.MIN_SAFE_INTEGER, STRETCH)
  const records = rows.flatMap(({ id, at }) => {
    const made = dayOf(at)
    if (made === null) return []
    const [was, now] = [old, fresh].map((schedule) => retentionLine(schedule, code, made, retentionLaw))
    const move = lineMove(was, now)
    return move === null ? [] : [{ record: id, made, move, was: endOf(was), is: endOf(now) }]
  })
  return { records, next: rows.length < STRETCH ? null : (rows.at(-1)?.id ?? null) }
})

function endOf(line: RetentionLine | undefined) {
  return line?.kind === 'dated' ? line.end : null
}
