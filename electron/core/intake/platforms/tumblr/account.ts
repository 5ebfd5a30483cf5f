// Owns making records of the account's own data (`payload-0.json`): the profile, posts and likes where it has them.
import type { Outcome } from '../../draft.ts'
import { failed, passedOver, record } from '../../kit/draft.ts'
import type { Reading } from '../../kit/spec.ts'
import { NO_TIME, secondsTime, writtenTime } from '../../kit/time.ts'
import { idOf, isObject, type JsonObject, objectsOf, textOf, textsOf, unwrapped } from '../../kit/value.ts'
import { ownBlogs } from './about.ts'
import { isPost } from './claim.ts'
import { jsonPost } from './json-post.ts'
import type { TumblrState } from './state.ts'

const LIKES = /^(?:likes|liked_posts|post_likes)$/
const POSTS = /^(?:posts|submissions|drafts|queued_posts)$/
const FOLLOWING = /^(?:following|followed_blogs|followers|blocks|blocked_blogs)$/

/** One account's data: the profile first, what else is read of it nested. Addresses for letters and log-ins stay in the source. */
export function accountOutcomes(value: unknown, reading: Reading<TumblrState>): readonly Outcome[] {
  if (!isObject(value)) return [failed('not-an-object', 'is not an object, as an account’s data must be')]
  const data = unwrapped(value, 'data')
  const lists = Object.entries(data).flatMap(([key, list]) => (Array.isArray(list) && list.length > 0 ? [key] : []))
  return [
    profileOutcome(value, data),
    ...lists.flatMap((key) => {
      if (LIKES.test(key)) return objectsOf(data[key]).map((like) => likeOutcome(like, reading))
      if (POSTS.test(key)) return objectsOf(data[key]).map((post) => jsonPost(post, false, reading))
      if (key === 'blog_names' || key === 'most_used_tags') return []
      return [
        passedOver(FOLLOWING.test(key) ? 'Other blogs that the account follows, or that follow it.' : reasonFor(key)),
      ]
    }),
  ]
}

const reasonFor = (key: string) =>
  `The list “${key.slice(0, 60)}”: what Tumblr logged of the account’s use. It is kept in the source.`

function profileOutcome(value: JsonObject, data: JsonObject): Outcome {
  const blogs = ownBlogs(value)
  const tags = textsOf(data.most_used_tags)
  const registered = textOf(data.registration_time)
  return record({
    kind: 'profile',
    id: `account ${blogs[0] ?? ''}`.trim(),
    time: registered === '' ? NO_TIME : writtenTime(registered, 'unknown'),
    author: blogs[0] ?? '',
    text: blogs.join('\n'),
    details: { blogs: objectsOf(data.blog_names), lastPost: textOf(data.last_post_time), mostUsedTags: tags },
    content: { blogs: objectsOf(data.blog_names) },
  })
}

function likeOutcome(like: JsonObject, reading: Reading<TumblrState>): Outcome {
  if (isPost(like)) return jsonPost(like, true, reading)
  const address = ['post_url', 'content_url', 'url'].map((key) => textOf(like[key])).find((one) => one !== '') ?? ''
  const id = idOf(like.post_id) ?? idOf(like.id) ?? address
  if (id === '') return failed('like-without-post', 'names no post, as a like must')
  const moment = like.liked_timestamp ?? like.timestamp ?? like.liked_time ?? like.time
  const seconds = secondsTime(moment)
  return record({
    kind: 'like',
    id: `like ${id}`,
    time: seconds.at === null ? writtenTime(moment, 'unknown') : seconds,
    author: reading.about.ownerHandle ?? '',
    parent: id === address ? null : id,
    text: [textOf(like.blog_name), address].filter((part) => part !== '').join(' '),
    links: address === '' ? [] : [{ shown: address, target: address }],
    details: { of: textOf(like.blog_name), address },
    content: { post: id },
  })
}
