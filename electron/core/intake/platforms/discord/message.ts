// Owns making records of the messages of a data package: what the account itself has written, in tables until 2024 and in lists since.
import type { Outcome } from '../../draft.ts'
import { failed, record } from '../../kit/draft.ts'
import type { Row } from '../../kit/row.ts'
import type { Reading } from '../../kit/spec.ts'
import { idOf, isObject, textOf } from '../../kit/value.ts'
import { attachmentsAt } from './attachment.ts'
import { placeDetails } from './channel.ts'
import { messageTime } from './snowflake.ts'
import { type DiscordState, namesIn, placeAt } from './state.ts'
import { linksIn, shownText } from './words.ts'

type DiscordReading = Reading<DiscordState>

/** A row of `messages.csv`. */
export function rowOutcome(row: Row, reading: DiscordReading): Outcome {
  return outcomeOf(idOf(row.get('id')), row.get('timestamp'), row.get('contents'), row.get('attachments'), reading)
}

/** An element of `messages.json`. */
export function listedOutcome(value: unknown, reading: DiscordReading): Outcome {
  if (!isObject(value)) return failed('not-an-object', 'is not an object, as a message must be')
  return outcomeOf(idOf(value.ID), value.Timestamp, textOf(value.Contents), textOf(value.Attachments), reading)
}

function outcomeOf(
  id: string | null,
  written: unknown,
  raw: string,
  addresses: string,
  { about, state, file, odd }: DiscordReading,
): Outcome {
  if (id === null || !/^\d+$/.test(id))
    return failed('message-without-number', 'has no number (ID), as a message of Discord must')
  const place = placeAt(state, file)
  const files = attachmentsAt(addresses)
  const time = messageTime(written, id, () => tellTime(odd))
  return record({
    kind: 'message',
    id,
    time,
    author: about.ownerHandle ?? '',
    conversation: place.id || null,
    text: shownText(raw, namesIn(state, about)),
    links: [...linksIn(raw), ...files.links],
    details: placeDetails(place),
    content: messageContent(raw, files.content),
    media: files.media,
  })
}

/** What a version is made of, the same in all forms: one message of a table, a list and another export is one version. */
export function messageContent(text: string, files: readonly string[]): { text: string; files: readonly string[] } {
  return { text, files }
}

/** Tells, once a file, of times that are not those of their messages' numbers. */
export function tellTime(odd: DiscordReading['odd']): void {
  odd(
    'time-differs',
    'Times of this file do not agree with the numbers of their messages, which say when each was sent. The times of the numbers were taken; what was written stays beside them.',
  )
}
