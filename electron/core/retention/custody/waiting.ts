// What waits for an archive, with the thread that it is kept with.
import type { RecordId } from '../../../../shared/domain/id.ts'
import { anyHistorical, waitsForArchive } from '../../../../shared/domain/retention/historical.ts'
import type { KeptUnit } from '../../../../shared/domain/retention/unit.ts'
import type { CompiledSchedule } from '../../../../shared/domain/schedule/schedule.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { subjectsOf } from '../../vault/repository/disposition/plan.ts'
import { seriesOf } from '../classify/series-of.ts'
import { threadsAround } from '../thread/threads.ts'
import { copiesOver } from './copies.ts'

/** In which schedule is asked, and what is kept together. */
interface Terms {
  readonly schedule: CompiledSchedule
  readonly unit: KeptUnit
}

/** Why a record waits, in a sentence, null where it does not. @param series every series that decides over it, those of its thread among them */
export type WaitingFor = (id: RecordId, series: readonly string[]) => string | null

/**
 * Finds which of some records wait for an archive. Where threads are kept together all of one waits with any record of it. Nothing is read before the
 * first of them is asked about that can wait.
 */
export function waitingOver(db: Driver, ids: readonly RecordId[], { schedule, unit }: Terms): WaitingFor {
  let found: ((id: RecordId) => string | null) | undefined
  return (id, series) => {
    if (!anyHistorical(schedule, series)) return null
    found ??= lookUp(db, ids, { schedule, unit })
    return found(id)
  }
}

function lookUp(db: Driver, ids: readonly RecordId[], { schedule, unit }: Terms) {
  const around = unit === 'thread' ? threadsAround(db, ids) : (id: number): readonly number[] => [id]
  const rows = subjectsOf(db, [...new Set(ids.flatMap((id) => around(id)))])
  const copies = copiesOver(
    db,
    rows.map(({ id }) => id),
  )
  const why = new Map<number, string>()
  for (const row of rows) {
    const waits = waitsForArchive(seriesOf(row), copies(row.id), schedule)
    if (waits !== null) why.set(row.id, waits)
  }
  return (id: RecordId) => {
    const own = why.get(id)
    if (own !== undefined) return own
    const mate = around(id).find((one) => why.has(one))
    return mate === undefined
      ? null
      : `Another record of its thread waits, and a thread goes together: ${why.get(mate)}`
  }
}
