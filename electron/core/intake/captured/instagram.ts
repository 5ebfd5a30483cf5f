// Instagram, captured: posts, stories and comments as Meta's Graph gives them; exports give no numbers, so their words and moment tell which is which (docs/formats/instagram.md).
import type { RecordKind } from '../../../../shared/domain/record/record.ts'
import type { StoredAnswer } from '../captured-reader.ts'
import type { Outcome } from '../draft.ts'
import type { Said } from '../kit/draft.ts'
import { CONTEXT, hidden, jsonAnswers, parsed, told } from '../kit/json-answer.ts'
import { writtenTime } from '../kit/time.ts'
import { countOf, idOf, isObject, type JsonObject, objectsOf, textOf } from '../kit/value.ts'

export default jsonAnswers({
  name: 'instagram',
  lists: (path) => path.length === 1 && path[0] === 'data',
  make: (value, answer) => {
    const steps = new URL(answer.url).pathname.split('/')
    // Answers that follow those in a comment are a list of their own, which does not name the post.
    const above = steps.at(-2) ?? ''
    if (steps.at(-1) === 'replies') return commentOutcomes(value, answer.noted(`post of ${above}`) ?? '', above)
    return steps.at(-1) === 'comments'
      ? commentOutcomes(value, steps.at(-2) ?? '', null)
      : mediaOutcome(value, steps.at(-1) === 'stories' ? 'story' : 'post', answer)
  },
  rest: () => CONTEXT,
  shows: filesOf,
  notes: function* ({ url, bytes }) {
    const steps = new URL(url).pathname.split('/')
    const value = steps.at(-1) === 'comments' ? parsed(bytes) : null
    for (const { id, replies } of objectsOf(isObject(value) ? value.data : null))
      if (isObject(replies)) yield [`post of ${textOf(id)}`, steps.at(-2) ?? '']
  },
})

function filesOf({ media_url: own, children }: JsonObject): readonly string[] {
  const parts = objectsOf(isObject(children) ? children.data : null).map(({ media_url: url }) => textOf(url))
  return parts.length > 0 ? parts : [textOf(own)]
}

function mediaOutcome(post: JsonObject, kind: RecordKind, { medium }: StoredAnswer): Outcome {
  const page = textOf(post.permalink)
  const files = filesOf(post).filter((url) => url !== '')
  const caption = textOf(post.caption)
  return told({
    kind,
    id: idOf(post.id),
    twin: 'words',
    time: writtenTime(textOf(post.timestamp), 'UTC'),
    author: textOf(post.username),
    text: caption,
    links: page === '' ? [] : [{ shown: page, target: page }],
    details: {
      what: textOf(post.media_product_type),
      type: textOf(post.media_type),
      shortcode: textOf(post.shortcode),
    },
    measures: [...countsOf('likes', post.like_count), ...countsOf('comments', post.comments_count)],
    content: { caption, type: textOf(post.media_type), files: files.length },
    media: files.map((url) => medium(url, textOf(post.alt_text) || null)),
  })
}

function commentOutcomes(comment: JsonObject, post: string, above: string | null): readonly Outcome[] {
  const id = idOf(comment.id)
  const text = textOf(comment.text)
  const author = textOf(comment.username)
  const said: Said = {
    kind: 'comment',
    id,
    twin: 'words',
    time: writtenTime(textOf(comment.timestamp), 'UTC'),
    author,
    conversation: post || null,
    parent: idOf(comment.parent_id) ?? above ?? (post || null),
    text,
    measures: countsOf('likes', comment.like_count),
    content: { text, author, post },
  }
  const own = comment.hidden === true ? hidden(said, 'Hidden by the account: shown to its writer alone.') : told(said)
  const answers = objectsOf(isObject(comment.replies) ? comment.replies.data : null)
  return [own, ...(above === null ? answers.flatMap((one) => commentOutcomes(one, post, id)) : [])]
}

function countsOf(name: string, value: unknown): readonly (readonly [string, number])[] {
  const count = countOf(value)
  return count === null ? [] : [[name, count]]
}
