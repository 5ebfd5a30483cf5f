// Acts that are the City attorney's alone.
import { MunimentError } from '../../../shared/contract/error.ts'
import type { ListedPerson } from '../../../shared/contract/people.ts'
import type { PersonId } from '../../../shared/domain/id.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import type { WriteContext } from '../vault/handler.ts'
import { knownPerson } from '../vault/known-person.ts'

/** The attorney who acts. @param act what is done, in words. @throws MunimentError ATTORNEY_REQUIRED */
export function attorneyActing({ db, actor }: Pick<WriteContext, 'db' | 'actor'>, act: string): ListedPerson {
  return attorneyNamed(db, actor.person, act)
}

/** The attorney of a short name; null: nobody is acting. @param act what is done, in words. @throws MunimentError ATTORNEY_REQUIRED */
export function attorneyNamed(db: Driver, id: PersonId | null, act: string): ListedPerson {
  const person = id === null ? null : knownPerson(db, id)
  if (person?.role === 'city-attorney') return person
  const who = person === null ? 'Nobody is acting' : `${person.name} is not`
  throw new MunimentError(
    'ATTORNEY_REQUIRED',
    `Only the City Attorney ${act}: ${who}${person === null ? '' : ' registered as such'}. Nothing was changed.`,
  )
}
