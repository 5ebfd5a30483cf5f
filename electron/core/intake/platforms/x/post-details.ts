// Owns what is shown of a post besides its text: everything that a person may ask for and that is not a field of its own.

import { decodeXEntities } from '../../../../../shared/text/entities.ts'
import { filled, idOf, isObject, type JsonObject, objectsOf, textOf, textOrNull } from '../../kit/value.ts'
import type { ReadType } from './file-type.ts'
import type { FoundNote } from './note-index.ts'
import { editDetails } from './post-edits.ts'
import type { PostUrl } from './post-links.ts'
import { type SourceTime, timeOfId } from './time.ts'

interface Post {
  readonly tweet: JsonObject
  readonly entities: JsonObject | undefined
  readonly id: string
  /** The post’s own text, which a long one only begins. */
  readonly short: string
  readonly time: SourceTime
  readonly urls: readonly PostUrl[]
  readonly joined: FoundNote | null
  readonly type: ReadType
}

/** The details of a post; what the export does not say is left out. */
export function postDetails({ tweet, entities, id, short, time, urls, joined, type }: Post): Record<string, unknown> {
  const details: Record<string, unknown> = {}
  if (typeof tweet.lang === 'string') details.lang = tweet.lang
  if (typeof tweet.source === 'string') details.source = programIn(tweet.source)
  if (type.audience !== undefined) details.audience = type.audience
  if (tweet.possibly_sensitive === true) details.sensitive = true
  addEntities(details, entities)
  if (joined !== null) {
    const { note } = joined
    details.note = { id: note.id, beginning: short, ...(note.updatedAt === null ? {} : { updatedAt: note.updatedAt }) }
    details.shortLinks = note.shortLinks
  } else if (urls.length > 0) {
    details.shortLinks = urls.map((url) => url.short)
  }
  const edited = editDetails(tweet)
  if (edited !== undefined) details.edits = edited
  addRare(details, tweet)
  if (time.odd) {
    const given = timeOfId(id)
    if (given !== null) details.timeOfId = new Date(given).toISOString()
  }
  return details
}

function addEntities(details: Record<string, unknown>, entities: JsonObject | undefined): void {
  if (entities === undefined) return
  const hashtags = objectsOf(entities.hashtags)
  if (hashtags.length > 0) details.hashtags = hashtags.map(({ text }) => textOf(text))
  const symbols = objectsOf(entities.symbols)
  if (symbols.length > 0) details.symbols = symbols.map(({ text }) => textOf(text))
  const mentions = objectsOf(entities.user_mentions)
  if (mentions.length > 0) {
    details.mentions = mentions.map((one) => ({
      handle: textOf(one.screen_name),
      name: textOf(one.name),
      id: idOf(one.id_str),
    }))
  }
}

/** Fields that few posts have. */
function addRare(details: Record<string, unknown>, tweet: JsonObject): void {
  const answered = textOrNull(tweet.in_reply_to_screen_name)
  if (answered !== null) details.replyToHandle = answered
  const answeredId = idOf(tweet.in_reply_to_user_id_str) ?? idOf(tweet.in_reply_to_user_id)
  if (answeredId !== null) details.replyToUser = answeredId
  const community = idOf(tweet.community_id_str) ?? idOf(tweet.community_id)
  if (community !== null) details.community = community
  const coordinates = coordinatesOf(tweet)
  if (coordinates !== undefined) details.coordinates = coordinates
  if (isObject(tweet.retweeted_status)) details.reposted = repostedIn(tweet.retweeted_status)
  if (isObject(tweet.place)) details.place = textOf(tweet.place.full_name) || textOf(tweet.place.name)
  for (const key of ['withheld_in_countries', 'withheld_copyright', 'withheld_scope', 'scopes']) {
    if (tweet[key] != null) details[key] = tweet[key]
  }
}

/** Where a post was written; archives of before 2018 write an empty object where nowhere. */
export function coordinatesOf({ coordinates, geo }: JsonObject): unknown {
  const place = coordinates ?? geo ?? undefined
  return isObject(place) && Object.keys(place).length === 0 ? undefined : place
}

/** The post that was reposted, whole in archives of before 2018 only. */
function repostedIn(post: JsonObject): Readonly<Record<string, unknown>> {
  const user = isObject(post.user) ? post.user : {}
  return filled({
    id: idOf(post.id_str) ?? idOf(post.id),
    handle: textOf(user.screen_name),
    name: textOf(user.name),
    userId: idOf(user.id_str),
    createdAt: textOf(post.created_at),
    text: decodeXEntities(textOf(post.text)),
  })
}

/** X writes the program’s name as a link. The few names are remembered. */
const programs = new Map<string, string>()
const MOST_PROGRAMS = 1000

function programIn(source: string): string {
  const known = programs.get(source)
  if (known !== undefined) return known
  const name = /^<a [^>]*>(.*)<\/a>$/s.exec(source)?.[1] ?? source
  if (programs.size < MOST_PROGRAMS) programs.set(source, name)
  return name
}
