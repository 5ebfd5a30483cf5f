// Decisions that shorten the retention of a record after a request, a hold or a plan: they need a reason and a second person.
import { MunimentError } from '../../../shared/contract/error.ts'
import type { PersonId, RecordId } from '../../../shared/domain/id.ts'
import type { Actor } from '../../../shared/domain/person.ts'
import { isShorter } from '../../../shared/domain/retention-shorter.ts'
import { compileSchedule } from '../../../shared/domain/schedule.ts'
import { retentionLaw } from '../../../shared/law/retention.ts'
import { readVaultFile } from '../vault/about.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { listPeople } from '../vault/repository/people.ts'
import { subjectsOf } from '../vault/repository/plan.ts'
import { findSchedule } from '../vault/repository/schedule.ts'
import { touched } from '../vault/repository/series-beside.ts'
import { dayFinder } from './days.ts'
import { findOne } from './hold-search.ts'
import { holdsStanding, type StandingHolds } from './standing-holds.ts'

/** Says what stands in the way of moving a record to another series by one person alone, in a few words; null where nothing does. */
export type Guard = (record: RecordId, from: string | null, to: string | null) => string | null

/** The guard of a vault, for the decisions of one transaction. */
export function shorteningGuard(db: Driver, folder: string): Guard {
  const stored = findSchedule(db, null)
  if (stored === null) return () => null
  const compiled = compileSchedule(stored.schedule, () => [])
  const shorter = new Map<string, boolean>()
  let holds: StandingHolds | null = null
  return (record, from, to) => {
    // What is in no series is never destroyed, so leaving one shortens nothing, and whoever enters one does not come from a longer one.
    if (from === null || to === null || from === to) return null
    const key = JSON.stringify([from, to])
    const known = shorter.get(key) ?? isShorter(compiled, from, to, retentionLaw)
    shorter.set(key, known)
    if (!known) return null
    const marks = touched(db, record)
    if (marks.hold === 1) return 'a hold'
    if (marks.request === 1) return 'a records request'
    if (marks.plan === 1) return 'a purge plan'
    holds ??= holdsStanding(db, dayFinder(readVaultFile(folder).zone), findOne(db, folder))
    const rows = subjectsOf(db, [record])
    const [held] = rows.flatMap(holds.over(rows))
    if (held === undefined) return null
    return held.kind === 'hold' ? 'a hold' : 'a records request'
  }
}

/**
 * The second person behind a decision, as said.
 * @throws MunimentError SECOND_PERSON_REQUIRED where nobody acts by name, or the second is the first; PERSON_UNKNOWN
 */
export function secondPerson(db: Driver, actor: Actor, second: PersonId | null): PersonId | null {
  if (second === null) return null
  if (actor.person === null || actor.person === second) {
    throw new MunimentError(
      'SECOND_PERSON_REQUIRED',
      'The second person must be another than the one who decides, and both must be named. Nothing was changed.',
    )
  }
  if (listPeople(db).some(({ id }) => id === second)) return second
  throw new MunimentError('PERSON_UNKNOWN', `There is no person ${second} in this vault. Nothing was changed.`)
}

/** The refusal of decisions that need a second person. @param why from the guard, of one of them */
export function needsSecond(records: readonly RecordId[], why: string): MunimentError {
  const shown = records.slice(0, 5).join(', ')
  const more = records.length > 5 ? ` and ${records.length - 5} more` : ''
  return new MunimentError(
    'SECOND_PERSON_REQUIRED',
    `The new series keeps record ${shown}${more} for a shorter time, and ${why} has touched it: a second person must stand behind this. Nothing was changed; name one, and say why.`,
  )
}
