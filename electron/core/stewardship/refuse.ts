// The refusals of stewardship, and acts that are the City attorney's alone.
import { MunimentError } from '../../../shared/contract/error.ts'
import type { WriteContext } from '../vault/handler.ts'
import { knownPerson } from '../vault/known-person.ts'

/** For the caller to throw. */
export function refusedStewardship(why: string): MunimentError {
  return new MunimentError('STEWARDSHIP_REFUSED', `${why} Nothing was changed.`)
}

/** @param act what is done, in words. @throws MunimentError ATTORNEY_REQUIRED */
export function expectAttorney({ db, actor }: Pick<WriteContext, 'db' | 'actor'>, act: string): void {
  const person = actor.person === null ? null : knownPerson(db, actor.person)
  if (person?.role === 'city-attorney') return
  const who = person === null ? 'Nobody is acting.' : `${person.name} is not registered as such.`
  throw new MunimentError('ATTORNEY_REQUIRED', `Only the City Attorney ${act}: ${who} Nothing was changed.`)
}
