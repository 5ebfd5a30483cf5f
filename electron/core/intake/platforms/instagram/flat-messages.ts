// Owns the conversations of Instagram's exports of 2018 to 2020, all in one file.
import type { Outcome } from '../../draft.ts'
import { failed, passedOver, record } from '../../kit/draft.ts'
import { writtenTime } from '../../kit/time.ts'
import { baseName, filled, isObject, type JsonObject, listOf, objectsOf, textOf, textsOf } from '../../kit/value.ts'
import type { MetaReading } from '../../meta/reading.ts'
import { repaired } from '../../meta/repaired.ts'
import { others } from './flat.ts'

const READ = [
  'sender',
  'created_at',
  'text',
  'likes',
  'heart',
  'media',
  'media_url',
  'voice_media',
  'media_owner',
  'media_share_caption',
  'media_share_url',
  'story_share',
  'story_share_type',
  'link',
]

/** A conversation: every message in it. */
export function flatConversation(value: unknown, reading: MetaReading): Outcome | readonly Outcome[] {
  const talk = repaired(value)
  if (typeof talk === 'string') return passedOver('A sentence of Instagram’s that the section is empty.')
  if (!isObject(talk)) return failed('not-an-object', 'is not an object, as a conversation must be')
  const participants = textsOf(talk.participants)
  const messages = listOf(talk.conversation)
  if (messages.length === 0) return passedOver('A conversation without messages.')
  return messages.map((one) =>
    isObject(one)
      ? messageOutcome(one, participants, reading)
      : failed('not-an-object', 'is not an object, as a message must be'),
  )
}

function messageOutcome(message: JsonObject, participants: readonly string[], reading: MetaReading): Outcome {
  const sender = textOf(message.sender)
  const media = [message.media, message.media_url, message.voice_media].map(textOf).filter((uri) => uri !== '')
  const addresses = [message.media_share_url, message.link].map(textOf).filter((one) => one !== '')
  const shared = textOf(message.media_share_caption)
  const story = textOf(message.story_share)
  const action = textOf(message.action) || textOf(message.video_call_action)
  const conversation = [...participants].sort().join(', ')
  const reactions = objectsOf(message.likes).map((like) => ({ reaction: '❤', actor: textOf(like.username), like }))
  const text = textOf(message.text) || textOf(message.heart) || shared || story || action
  return record({
    kind: 'message',
    key: [conversation, sender].join(' '),
    // Later exports name a conversation by its folder.
    twin: 'words',
    time: writtenTime(message.created_at, 'UTC'),
    author: sender,
    conversation,
    text,
    links: addresses.filter((one) => /^https?:/i.test(one)).map((target) => ({ shown: target, target })),
    details: {
      participants,
      reactions: reactions.map(({ reaction, actor, like }) => ({ reaction, actor, at: textOf(like.date) })),
      share: filled({ owner: message.media_owner, caption: shared, story, storyType: message.story_share_type }),
      ...others(message, READ),
    },
    content: {
      text,
      sender,
      media: media.map(baseName),
      links: addresses,
      reactions: reactions.map(({ actor }) => actor),
    },
    media: media.map((uri) => reading.media.file({ uri })),
  })
}
