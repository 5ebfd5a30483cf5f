// Acts that somebody of the register must answer for by name.
import { MunimentError } from '../../../shared/contract/error.ts'
import type { PersonId } from '../../../shared/domain/id.ts'
import type { Actor } from '../../../shared/domain/people/person.ts'

/** The person who acts. @param act what is done, as the subject of a sentence. @throws MunimentError ACTOR_REQUIRED */
export function personActing(actor: Actor, act: string): PersonId {
  if (actor.person !== null) return actor.person
  throw new MunimentError(
    'ACTOR_REQUIRED',
    `${act} bears the name of a person, and nobody was named. Nothing was changed; say who acts.`,
  )
}
