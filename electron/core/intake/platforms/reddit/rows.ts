// Owns making records of the rows of Reddit's tables. Addresses of computers (`ip`) are never taken over.
import type { Outcome } from '../../draft.ts'
import { failed, record } from '../../kit/draft.ts'
import type { Row } from '../../kit/row.ts'
import { NO_TIME, writtenTime } from '../../kit/time.ts'
import { countOf } from '../../kit/value.ts'

const at = (row: Row, ...names: readonly string[]) => writtenTime(row.get(...names), 'UTC')
const link = (address: string) => (address === '' ? [] : [{ shown: address, target: address }])

/** A row of `posts`. */
export function postOutcome(row: Row, owner: string): Outcome {
  const [id, title, body, url] = [row.get('id'), row.get('title'), row.get('body'), row.get('url')]
  if (id === '') return failed('post-without-id', 'has no number, as a post must')
  return record({
    kind: 'post',
    id: `t3_${id}`,
    time: at(row, 'date'),
    author: owner,
    text: [title, body].filter((part) => part !== '').join('\n'),
    links: [...link(row.get('permalink')), ...link(url)],
    details: { title, subreddit: row.get('subreddit'), permalink: row.get('permalink'), url },
    content: { title, body, url, subreddit: row.get('subreddit') },
    measures: gildings(row),
  })
}

/** How often an item was given gold, where it was. */
function gildings(row: Row): readonly (readonly [name: string, value: number])[] {
  const count = countOf(row.get('gildings')) ?? 0
  return count === 0 ? [] : [['gildings', count]]
}

/** A row of `comments`. */
export function commentOutcome(row: Row, owner: string): Outcome {
  const [id, body, target] = [row.get('id'), row.get('body'), row.get('link')]
  if (id === '') return failed('comment-without-id', 'has no number, as a comment must')
  const post = /\/comments\/([a-z0-9]+)/i.exec(target)?.[1]
  return record({
    kind: 'comment',
    id: `t1_${id}`,
    time: at(row, 'date'),
    author: owner,
    conversation: post === undefined ? null : `t3_${post}`,
    parent: row.get('parent') || (post === undefined ? null : `t3_${post}`),
    text: body,
    links: [...link(row.get('permalink')), ...link(target)],
    details: { subreddit: row.get('subreddit'), permalink: row.get('permalink'), media: row.get('media') },
    content: { body, link: target, parent: row.get('parent') },
    measures: gildings(row),
  })
}

/** A row of `messages` or `messages_archive`. */
export function mailOutcome(row: Row): Outcome {
  const [id, subject, body] = [row.get('id'), row.get('subject'), row.get('body')]
  if (id === '') return failed('message-without-id', 'has no number, as a message must')
  return record({
    kind: 'message',
    id: `t4_${id}`,
    time: at(row, 'date'),
    author: row.get('from'),
    conversation: row.get('thread_id') || null,
    text: [subject, body].filter((part) => part !== '').join('\n'),
    details: { subject, to: row.get('to'), permalink: row.get('permalink') },
    content: { subject, body, from: row.get('from'), to: row.get('to') },
  })
}

/** A row of `chat_history`. */
export function chatOutcome(row: Row): Outcome {
  const id = row.get('message_id')
  if (id === '') return failed('message-without-id', 'has no number, as a message must')
  const text = row.get('message')
  return record({
    kind: 'message',
    id,
    time: at(row, 'created_at'),
    author: row.get('username'),
    conversation: row.get('channel_url') || null,
    parent: row.get('thread_parent_message_id') || null,
    text,
    details: { channel: row.get('channel_name'), subreddit: row.get('subreddit'), updated: row.get('updated_at') },
    content: { text, author: row.get('username') },
  })
}

/** A row of `post_votes` or `comment_votes`; Reddit gives no time. */
export function voteOutcome(row: Row, owner: string): Outcome {
  const [target, direction] = [row.get('permalink'), row.get('direction')]
  return record({
    kind: 'reaction',
    id: `vote ${fullName(row)}`,
    time: NO_TIME,
    author: owner,
    text: direction,
    links: link(target),
    details: { reaction: direction, target },
    content: { direction, target },
  })
}

/** A row of `saved_posts` or `saved_comments`. */
export function savedOutcome(row: Row, owner: string): Outcome {
  const target = row.get('permalink')
  return record({
    kind: 'bookmark',
    id: fullName(row),
    time: NO_TIME,
    author: owner,
    text: target,
    links: link(target),
    content: { target },
  })
}

/** Posts and comments are numbered apart: the address says which of the two a bare number means. */
function fullName(row: Row): string {
  const [id, target] = [row.get('id'), row.get('permalink')]
  if (id === '') return target
  return /\/comments\/[^/]+\/[^/]*\/[^/]+/.test(target) ? `t1_${id}` : `t3_${id}`
}

/** A row of `drafts`. */
export function draftOutcome(row: Row, owner: string): Outcome {
  const [title, body] = [row.get('title'), row.get('body')]
  return record({
    kind: 'post',
    id: `draft ${row.get('id')}`,
    time: at(row, 'created', 'date', 'modified'),
    author: owner,
    state: 'draft',
    text: [title, body].filter((part) => part !== '').join('\n'),
    details: { title, subreddit: row.get('subreddit') },
    content: { title, body },
  })
}
