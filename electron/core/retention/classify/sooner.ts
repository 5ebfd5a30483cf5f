// What lets records go sooner without another series: the day of an event, standing rules for such days, another unit of retention. After a
// request, a hold or a plan it goes through the door of a shorter series: a reason and a second person.
import { MunimentError } from '../../../../shared/contract/error.ts'
import { RecordId } from '../../../../shared/domain/id.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { standingOf } from '../../vault/repository/retention/classification.ts'
import { anyTouched, staysOf } from '../../vault/repository/retention/series-beside.ts'
import { threadsAround } from '../thread/threads.ts'
import { SECOND_NEEDED, toucher } from './second-person.ts'

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

/**
 * Refuses a change that concerns the whole vault by one person alone, once anything has touched a record here.
 * @param what what was to be changed, as the beginning of a sentence
 * @throws MunimentError SECOND_PERSON_REQUIRED
 */
export function refuseAlone(db: Driver, what: string): void {
  if (!anyTouched(db)) return
  throw new MunimentError(
    'SECOND_PERSON_REQUIRED',
    `${what} may let records go sooner, and a request, a hold or a purge plan has touched records here: ${SECOND_NEEDED}`,
  )
}
