// The second person behind what may let records go sooner once a request, a hold or a plan has touched records.
import { MunimentError } from '../../../shared/contract/error.ts'
import type { PersonId } from '../../../shared/domain/id.ts'
import type { Actor } from '../../../shared/domain/people/person.ts'
import type { Driver } from './catalog/driver.ts'
import { listPeople } from './repository/account/people.ts'
import { anyTouched } from './repository/retention/series-beside.ts'

/** The end of every refusal of one person alone. */
export const SECOND_NEEDED = 'a second person must stand behind this. Nothing was changed; name one, and say why.'

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
  if (listPeople(db).some(({ id, endedAt }) => id === second && endedAt === undefined)) return second
  throw new MunimentError('PERSON_UNKNOWN', `There is no person ${second} who acts in this vault. Nothing was changed.`)
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
