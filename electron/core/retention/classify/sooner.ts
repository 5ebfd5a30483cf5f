// What has touched records that the day of an event would let go sooner: after a request, a hold or a plan that takes a second person.
import { RecordId } from '../../../../shared/domain/id.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { standingOf } from '../../vault/repository/retention/classification.ts'
import { anyTouched, staysOf } from '../../vault/repository/retention/series-beside.ts'
import { threadsAround } from '../thread/threads.ts'
import { toucher } from './second-person.ts'

/** Which of some records, or of the others of their threads, something has touched, and what; null where nothing has. */
export type Touched = (records: readonly RecordId[]) => { readonly record: number; readonly why: string } | null

/** What has touched records, for the decisions of one transaction. A plan has touched what stood in a series when it was drawn up. */
export function touchedAround(db: Driver, folder: string): Touched {
  if (!anyTouched(db)) return () => null
  const touch = toucher(db, folder)
  const untouched = new Set<number>()
  const whyOf = (record: RecordId) =>
    touch(record, (plans) => {
      const first = staysOf(db, record).find(({ series }) => series !== null)
      if (first !== undefined) return plans.some((at) => at >= first.since)
      return plans.length > 0 && standingOf(db, record)?.series != null
    })
  return (records) => {
    const around = threadsAround(db, records)
    for (const record of records) {
      for (const member of around(record)) {
        if (untouched.has(member)) continue
        const why = whyOf(RecordId.parse(member))
        if (why !== null) return { record: member, why }
        untouched.add(member)
      }
    }
    return null
  }
}
