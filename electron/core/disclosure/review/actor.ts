// Who decides: a review is nobody's.
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { PersonId } from '../../../../shared/domain/id.ts'
import type { Actor } from '../../../../shared/domain/people/person.ts'

/** The person who acts. @throws MunimentError ACTOR_REQUIRED */
export function actorOf({ person }: Actor): PersonId {
  if (person !== null) return person
  throw new MunimentError(
    'ACTOR_REQUIRED',
    'Say who decides: each decision of a review bears a name. Nothing was changed.',
  )
}
