// Owns what an entry of a history says of the change: who, when, what kind, why. Addresses of computers are never taken over.
import type { Said } from '../../kit/draft.ts'
import { idOf, type JsonObject, lookUp, textOf } from '../../kit/value.ts'
import { versionContent, wordsDigest } from './content.ts'
import type { Shape } from './shape.ts'
import type { WikiState } from './state.ts'
import { thingKey } from './thing-key.ts'
import { wikiTime } from './when.ts'

const CHANGES: Readonly<Record<string, string>> = {
  '0': 'added',
  '1': 'updated',
  '2': 'deleted',
  '3': 'deleted with another',
  '4': 'reverted',
  '5': 'reverted, which added it',
  '6': 'reverted, which deleted it',
  '7': 'reverted, which deleted it with another',
  '8': 'reverted with another',
}
const DELETED = new Set(['2', '3', '6', '7'])

type ChangeFields = Required<Pick<Said, 'time' | 'author' | 'state' | 'content' | 'details'>> & {
  readonly id: string
  readonly deletedAt: number | null
}

/** What a thing and the entries of its history have in common. */
export function changeOf(value: JsonObject, { name, version }: Shape, state: WikiState): ChangeFields {
  const id = thingKey(name, value, state.pages)
  const newest = state.newest.get(id)
  const time = wikiTime(value.history_date, state.zone)
  const type = idOf(value.history_type) ?? ''
  const user = textOf(value.history_user)
  // What was deleted and came back is not deleted: only the newest entry counts.
  const deleted = DELETED.has(type) && (newest === undefined || newest.date === textOf(value.history_date))
  const words = wordsDigest(name, value)
  return {
    id,
    time,
    // The user's name, else the address that the export gives for him; nothing for somebody without an account.
    author: state.users.get(user) ?? user,
    state: deleted ? 'deleted' : 'live',
    deletedAt: deleted ? time.at : null,
    // A thing as it stands says what its newest entry says: they are one version, seen twice.
    content: version ? versionContent(name, value) : newest?.words === words ? newest.content : { words },
    details: {
      change: lookUp(CHANGES, type) ?? type,
      comment: textOf(value.history_comment),
      historyEntry: idOf(value.history_id),
      withoutAccount: (value.history_user !== undefined && user === '') || undefined,
      region: state.regions.get(textOf(value.region)) ?? textOf(value.region),
      address: textOf(value.url) || textOf(value.resource_uri),
    },
  }
}
