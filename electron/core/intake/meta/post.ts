// Owns Facebook's posts, comments and reactions: `{timestamp, title, data:[…], attachments:[…], tags:[…]}` of all years.
import type { RecordKind, RecordState } from '../../../../shared/domain/record/record.ts'
import type { Outcome } from '../draft.ts'
import { record } from '../kit/draft.ts'
import { secondsTime } from '../kit/time.ts'
import { idOf, isObject, type JsonObject, objectsOf, textOf } from '../kit/value.ts'
import { attachmentParts, exifOf, mediaNames, mediaOf, metaMedia } from './media.ts'
import type { MetaReading } from './reading.ts'

/** What the file that an item stands in says of it. */
export interface PostHint {
  readonly kind: RecordKind
  readonly state?: RecordState
  readonly details?: JsonObject
}

/** An item with a time of its own as a record; what it is follows from its parts before the hint. */
export function activityOutcome(item: JsonObject, hint: PostHint, reading: MetaReading): Outcome | readonly Outcome[] {
  const data = objectsOf(item.data)
  const comment = data.map((one) => one.comment).find(isObject)
  if (comment !== undefined) return commentOutcome(item, comment, hint, reading)
  const reaction = data.map((one) => one.reaction).find(isObject)
  if (reaction !== undefined) return reactionOutcome(item, reaction, reading)
  const below = mediaOf(item).flatMap((one) => objectsOf(one.comments).map((said) => commentBelow(said, one)))
  const outcome = postOutcome(item, data, hint, reading)
  return below.length === 0 ? outcome : [outcome, ...below]
}

/** What somebody wrote under a picture or film: until 2021 these stand with the file. */
function commentBelow(comment: JsonObject, media: JsonObject): Outcome {
  const text = textOf(comment.comment)
  const author = textOf(comment.author)
  const [name = ''] = mediaNames([media])
  return record({
    kind: 'comment',
    key: `on ${name}`,
    twin: 'words',
    time: secondsTime(comment.timestamp),
    author,
    text,
    details: { on: name, group: textOf(comment.group) },
    content: { text, author, on: name },
  })
}

function postOutcome(item: JsonObject, data: readonly JsonObject[], hint: PostHint, reading: MetaReading): Outcome {
  const parts = attachmentParts(item)
  const media = mediaOf(item)
  const own = data.map(({ post }) => textOf(post)).filter((text) => text !== '')
  const described = [...parts.map(({ text }) => textOf(text)), ...media.map(({ description }) => textOf(description))]
  const title = textOf(item.title)
  const said = own.length > 0 ? own : described.filter((text) => text !== '')
  const named = typeof item.uri === 'string' || isObject(item.media) ? textOf(media[0]?.title) : ''
  const text = [...new Set(said.length > 0 ? said : [named || textOf(item.description) || textOf(item.name)])].join(
    '\n',
  )
  const links = parts.flatMap(({ external_context: link }) =>
    isObject(link) && textOf(link.url) !== ''
      ? [{ shown: textOf(link.name) || textOf(link.source) || textOf(link.url), target: textOf(link.url) }]
      : [],
  )
  const places = parts.flatMap(({ place }) => (isObject(place) ? [place] : []))
  const seconds = item.timestamp ?? item.creation_timestamp ?? media[0]?.creation_timestamp ?? item.start_timestamp
  return record({
    kind: hint.kind,
    id: idOf(item.fbid),
    key: keyOf(hint),
    time: secondsTime(seconds),
    author: reading.owner,
    state: hint.state ?? 'live',
    text: text === '' ? title : text,
    links,
    details: {
      title,
      name: textOf(item.name),
      tags: objectsOf(item.tags).map(({ name }) => textOf(name)),
      places,
      event: parts.map(({ event }) => event).find(isObject) ?? eventOf(item),
      poll: parts.map(({ poll }) => poll).find(isObject),
      lifeEvent: parts.map(({ life_event: event }) => event).find(isObject),
      updated: data.map((one) => one.update_timestamp).find((one) => one !== undefined),
      backdated: data.map((one) => one.backdated_timestamp).find((one) => one !== undefined),
      exif: media.map(exifOf).find((one) => one !== undefined),
      captions: described.filter((caption) => caption !== '' && !text.includes(caption)),
      comments: media.flatMap((one) => objectsOf(one.comments)),
      ...hint.details,
    },
    content: { text, title, links, places, media: mediaNames(media), tags: item.tags },
    media: metaMedia(media, reading.media),
  })
}

function commentOutcome(item: JsonObject, comment: JsonObject, hint: PostHint, reading: MetaReading): Outcome {
  const media = mediaOf(item)
  const text = textOf(comment.comment)
  const parts = attachmentParts(item)
  const links = parts.flatMap(({ external_context: link }) =>
    isObject(link) && textOf(link.url) !== ''
      ? [{ shown: textOf(link.name) || textOf(link.url), target: textOf(link.url) }]
      : [],
  )
  const author = textOf(comment.author) || reading.owner
  return record({
    kind: 'comment',
    id: idOf(item.fbid) ?? idOf(comment.fbid),
    key: keyOf({ ...hint, kind: 'comment' }),
    twin: 'words',
    time: secondsTime(item.timestamp ?? comment.timestamp),
    author,
    state: hint.state ?? 'live',
    text,
    links,
    details: { title: textOf(item.title), group: textOf(comment.group), ...hint.details },
    content: { text, author, title: textOf(item.title), group: textOf(comment.group), media: mediaNames(media), links },
    media: metaMedia(media, reading.media),
  })
}

function reactionOutcome(item: JsonObject, reaction: JsonObject, reading: MetaReading): Outcome {
  const title = textOf(item.title)
  const author = textOf(reaction.actor) || reading.owner
  const name = textOf(reaction.reaction)
  return record({
    kind: 'reaction',
    id: idOf(item.fbid),
    twin: 'moment',
    time: secondsTime(item.timestamp),
    author,
    text: title === '' ? name : title,
    details: { reaction: name, target: title },
    content: { reaction: name, actor: author, title },
  })
}

/** Start and end of an event stand as fields of its own. */
function eventOf(item: JsonObject): JsonObject | undefined {
  if (item.start_timestamp === undefined) return undefined
  return { name: item.name, start: item.start_timestamp, end: item.end_timestamp, place: item.place }
}

const keyOf = ({ details }: PostHint) => (typeof details?.group === 'string' ? details.group : '')
