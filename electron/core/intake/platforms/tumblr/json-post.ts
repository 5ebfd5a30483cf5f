// Owns making records of posts as Tumblr's API gives them: in blocks (NPF) or by type.
import type { Link } from '../../../../../shared/domain/record/record.ts'
import type { Outcome } from '../../draft.ts'
import { failed, record } from '../../kit/draft.ts'
import type { Reading } from '../../kit/spec.ts'
import { secondsTime, type TimeFields, writtenTime } from '../../kit/time.ts'
import { countOf, idOf, isObject, type JsonObject, objectsOf, textOf, textsOf } from '../../kit/value.ts'
import { type Blocks, blocksOf } from './blocks.ts'
import { isPost } from './claim.ts'
import { legacyOf } from './legacy.ts'
import { mediaOf } from './media.ts'
import { stateOf } from './post.ts'
import type { TumblrState } from './state.ts'

/** A post of the blog, or, in an answer about likes, of another. */
export function jsonPost(
  value: unknown,
  liked: boolean,
  reading: Pick<Reading<TumblrState>, 'about' | 'media'>,
): Outcome {
  if (!isObject(value) || !isPost(value)) return failed('not-a-post', 'is no post as Tumblr’s API gives them')
  const id = idOf(value.id_string) ?? idOf(value.id)
  if (id === null) return failed('post-without-number', 'has no number, as a post must')
  const said = wordsOf(value)
  const trail = objectsOf(value.trail).map(stepOf)
  const passedOn = trail.map(({ blog, text }) => `${blog}: ${text}`)
  const blog = textOf(value.blog_name)
  const address = textOf(value.post_url)
  const notes = countOf(value.note_count)
  const text = [said.text, ...passedOn].filter((part) => part !== '').join('\n')
  const links: Link[] = [...said.links, ...(address === '' ? [] : [{ shown: address, target: address }])]
  const tags = textsOf(value.tags)
  if (liked) {
    return record({
      kind: 'like',
      id: `like ${id}`,
      time: secondsTime(value.liked_timestamp),
      author: reading.about.ownerHandle ?? '',
      parent: id,
      text,
      links,
      details: { of: blog, address, posted: timeOf(value).atSource },
      content: { post: id, blog },
    })
  }
  return record({
    kind: 'post',
    id,
    time: timeOf(value),
    author: blog,
    state: stateOf(textOf(value.state)),
    text,
    links,
    details: {
      type: textOf(value.original_type) || textOf(value.type),
      title: said.title,
      tags,
      address,
      state: textOf(value.state).replace(/^published$/, ''),
      trail,
      reblog: reblogOf(value),
      askedBy: textOf(value.asking_name),
      polls: said.polls,
    },
    measures: notes === null ? [] : [['notes', notes]],
    content: { title: said.title, text: said.text, links: said.links, tags, trail },
    media: mediaOf(id, said.named, reading.media),
  })
}

const wordsOf = (value: JsonObject): Blocks =>
  Array.isArray(value.content) ? blocksOf(value.content) : legacyOf(value)

function timeOf(value: JsonObject): TimeFields {
  const seconds = secondsTime(value.timestamp)
  return seconds.at === null ? writtenTime(value.date, 'UTC') : seconds
}

/** One of those whose posts were passed on; a blog that is gone has its name only. */
function stepOf(step: JsonObject) {
  const blog = isObject(step.blog) ? step.blog : isObject(step.broken_blog) ? step.broken_blog : {}
  const { text } = Array.isArray(step.content)
    ? blocksOf(step.content)
    : legacyOf({ body: step.content_raw ?? step.content })
  return {
    blog: textOf(blog.name) || textOf(step.broken_blog_name),
    post: isObject(step.post) ? idOf(step.post.id) : null,
    text,
  }
}

function reblogOf(value: JsonObject): Readonly<Record<string, unknown>> | undefined {
  const from = Object.entries(value).filter(([key, one]) => key.startsWith('reblogged_') && one !== null)
  return from.length === 0 ? undefined : Object.fromEntries(from)
}
