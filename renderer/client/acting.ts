// Who acts in this window: stamped on every command.
import type { PersonId } from '../../shared/domain/id.ts'
import { store } from './store.ts'

/** The person named at the top of the window; null until one is chosen. */
export const acting = store<PersonId | null>(null)

/** True while somebody tried to change something without a name: the window asks for one. */
export const actorWanted = store(false)
