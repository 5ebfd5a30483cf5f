// Owns making records of what few accounts have: moments, Spaces, articles, talks with Grok. Their fields come from X's own README.
import type { Outcome } from '../../draft.ts'
import { failed } from '../../kit/draft.ts'
import {
  baseName,
  countOf,
  filled,
  idOf,
  isObject,
  type JsonObject,
  listOf,
  objectsOf,
  textOf,
  textsOf,
  unwrapped,
} from '../../kit/value.ts'
import type { ArticleContent, ChatContent, MomentContent, SpaceContent } from './content.ts'
import { type Drafting, ownerName, PLAIN, record, timeFields } from './drafting.ts'
import { roleOf } from './media-index.ts'
import { sourceTime } from './time.ts'

/** A parsed element of `moment.js`. */
export function momentOutcome(value: unknown, drafting: Drafting): Outcome {
  const moment = isObject(value) ? unwrapped(value, 'moment') : {}
  const id = idOf(moment.momentId)
  if (id === null) return failed('moment-without-id', 'has no number, as a moment must')
  const tweets = listOf(moment.tweets).map((tweet) => (isObject(tweet) ? idOfTweet(tweet) : tweet))
  const content: MomentContent = {
    title: textOf(moment.title),
    description: textOf(moment.description),
    createdBy: idOf(moment.createdBy),
    tweets,
  }
  const covers = textsOf(moment.coverMediaUrls).map(baseName)
  return record({
    ...PLAIN,
    kind: 'moment',
    nativeId: id,
    ...timeFields(sourceTime(moment.createdAt, drafting.latest(id)), drafting),
    author: ownerName(drafting.owner),
    text: lines(content.title, content.description),
    details: filled({ title: content.title, posts: tweets }),
    content,
    media: drafting.media.filesOf(
      id,
      covers.map((name) => ({ role: roleOf(name), names: [`${id}-${name}`, name], alt: null })),
    ),
  })
}

/** A parsed element of `spaces-metadata.js`: a talk in sound. Who took part is told by numbers of accounts. */
export function spaceOutcome(value: unknown, drafting: Drafting): Outcome {
  const space = isObject(value) ? unwrapped(unwrapped(value, 'spacesMetadata'), 'space') : {}
  const id = idOf(space.id)
  if (id === null) return failed('space-without-id', 'has no number, as a Space must')
  const content: SpaceContent = {
    title: textOf(space.title),
    creatorUserId: idOf(space.creatorUserId),
    hostUserIds: listOf(space.hostUserIds),
    invitedUserIds: listOf(space.invitedUserIds),
    speakers: listOf(space.speakers),
    endedAt: space.endedAt ?? null,
  }
  const counts = (['totalParticipating', 'totalParticipated'] as const).flatMap((name) => {
    const count = countOf(space[name])
    return count === null ? [] : [[name === 'totalParticipated' ? 'participants' : 'listening', count] as const]
  })
  return record({
    ...PLAIN,
    kind: 'space',
    nativeId: id,
    ...timeFields(sourceTime(space.createdAt, drafting.latest('')), drafting),
    author: ownerName(drafting.owner),
    text: content.title === '' ? `Space ${id}` : content.title,
    details: filled({
      creator: content.creatorUserId,
      hosts: content.hostUserIds,
      speakers: content.speakers,
      endedAt: content.endedAt,
    }),
    content,
    measures: counts,
    media: drafting.media.filesOf(id, []),
  })
}

/** A parsed element of `twitter-article.js` (`article.js` of late). */
export function articleOutcome(value: unknown, drafting: Drafting): Outcome {
  const article = isObject(value) ? unwrapped(unwrapped(value, 'twitterArticle'), 'article') : {}
  const id = idOf(article.id)
  if (id === null) return failed('article-without-id', 'has no number, as an article must')
  const content: ArticleContent = { title: textOf(article.title), data: article.data ?? article.content ?? null }
  const time = sourceTime(article.publishedAt ?? article.createdAt, drafting.latest(id))
  return record({
    ...PLAIN,
    kind: 'article',
    nativeId: id,
    ...timeFields(time, drafting),
    author: ownerName(drafting.owner),
    state: /^draft$/i.test(textOf(article.visibility)) ? 'draft' : 'live',
    text: lines(content.title, ...wordsIn(content.data)),
    details: filled({ title: content.title }),
    content,
    media: drafting.media.filesOf(id, []),
  })
}

/** A parsed element of `grok-chat-item.js`: one turn of a talk with X's machine. It has no number; `ordinal` tells turns of one moment apart. */
export function chatOutcome(value: unknown, ordinal: (key: string) => number, drafting: Drafting): Outcome {
  const item = isObject(value) ? unwrapped(value, 'grokChatItem') : {}
  const chat = idOf(item.chatId)
  if (chat === null || typeof item.message !== 'string') {
    return failed('chat-unreadable', 'has no text or does not say which talk it belongs to')
  }
  const sender = isObject(item.sender)
    ? textOf(item.sender.originalName) || textOf(item.sender.name)
    : textOf(item.sender)
  const attachments = objectsOf(item.attachments)
  const content: ChatContent = {
    message: item.message,
    sender,
    attachments: attachments.map(({ mediaId, fileName }) => [idOf(mediaId), textOf(fileName)]),
    postIds: listOf(item.postIds),
  }
  const key = `${chat}:${textOf(item.createdAt)}:${sender}`
  return record({
    ...PLAIN,
    kind: 'chat',
    nativeId: `${key}:${ordinal(key)}`,
    ...timeFields(sourceTime(item.createdAt, drafting.latest('')), drafting),
    author: /^user$/i.test(sender) ? ownerName(drafting.owner) : 'Grok',
    conversation: chat,
    text: item.message,
    details: filled({ sender, posts: content.postIds }),
    content,
    media:
      attachments.length === 0
        ? []
        : drafting.media.filesOf(
            chat,
            attachments.map(({ mediaId, fileName }) => {
              const name = textOf(fileName)
              return { role: roleOf(name), names: [`${idOf(mediaId) ?? ''}-${name}`, name], alt: null }
            }),
          ),
  })
}

const MOST_WORDS = 20_000

/** Every `text` in an article’s sections, in order: their form is not documented further. */
function wordsIn(data: unknown): string[] {
  if (typeof data === 'string') return [data]
  const found: string[] = []
  const gather = (value: unknown) => {
    if (typeof value !== 'object' || value === null || found.length >= MOST_WORDS) return
    for (const [name, inner] of Object.entries(value)) {
      if (typeof inner === 'string' && name === 'text') found.push(inner)
      else gather(inner)
    }
  }
  gather(data)
  return found
}

function idOfTweet(tweet: JsonObject): string | null {
  const inner = unwrapped(tweet, 'tweet')
  return idOf(inner.tweetId) ?? idOf(inner.id_str) ?? idOf(inner.id)
}

const lines = (...texts: readonly string[]) => texts.filter((text) => text !== '').join('\n')
