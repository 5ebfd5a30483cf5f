// Discourse, captured: the posts of a forum's topics.
import type { StoredAnswer } from '../captured-reader.ts'
import type { Outcome } from '../draft.ts'
import type { Said } from '../kit/draft.ts'
import { CONTEXT, hidden, jsonAnswers, parsed, told } from '../kit/json-answer.ts'
import { blockText, elementsIn, linksIn, parseFragment } from '../kit/markup.ts'
import { writtenTime } from '../kit/time.ts'
import { countOf, idOf, isObject, type JsonObject, objectsOf, textOf } from '../kit/value.ts'

export default jsonAnswers({
  name: 'discourse',
  lists: (path) => path.join(' ') === 'post_stream posts',
  make: postOutcome,
  rest: () => CONTEXT,
  shows: ({ cooked }) =>
    elementsIn(parseFragment(textOf(cooked)), ({ name }) => name === 'img').map(({ attribs }) => attribs.src ?? ''),
  // A topic's title stands beside its posts; a post names the one that it answers by its place.
  notes: function* ({ bytes }) {
    const value = parsed(bytes)
    if (!isObject(value)) return
    const posts = objectsOf(isObject(value.post_stream) ? value.post_stream.posts : null)
    const topic = idOf(value.id)
    if (topic !== null && posts.length > 0 && textOf(value.title) !== '')
      yield [`title of ${topic}`, textOf(value.title)]
    for (const post of posts)
      yield [`post ${idOf(post.topic_id) ?? ''}/${idOf(post.post_number) ?? ''}`, idOf(post.id) ?? '']
  },
})

function postOutcome(post: JsonObject, { noted, media }: StoredAnswer): Outcome {
  const topic = idOf(post.topic_id) ?? ''
  const isFirst = post.post_number === 1
  const title = noted(`title of ${topic}`) ?? ''
  const document = parseFragment(textOf(post.cooked))
  const answered = isFirst ? null : noted(`post ${topic}/${idOf(post.reply_to_post_number) ?? '1'}`)
  const text = blockText(document)
  const deleted = textOf(post.deleted_at) !== '' || post.user_deleted === true
  const likes = objectsOf(post.actions_summary).find(({ id }) => id === 2)
  const liked = countOf(likes?.count)
  const said: Said = {
    kind: isFirst ? 'post' : 'reply',
    id: idOf(post.id),
    time: writtenTime(post.created_at, 'UTC'),
    author: textOf(post.username),
    conversation: topic || null,
    parent: answered,
    state: deleted ? 'deleted' : 'live',
    text: [isFirst ? title : '', text].filter((part) => part !== '').join('\n'),
    links: linksIn(document),
    details: {
      title,
      topic,
      place: countOf(post.post_number),
      edits: Number(post.version) > 1 ? Number(post.version) - 1 : undefined,
      edited: textOf(post.updated_at) === textOf(post.created_at) ? '' : textOf(post.updated_at),
    },
    measures: liked === null ? [] : [['likes', liked]],
    content: { cooked: textOf(post.cooked), ...(isFirst ? { title } : {}), ...(deleted ? { deleted: true } : {}) },
    media: elementsIn(document, ({ name }) => name === 'img').flatMap(({ attribs }) =>
      attribs.src === undefined || /\bemoji\b/.test(attribs.class ?? '')
        ? []
        : [media.file({ uri: attribs.src, alt: attribs.alt ?? null })],
    ),
  }
  return post.hidden === true ? hidden(said, 'Hidden by the forum’s moderators or its readers.') : told(said)
}
