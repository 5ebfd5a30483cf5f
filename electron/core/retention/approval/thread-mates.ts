// What stays of a plan because another record of its thread was taken out: a thread goes together, or not at all.
import type { PlanFile } from '../../../../shared/domain/disposition/disposition.ts'
import type { RecordId } from '../../../../shared/domain/id.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { threadsAround } from '../thread/threads.ts'

/** How many records of a plan, themselves not taken out, stand in a thread with some of those that were. @param struck everything that was taken out */
export function stayingWithThreads(
  db: Driver,
  { unit, records }: Pick<PlanFile, 'unit' | 'records'>,
  some: readonly RecordId[],
  struck: readonly RecordId[] = some,
): number {
  if (unit !== 'thread' || some.length === 0) return 0
  const around = threadsAround(db, some)
  const mates = new Set<number>(some.flatMap((id) => around(id)))
  for (const id of struck) mates.delete(id)
  return records.filter(({ recordId }) => mates.has(recordId)).length
}
