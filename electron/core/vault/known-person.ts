// Finding a person of the register, or saying that there is none.
import { MunimentError } from '../../../shared/contract/error.ts'
import type { ListedPerson } from '../../../shared/contract/people.ts'
import type { PersonId } from '../../../shared/domain/id.ts'
import type { Driver } from './catalog/driver.ts'
import { listPeople } from './repository/account/people.ts'

/** The person of a short name, also one who acts no more. @throws MunimentError PERSON_UNKNOWN */
export function knownPerson(db: Driver, id: PersonId): ListedPerson {
  const person = listPeople(db).find((one) => one.id === id)
  if (person === undefined) {
    throw new MunimentError('PERSON_UNKNOWN', `Nobody called ${id} is in this vault. Nothing was changed.`)
  }
  return person
}
