// X, captured: posts of version 2 of its interface, with the numbers of an archive's posts (docs/formats/x.md).

import type { RecordKind } from '../../../../shared/domain/record/record.ts'
import { decodeXEntities } from '../../../../shared/text/entities.ts'
import type { StoredAnswer } from '../captured-reader.ts'
import type { Outcome } from '../draft.ts'
import { failed } from '../kit/draft.ts'
import { CONTEXT, jsonAnswers, parsed, told } from '../kit/json-answer.ts'
import { writtenTime } from '../kit/time.ts'
import {
  baseName,
  countOf,
  idOf,
  isObject,
  type JsonObject,
  objectsOf,
  textOf,
  textOrNull,
  textsOf,
} from '../kit/value.ts'

export default jsonAnswers({
  name: 'x',
  lists: (path) => path.length === 1 && path[0] === 'data',
  make: (value, answer) => ('text' in value ? postOutcome(value, answer) : CONTEXT),
  rest: () => CONTEXT,
  shows: (value) => (isObject(value.includes) ? objectsOf(value.includes.media).map(({ url }) => textOf(url)) : []),
  // Who wrote a post and what it shows stand beside the posts.
  notes: function* ({ bytes }) {
    const value = parsed(bytes)
    const includes = isObject(value) && isObject(value.includes) ? value.includes : {}
    for (const user of objectsOf(includes.users)) yield [`user ${textOf(user.id)}`, textOf(user.username)]
    for (const one of objectsOf(includes.media)) yield [`media ${textOf(one.media_key)}`, JSON.stringify(one)]
  },
})

function postOutcome(post: JsonObject, answer: StoredAnswer): Outcome {
  const id = idOf(post.id)
  if (id === null) return failed('post-without-id', 'has no number, as a post must')
  const note = isObject(post.note_tweet) ? post.note_tweet : null
  const short = decodeXEntities(textOf(post.text))
  const text = note === null ? short : decodeXEntities(textOf(note.text))
  const references = objectsOf(post.referenced_tweets)
  const referred = (type: string) => idOf(references.find((one) => one.type === type)?.id)
  const parent = referred('replied_to')
  const metrics = isObject(post.public_metrics) ? post.public_metrics : {}
  const carrier = note ?? post
  const urls = objectsOf(isObject(carrier.entities) ? carrier.entities.urls : null)
  const files = mediaIn(post, answer)
  const edits = textsOf(post.edit_history_tweet_ids)
  return told({
    kind: kindOf(parent, short),
    id,
    time: writtenTime(post.created_at, 'UTC'),
    author: answer.noted(`user ${textOf(post.author_id)}`) ?? textOf(post.author_id),
    conversation: textOrNull(post.conversation_id),
    parent: parent ?? referred('retweeted'),
    text,
    links: urls
      .filter(({ media_key: key }) => key === undefined)
      .map((url) => ({
        shown: textOf(url.display_url) || textOf(url.url),
        target: textOf(url.expanded_url) || textOf(url.url),
      })),
    details: {
      language: textOf(post.lang),
      quoted: referred('quoted'),
      replyTo: idOf(post.in_reply_to_user_id),
      mayReply: textOf(post.reply_settings),
      edits: edits.length > 1 ? edits : [],
      withheld: post.withheld,
      sensitive: post.possibly_sensitive === true || undefined,
    },
    measures: (['like_count', 'retweet_count', 'reply_count', 'quote_count'] as const).flatMap((name) => {
      const count = countOf(metrics[name])
      return count === null ? [] : [[MEASURES[name], count] as const]
    }),
    content: {
      text,
      parent,
      urls: urls.map(({ expanded_url: target }) => textOf(target)),
      media: files.map(({ url }) => baseName(textOf(url))),
      edits,
    },
    media: files.flatMap((one) =>
      textOf(one.url) === '' ? [] : [answer.medium(textOf(one.url), textOrNull(one.alt_text))],
    ),
  })
}

const MEASURES = {
  like_count: 'likes',
  retweet_count: 'reposts',
  reply_count: 'replies',
  quote_count: 'quotes',
} as const

/** As an archive tells them apart. */
function kindOf(parent: string | null, text: string): RecordKind {
  if (parent !== null) return 'reply'
  return text.startsWith('RT @') ? 'repost' : 'post'
}

function mediaIn(post: JsonObject, { noted }: StoredAnswer): readonly JsonObject[] {
  const keys = textsOf(isObject(post.attachments) ? post.attachments.media_keys : null)
  return keys.flatMap((key) => {
    const one = parsed(Buffer.from(noted(`media ${key}`) ?? 'null'))
    return isObject(one) ? [one] : []
  })
}
