// Owns making a record of a post: live or deleted, plain, in a community or in a circle. The hot path of an import.
import type { RecordKind } from '../../../../../shared/domain/record/record.ts'
import { decodeXEntities } from '../../../../../shared/text/entities.ts'
import type { MediaDraft, Outcome } from '../../draft.ts'
import { failed } from '../../kit/draft.ts'
import { countOf, idOf, isObject, type JsonObject, textOf, unwrapped } from '../../kit/value.ts'
import type { LinkContent, PostContent } from './content.ts'
import { type Drafting, ownerName, record, timeFields } from './drafting.ts'
import type { ReadType } from './file-type.ts'
import type { FoundNote, NoteIndex } from './note-index.ts'
import { coordinatesOf, postDetails } from './post-details.ts'
import { editIds } from './post-edits.ts'
import { allLinks, links, type PostUrl, urlsOf } from './post-links.ts'
import { mediaContent, mediaOf, namedMedia } from './post-media.ts'
import { sourceTime } from './time.ts'

/** What is known while posts are read. */
export interface PostDrafting extends Drafting {
  readonly notes: NoteIndex
  readonly type: ReadType
  /** Tells of each post's id, so that headers can be checked. */
  readonly seen: (id: string) => void
}

const NONE: readonly never[] = []

/** A parsed element of `tweets.js` and its relatives as a record. */
export function postOutcome(value: unknown, drafting: PostDrafting): Outcome {
  if (!isObject(value)) return failed('not-an-object', 'is not an object, as a post must be')
  const tweet = unwrapped(value, 'tweet')
  const id = idOf(tweet.id_str) ?? idOf(tweet.id)
  const source = tweet.full_text ?? tweet.text
  if (id === null) return failed('post-without-id', 'has no number, as a post must')
  if (typeof source !== 'string') return failed('post-without-text', `has no text, as a post must (number ${id})`)
  drafting.seen(id)

  const short = source.includes('&') ? decodeXEntities(source) : source
  const deleted = drafting.type.deleted === true
  const latest = drafting.latest(id)
  const time = sourceTime(tweet.created_at, latest)
  const found = drafting.notes.empty || time.at === null ? null : drafting.notes.of(id, time.at, short, deleted)
  if (found === 'taken') drafting.odd('note-twice', id)
  const joined = found === 'taken' ? null : found

  const entities = isObject(tweet.entities) ? tweet.entities : undefined
  const urls = entities === undefined ? NONE : urlsOf(entities.urls)
  const items = mediaOf(tweet, entities)
  const parent = idOf(tweet.in_reply_to_status_id_str) ?? idOf(tweet.in_reply_to_status_id)
  const reposted = isObject(tweet.retweeted_status) ? tweet.retweeted_status : null
  const media: readonly MediaDraft[] = drafting.media.filesOf(id, items.length === 0 ? NONE : namedMedia(id, items))
  return record({
    kind: reposted === null ? kindOf(parent, short) : 'repost',
    nativeId: id,
    ...timeFields(time, drafting),
    author: ownerName(drafting.owner) || handleIn(tweet.user),
    conversation: null,
    parentNativeId: parent ?? (reposted === null ? null : idOf(reposted.id_str)),
    state: deleted ? 'deleted' : 'live',
    deletedAt: deleted ? sourceTime(tweet.deleted_at, latest).at : null,
    text: joined === null ? short : joined.note.text,
    links: joined === null ? links(urls) : allLinks(urls, joined),
    details: postDetails({ tweet, entities, id, short, time, urls, joined, type: drafting.type }),
    content: contentOf(tweet, short, time.at ?? time.atSource, parent, urls, items, joined),
    measures: measuresOf(tweet),
    media,
    joined: joined === null ? NONE : joined.joined,
  })
}

/** Archives of before 2018 name the account with every post. */
function handleIn(user: unknown): string {
  return isObject(user) ? textOf(user.screen_name) : ''
}

function kindOf(parent: string | null, text: string): RecordKind {
  if (parent !== null) return 'reply'
  return text.startsWith('RT @') ? 'repost' : 'post'
}

function contentOf(
  tweet: JsonObject,
  text: string,
  createdAt: number | string | null,
  parent: string | null,
  urls: readonly PostUrl[],
  items: readonly JsonObject[],
  joined: FoundNote | null,
): PostContent {
  return {
    full_text: text,
    created_at: createdAt,
    in_reply_to_status_id: parent ?? undefined,
    in_reply_to_user_id: idOf(tweet.in_reply_to_user_id_str) ?? idOf(tweet.in_reply_to_user_id) ?? undefined,
    urls: urls.length === 0 ? undefined : urls.map(({ short, target }): LinkContent => [short, target]),
    media: items.length === 0 ? undefined : mediaContent(items),
    edit_tweet_ids: editIds(tweet),
    coordinates: coordinatesOf(tweet),
    place: isObject(tweet.place) ? (idOf(tweet.place.id) ?? undefined) : undefined,
    note: joined?.note.content,
  }
}

function measuresOf(tweet: JsonObject): readonly (readonly [string, number])[] {
  const likes = countOf(tweet.favorite_count)
  const reposts = countOf(tweet.retweet_count)
  if (likes === null || reposts === null) {
    return [
      ...(likes === null ? [] : [['likes', likes] as const]),
      ...(reposts === null ? [] : [['reposts', reposts] as const]),
    ]
  }
  return [
    ['likes', likes],
    ['reposts', reposts],
  ]
}
