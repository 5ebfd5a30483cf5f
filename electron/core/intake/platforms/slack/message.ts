// Owns making records of the messages of a day: what was written, edits and deletions as far as the export logs them, and events.
import type { RecordState } from '../../../../../shared/domain/record/record.ts'
import type { Outcome } from '../../draft.ts'
import { failed, record } from '../../kit/draft.ts'
import type { Reading } from '../../kit/spec.ts'
import { countOf, filled, isObject, type JsonObject, objectsOf, textOf, textsOf } from '../../kit/value.ts'
import { attachedTo } from './attachments.ts'
import { blockWords } from './blocks.ts'
import type { Channel } from './channels.ts'
import { eventDetails, isEvent } from './event.ts'
import { filesOf } from './files.ts'
import { type Names, NO_WORDS, type Words, wordsOf } from './mrkdwn.ts'
import { authorOf, nameOf, namesOf } from './people.ts'
import { conversationOf, type SlackState } from './state.ts'
import { shownTime, stampOf, stampTime } from './when.ts'

type SlackReading = Reading<SlackState>

/** What is said of a message besides its own element. */
interface Fate {
  readonly state?: RecordState
  readonly deletedAt?: number | null
  /** When another wording took the place of this one. */
  readonly replaced?: unknown
}

/** One element of a day's list. An entry of the log of edits gives the wording before and the one after. */
export function messageOutcome(value: unknown, reading: SlackReading): Outcome | readonly Outcome[] {
  if (!isObject(value)) return failed('not-an-object', 'is not an object, as a message must be')
  const before = [value.previous_message, value.original, value.previous].find(isObject)
  if (value.subtype === 'message_changed') {
    const after = isObject(value.message) ? value.message : null
    const outcomes = [
      ...(before === undefined ? [] : [oneMessage(before, reading, { replaced: value.ts })]),
      ...(after === null ? [] : [oneMessage(after, reading)]),
    ]
    return outcomes.length > 0 ? outcomes : oneMessage(value, reading)
  }
  if (value.subtype === 'message_deleted') {
    const what = before ?? { ts: value.deleted_ts ?? value.ts }
    return oneMessage(what, reading, { state: 'deleted', deletedAt: stampTime(value.ts).at })
  }
  return oneMessage(value, reading, value.subtype === 'tombstone' ? { state: 'deleted' } : {})
}

/** Whether an element belongs to the log of edits: its wordings go before the one that stands. */
export function isEdit(value: unknown): boolean {
  return isObject(value) && value.subtype === 'message_changed'
}

function oneMessage(message: JsonObject, reading: SlackReading, fate: Fate = {}): Outcome {
  const { state, media } = reading
  const ts = stampOf(message.ts)
  if (ts === null) return failed('message-without-stamp', 'has no time stamp (ts), as a message of Slack must')
  const channel = conversationOf(state, reading.file)
  const subtype = textOf(message.subtype)
  const event = isEvent(subtype)
  const own = ownWords(message, state)
  const attached = attachedTo(message, state)
  const files = filesOf([...objectsOf(message.files), ...oneFile(message), ...attached.files], media)
  const main = [own.text, attached.cards].filter((part) => part !== '').join('\n') || attached.previews
  const thread = stampOf(message.thread_ts)
  const reactions = objectsOf(message.reactions)
  // A tombstone is signed by Slackbot; who wrote what was deleted is not said.
  const author = subtype === 'tombstone' ? { name: '', details: {} } : authorOf(commentBy(message), state.people)
  const edited = isObject(message.edited) ? message.edited : null
  return record({
    kind: event ? 'conversation-event' : 'message',
    id: `${channel.id} ${ts}`,
    time: stampTime(ts),
    author: author.name,
    conversation: channel.id,
    parent: thread === null || thread === ts ? null : `${channel.id} ${thread}`,
    state: fate.state ?? 'live',
    deletedAt: fate.deletedAt ?? null,
    text: [main, files.words].filter((part) => part !== '').join('\n'),
    links: [...own.links, ...attached.links, ...files.links],
    details: {
      ...channelDetails(channel, state),
      ...author.details,
      ...(event ? eventDetails(message, subtype, state) : { subtype: subtype === 'bot_message' ? '' : subtype }),
      edited: edited === null ? null : shownTime(edited.ts),
      editedBy: edited === null || edited.user === message.user ? '' : nameOf(state.people, edited.user),
      replacedAt: fate.replaced === undefined ? null : shownTime(fate.replaced),
      reactions: reactions.map((one) => ({
        reaction: textOf(one.name),
        people: namesOf(state.people, textsOf(one.users)),
      })),
      attachments: attached.details,
      files: files.details,
      pinned: Array.isArray(message.pinned_to) && message.pinned_to.length > 0 ? true : undefined,
      alsoInChannel: subtype === 'thread_broadcast' ? true : undefined,
    },
    content: filled({
      text: textOf(message.text),
      blocks: textOf(message.text) === '' ? message.blocks : null,
      attachments: attached.content,
      files: files.content,
      user: textOf(message.user),
      bot: textOf(message.bot_id),
      username: textOf(message.username),
      subtype,
      edited: edited === null ? null : edited.ts,
      topic: message.topic ?? message.purpose ?? message.name,
      reactions: reactions.map((one) => [textOf(one.name), textsOf(one.users).toSorted()]),
    }),
    measures: [
      ...reactions.flatMap((one) => counted(`reaction ${textOf(one.name)}`, one.count)),
      ...counted('replies', message.reply_count),
    ],
    media: files.media,
  })
}

/** What apps write into `text` where all they say is in blocks. */
const NO_TEXT = /^This (?:content|message) can['’]t be displayed\.?$/

function ownWords(message: JsonObject, names: Names): Words {
  const raw = textOf(message.text)
  const hasText = raw.trim() !== '' && !NO_TEXT.test(raw)
  const blocks = hasText ? NO_WORDS : blockWords(message.blocks, names)
  return blocks.text === '' ? wordsOf(raw, names) : blocks
}

/** Until 2018 a message had one file at most. */
function oneFile({ file }: JsonObject): readonly JsonObject[] {
  return isObject(file) ? [file] : []
}

/** Until 2018 a comment on a file said who wrote it inside. */
function commentBy(message: JsonObject): JsonObject {
  const { comment } = message
  return isObject(comment) && textOf(message.user) === '' ? { ...message, user: comment.user } : message
}

function channelDetails({ name, kind, members }: Channel, { people }: Names) {
  const isNamed = kind === 'public channel' || kind === 'private channel'
  return {
    channel: isNamed ? `#${name}` : name,
    channelKind: kind === 'unknown' ? '' : kind,
    participants: kind === 'direct messages' || kind === 'group messages' ? namesOf(people, members) : [],
  }
}

function counted(name: string, value: unknown): readonly (readonly [string, number])[] {
  const count = countOf(value)
  return count === null ? [] : [[name, count]]
}
