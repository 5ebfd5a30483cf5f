// Facebook, captured: a Page's posts, comments and messages as Meta's Graph gives them; exports give no numbers, so their words and moment tell which is which (docs/formats/facebook.md).
import type { StoredAnswer } from '../captured-reader.ts'
import type { Outcome } from '../draft.ts'
import type { Said } from '../kit/draft.ts'
import { CONTEXT, hidden, jsonAnswers, told } from '../kit/json-answer.ts'
import { writtenTime } from '../kit/time.ts'
import { countOf, isObject, type JsonObject, objectsOf, textOf } from '../kit/value.ts'

export default jsonAnswers({
  name: 'facebook',
  lists: (path) => path.length === 1 && path[0] === 'data',
  make: (value, answer) => {
    const list = new URL(answer.url).pathname
    if (list.endsWith('/comments')) return commentOutcome(value, postIn(list))
    if (list.endsWith('/messages')) return messageOutcome(value, list.split('/').at(-2) ?? '')
    return list.endsWith('/conversations') ? CONTEXT : postOutcome(value, answer)
  },
  rest: () => CONTEXT,
  shows: ({ full_picture: picture }) => [textOf(picture)],
})

/** The graph writes the Page's number before a post's own, which newer exports and addresses give alone. */
const ownNumber = (id: string) => id.slice(id.lastIndexOf('_') + 1)
const postIn = (path: string) => ownNumber(path.split('/').at(-2) ?? '')
const nameOf = (from: unknown) => (isObject(from) ? textOf(from.name) || textOf(from.id) : '')

/** `2026-01-02T03:04:05+0000`. */
const timeOf = (value: unknown) => writtenTime(textOf(value), 'UTC')

function postOutcome(post: JsonObject, { medium }: StoredAnswer): Outcome {
  const attachments = objectsOf(isObject(post.attachments) ? post.attachments.data : null)
  const text = textOf(post.message) || textOf(post.story)
  const page = textOf(post.permalink_url)
  const picture = textOf(post.full_picture)
  const targets = attachments.flatMap((one) => {
    const target = textOf(one.unshimmed_url) || textOf(one.url)
    return target === '' ? [] : [{ shown: textOf(one.title) || target, target }]
  })
  const said: Said = {
    kind: 'post',
    id: ownNumber(textOf(post.id)),
    twin: 'words',
    time: timeOf(post.created_time),
    author: nameOf(post.from),
    text,
    links: [...targets, ...(page === '' ? [] : [{ shown: page, target: page }])],
    details: {
      story: textOf(post.message) === '' ? '' : textOf(post.story),
      updated: textOf(post.updated_time),
      what: textOf(post.status_type),
      attached: attachments.map(({ type, title, description }) => ({ type, title, description })),
    },
    measures: countsOf(post),
    content: {
      message: textOf(post.message),
      story: textOf(post.story),
      attached: attachments.map(({ title, url }) => [title, url]),
    },
    media: picture === '' ? [] : [medium(picture, null)],
  }
  if (post.is_hidden === true) return hidden(said, 'Hidden on the Page’s timeline.')
  return post.is_published === false ? hidden(said, 'Not published.') : told(said)
}

function countsOf({ shares, comments }: JsonObject): readonly (readonly [string, number])[] {
  const summary = isObject(comments) && isObject(comments.summary) ? comments.summary : {}
  const [shared, said] = [countOf(isObject(shares) ? shares.count : null), countOf(summary.total_count)]
  return [
    ...(shared === null ? [] : [['shares', shared] as const]),
    ...(said === null ? [] : [['comments', said] as const]),
  ]
}

function commentOutcome(comment: JsonObject, post: string): Outcome {
  const parent = isObject(comment.parent) ? ownNumber(textOf(comment.parent.id)) : ''
  const text = textOf(comment.message)
  const author = nameOf(comment.from)
  const likes = countOf(comment.like_count)
  const page = textOf(comment.permalink_url)
  const said: Said = {
    kind: 'comment',
    id: ownNumber(textOf(comment.id)),
    twin: 'words',
    time: timeOf(comment.created_time),
    author,
    conversation: post || null,
    parent: parent || post || null,
    text,
    links: page === '' ? [] : [{ shown: page, target: page }],
    details: { attachment: comment.attachment, private: comment.is_private === true || undefined },
    measures: likes === null ? [] : [['likes', likes]],
    content: { message: text, author, post, parent },
  }
  return comment.is_hidden === true
    ? hidden(said, 'Hidden by the Page: shown to its writer and the writer’s friends alone.')
    : told(said)
}

function messageOutcome(message: JsonObject, conversation: string): Outcome {
  const author = nameOf(message.from)
  const to = objectsOf(isObject(message.to) ? message.to.data : null).map(nameOf)
  const files = objectsOf(isObject(message.attachments) ? message.attachments.data : null)
  const text = textOf(message.message)
  return told({
    kind: 'message',
    id: textOf(message.id),
    twin: 'words',
    time: timeOf(message.created_time),
    author,
    conversation,
    text,
    details: {
      participants: [author, ...to],
      files: files.map(({ name, mime_type: type, size }) => ({ name, type, size })),
    },
    content: { message: text, author, to, files: files.map(({ name }) => name) },
  })
}
