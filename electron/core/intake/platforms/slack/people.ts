// Owns who the members of a workspace are, by the ids that messages give: people, and the bots that act as one.
import { isObject, type JsonObject, textOf } from '../../kit/value.ts'

export interface Person {
  readonly id: string
  /** As Slack shows it: the display name, else the full name, else the handle, else the id. */
  readonly shown: string
  readonly handle: string
  readonly fullName: string
}

export type People = ReadonlyMap<string, Person>

/** One entry of `users.json`; null where it has no id. */
export function personOf(entry: JsonObject): Person | null {
  const id = textOf(entry.id)
  if (id === '') return null
  const profile = isObject(entry.profile) ? entry.profile : {}
  const handle = textOf(entry.name)
  const fullName = textOf(profile.real_name) || textOf(entry.real_name)
  return { id, handle, fullName, shown: textOf(profile.display_name) || fullName || handle || id }
}

/** Notes a person under all ids that messages give: the member's, and the bot's where the member is one. */
export function notePerson(people: Map<string, Person>, entry: JsonObject): void {
  const person = personOf(entry)
  if (person === null) return
  people.set(person.id, person)
  const bot = isObject(entry.profile) ? textOf(entry.profile.bot_id) : ''
  if (bot !== '') people.set(bot, person)
}

/** The name that Slack shows for an id, else the id. Slackbot is in no list of members. */
export function nameOf(people: People, id: unknown): string {
  const key = textOf(id)
  return people.get(key)?.shown ?? (key === 'USLACKBOT' ? 'Slackbot' : key)
}

/** Names for a list of ids. */
export function namesOf(people: People, ids: readonly string[]): readonly string[] {
  return ids.map((id) => nameOf(people, id))
}

interface Author {
  readonly name: string
  readonly details: Readonly<Record<string, unknown>>
}

/** Who wrote a message, as the export says: a bot by the name it gave itself, a guest of another workspace by what stands with the message. */
export function authorOf(message: JsonObject, people: People): Author {
  const id = textOf(message.user)
  const bot = textOf(message.bot_id)
  const known = people.get(id)
  const guest = isObject(message.user_profile) ? message.user_profile : {}
  const ownName = textOf(message.username) || profileName(message.bot_profile)
  const guestName = textOf(guest.display_name) || textOf(guest.real_name) || textOf(guest.name)
  const isBot = message.subtype === 'bot_message' || (id === '' && bot !== '')
  const person = known?.shown || guestName || (id === '' ? '' : nameOf(people, id))
  const name = isBot ? ownName || person || nameOf(people, bot) : person || ownName || nameOf(people, bot)
  const fullName = known?.fullName || textOf(guest.real_name)
  return {
    name,
    details: {
      user: id,
      fullName: fullName === name ? '' : fullName,
      bot: bot === '' ? '' : bot,
      app: textOf(message.app_id),
    },
  }
}

function profileName(profile: unknown): string {
  return isObject(profile) ? textOf(profile.name) : ''
}
