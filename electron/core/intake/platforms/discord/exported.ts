// Owns messages as DiscordChatExporter writes them: of everybody in a channel, with replies, edits, reactions.
import type { Outcome } from '../../draft.ts'
import { failed, record } from '../../kit/draft.ts'
import type { Reading } from '../../kit/spec.ts'
import { writtenTime } from '../../kit/time.ts'
import { countOf, filled, idOf, isObject, type JsonObject, objectsOf, textOf, textsOf } from '../../kit/value.ts'
import { exportedFile } from './attachment.ts'
import { placeDetails } from './channel.ts'
import { embedLines, embedLinks } from './embed.ts'
import { messageContent, tellTime } from './message.ts'
import { messageTime } from './snowflake.ts'
import { type DiscordState, placeAt } from './state.ts'
import { linksIn } from './words.ts'

/** Kinds of messages that somebody has written; all others tell what happened. Newer ones come as numbers. */
const WRITTEN = /^(?:|Default|Reply|ChatInputCommand|ContextMenuCommand|ThreadStarterMessage|0|19|20|21|23)$/

/** One element of `messages`. */
export function exportedOutcome(value: unknown, reading: Reading<DiscordState>): Outcome {
  if (!isObject(value)) return failed('not-an-object', 'is not an object, as a message must be')
  const id = idOf(value.id)
  if (id === null) return failed('message-without-number', 'has no number (id), as a message of Discord must')
  const { state, file, media, odd } = reading
  const place = placeAt(state, file)
  const author = isObject(value.author) ? value.author : {}
  const type = idOf(value.type) ?? ''
  const reference = isObject(value.reference) ? value.reference : {}
  const answered = idOf(reference.messageId)
  const text = textOf(value.content)
  const embeds = objectsOf(value.embeds).map((embed) => embedLines(embed))
  const files = objectsOf(value.attachments).map((one) =>
    exportedFile(textOf(one.url), idOf(one.id) ?? '', textOf(one.fileName), media),
  )
  const reactions = objectsOf(value.reactions).map(reactionOf)
  const forwarded = isObject(value.forwardedMessage) ? textOf(value.forwardedMessage.content) : ''
  const isReply = type === 'Reply' || type === '19'
  return record({
    kind: WRITTEN.test(type) ? 'message' : 'conversation-event',
    id,
    time: messageTime(value.timestamp, id, () => tellTime(odd)),
    author: textOf(author.name),
    conversation: place.id || null,
    parent: isReply ? answered : null,
    text: text || forwarded || embeds.filter((one) => one !== '').join('\n'),
    links: [...linksIn(text), ...objectsOf(value.embeds).flatMap(embedLinks), ...files.flatMap(({ links }) => links)],
    details: {
      ...placeDetails(place),
      user: idOf(author.id),
      nickname: author.nickname === author.name ? '' : textOf(author.nickname),
      bot: author.isBot === true || undefined,
      event: WRITTEN.test(type) ? '' : type,
      edited: textOf(value.timestampEdited),
      callEnded: textOf(value.callEndedTimestamp),
      pinned: value.isPinned === true || undefined,
      mentions: objectsOf(value.mentions).map(({ name }) => textOf(name)),
      refersTo: isReply ? '' : answered,
      forwarded: text === '' ? '' : forwarded,
      embeds,
      stickers: objectsOf(value.stickers).map(({ name }) => textOf(name)),
      command: isObject(value.interaction) ? textOf(value.interaction.name) : '',
      reactions: reactions.map(({ name, people }) => filled({ reaction: name, people })),
    },
    content: {
      ...messageContent(
        text,
        files.flatMap(({ content }) => content),
      ),
      ...filled({
        edited: textOf(value.timestampEdited),
        embeds: text === '' ? embeds.filter((one) => one !== '') : [],
        forwarded,
        stickers: objectsOf(value.stickers).map(({ name }) => textOf(name)),
        reactions: reactions.flatMap(({ name, ids }) => (ids.length === 0 ? [] : [[name, ids]])),
      }),
    },
    measures: reactions.flatMap(({ name, count }) => (count === null ? [] : [[`reaction ${name}`, count] as const])),
    media: files.flatMap((one) => one.media),
  })
}

/** When the export was made, where it says so: ms since 1970 UTC. */
export function exportedAt(json: JsonObject): number | null {
  return writtenTime(json.exportedAt, 'UTC').at
}

/** Who reacted is known only where the export was asked for it. */
function reactionOf(reaction: JsonObject) {
  const emoji = isObject(reaction.emoji) ? reaction.emoji : {}
  const users = objectsOf(reaction.users)
  return {
    name: textOf(emoji.name) || textOf(emoji.code),
    count: countOf(reaction.count),
    people: users.map(({ name }) => textOf(name)),
    ids: textsOf(users.map(({ id }) => id)).toSorted(),
  }
}
