// Owns Snapchat's chats and snaps of all schemas: new (by conversation), old (sent and received), and those in between.
import type { Outcome } from '../../draft.ts'
import { failed, record } from '../../kit/draft.ts'
import { decodeEntities } from '../../kit/entities.ts'
import type { Reading } from '../../kit/spec.ts'
import { epochTime, type TimeFields, writtenTime } from '../../kit/time.ts'
import { isObject, type JsonObject, textOf } from '../../kit/value.ts'
import type { SnapMedia } from './media-index.ts'

/** One element of a chat's or a snap's list. @param key under which its list stands: a conversation, or `Sent Saved Chat History` */
export function messageOutcome(
  value: unknown,
  key: string,
  isSnap: boolean,
  { about, media, state }: Reading<SnapMedia>,
): Outcome {
  if (!isObject(value)) return failed('not-an-object', 'is not an object, as a message must be')
  const old = /^(Received|Sent)(?: (Saved|Unsaved))? (?:Chat|Snap) History$/.exec(key)
  const sent = value.IsSender === true || old?.[1] === 'Sent'
  const from = textOf(value.From)
  const to = textOf(value.To)
  const author = from !== '' ? from : sent ? (about.ownerHandle ?? '') : ''
  const other = sent ? to : from
  const conversation = old === null ? key : textOf(value['Conversation ID']) || other
  const type = textOf(value['Media Type'])
  const text = decodeEntities(textOf(value.Content) || textOf(value.Text), false)
  const ids = textOf(value['Media IDs'])
    .split('|')
    .map((id) => id.trim())
    .filter((id) => id !== '')
  const isEvent = /^STATUS/.test(type)
  const saved =
    typeof value.IsSaved === 'boolean' ? value.IsSaved : old?.[2] === undefined ? undefined : old[2] === 'Saved'
  return record({
    kind: isEvent ? 'conversation-event' : 'message',
    key: [isSnap ? 'snap' : '', conversation, author || to, type].filter((one) => one !== '').join(' '),
    time: timeOf(value),
    author,
    conversation: conversation === '' ? null : conversation,
    text,
    // Somebody took a message back: that it was there is all that is left of it.
    state: type === 'STATUSERASEDMESSAGE' ? 'deleted' : 'live',
    media: ids.flatMap((id) => (state.byId.get(id) ?? [id]).map((uri) => media.file({ uri }))),
    content: { from: author, to, type, text, media: ids },
    details: {
      type,
      title: textOf(value['Conversation Title']),
      to,
      sent,
      saved,
      snap: isSnap ? 'Snapchat exports that a snap was sent, not what it showed.' : undefined,
    },
  })
}

/** `Created` to the second; the other field says it more exactly, in milliseconds whatever its name. */
function timeOf(value: JsonObject): TimeFields {
  const written = writtenTime(value.Created, 'UTC')
  const exact = epochTime(value['Created(microseconds)'])
  if (written.at === null) return exact.at === null ? written : exact
  // The written time stays the source's words: both schemas have it, and a record is told apart by it.
  return exact.at !== null && Math.abs(exact.at - written.at) < 1000
    ? { ...written, at: exact.at, precision: 'millisecond' }
    : written
}
