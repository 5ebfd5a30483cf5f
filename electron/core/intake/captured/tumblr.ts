// Tumblr, captured: posts in blocks, and what was answered in their notes (docs/formats/tumblr.md).
import type { Outcome } from '../draft.ts'
import { passedOver } from '../kit/draft.ts'
import { CONTEXT, jsonAnswers, told } from '../kit/json-answer.ts'
import { secondsTime } from '../kit/time.ts'
import { type JsonObject, objectsOf, textOf } from '../kit/value.ts'
import { jsonPost } from '../platforms/tumblr/json-post.ts'

const ABOUT = { layout: '', ownerHandle: null, ownerNativeId: null, ownerName: null, generatedAt: null }
const MARK = passedOver('A like or a passing-on without words: it is counted with the post.')

export default jsonAnswers({
  name: 'tumblr',
  lists: ([response, list, ...deeper]) =>
    response === 'response' && deeper.length === 0 && (list === 'posts' || list === 'notes'),
  make: (value, { media, url }, path) =>
    path.at(-1) === 'notes'
      ? noteOutcome(value, new URL(url).searchParams.get('id') ?? '')
      : jsonPost(value, false, { about: ABOUT, media }),
  rest: () => CONTEXT,
  shows: (value) =>
    blocksIn(value).flatMap(({ media }) =>
      objectsOf(Array.isArray(media) ? media : [media]).map(({ url }) => textOf(url)),
    ),
})

const blocksIn = (post: JsonObject) => [
  ...objectsOf(post.content),
  ...objectsOf(post.trail).flatMap((step) => objectsOf(step.content)),
]

/** An answer below a post, or words that somebody added when passing it on. Notes have no numbers. */
function noteOutcome(note: JsonObject, post: string): Outcome {
  const text = textOf(note.reply_text) || textOf(note.added_text)
  const author = textOf(note.blog_name)
  if (text === '') return MARK
  return told({
    kind: 'comment',
    key: `${post} ${author}`,
    time: secondsTime(note.timestamp),
    author,
    conversation: post || null,
    parent: post || null,
    text,
    details: { on: post, how: textOf(note.type), blog: textOf(note.blog_url) },
    content: { text, author, post },
  })
}
