// Owns the sentence for something that happened in a conversation. X gives numbers of accounts, not names.
import { idOf, type JsonObject, textOf, textsOf } from '../../kit/value.ts'

interface Owner {
  readonly handle: string
  readonly nativeId: string | null
}

/** A sentence such as `Account 12 added account 34.`; the export's own account is told by its handle. */
export function eventText(event: string, about: JsonObject, owner: Owner): string {
  const who = (id: string) => (id === owner.nativeId && owner.handle !== '' ? `@${owner.handle}` : `account ${id}`)
  const initiator = idOf(about.initiatingUserId)
  const others = textsOf(about.userIds)
  const people = others.map(who).join(', ')
  const by = initiator === null ? null : who(initiator)
  switch (event) {
    case 'joinConversation': {
      const here = textsOf(about.participantsSnapshot).map(who).join(', ')
      const present = here === '' ? '' : `, in which were ${here}`
      const own = initiator === null || initiator === owner.nativeId
      return sentence(
        own
          ? `this account joined the conversation${present}`
          : `${by} added this account to the conversation${present}`,
      )
    }
    case 'participantsJoin':
      return sentence(by === null || others.includes(initiator ?? '') ? `${people} joined` : `${by} added ${people}`)
    case 'participantsLeave':
      return sentence(`${people} left`)
    case 'conversationNameUpdate':
      return sentence(`${by ?? 'somebody'} named the conversation “${textOf(about.name)}”`)
    default:
      return sentence(`${by === null ? '' : `${by}: `}an event that X calls ${event}`)
  }
}

function sentence(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`
}
