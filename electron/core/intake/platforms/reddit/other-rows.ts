// Owns making records of Reddit's tables besides posts, comments and messages: what was scheduled, announced, chosen in polls, awarded.
import type { Outcome } from '../../draft.ts'
import { failed, record } from '../../kit/draft.ts'
import type { Row } from '../../kit/row.ts'
import { NO_TIME, writtenTime } from '../../kit/time.ts'

const at = (row: Row, name: string) => writtenTime(row.get(name), 'UTC')
const link = (address: string) => (address === '' ? [] : [{ shown: address, target: address }])

/** A row of `scheduled_posts`: a post that waits; its time is when it is to appear. */
export function scheduledOutcome(row: Row, owner: string): Outcome {
  const [id, title, body, url] = [row.get('scheduled_post_id'), row.get('title'), row.get('body'), row.get('url')]
  if (id === '') return failed('post-without-id', 'has no number, as a post must')
  return record({
    kind: 'post',
    id: `scheduled ${id}`,
    time: at(row, 'submission_time'),
    author: owner,
    state: 'draft',
    text: [title, body].filter((part) => part !== '').join('\n'),
    links: link(url),
    details: {
      title,
      subreddit: row.get('subreddit'),
      url,
      scheduled: row.get('submission_time'),
      recurrence: row.get('recurrence'),
    },
    content: { title, body, url, subreddit: row.get('subreddit') },
  })
}

/** A row of `announcements`: a message of Reddit's to the account. */
export function announcementOutcome(row: Row): Outcome {
  const [id, subject, body] = [row.get('announcement_id'), row.get('subject'), row.get('body')]
  if (id === '') return failed('message-without-id', 'has no number, as a message must')
  return record({
    kind: 'message',
    id,
    time: at(row, 'sent_at'),
    author: row.get('from_username') || row.get('from_id'),
    text: [subject, body].filter((part) => part !== '').join('\n'),
    links: link(row.get('url')),
    details: { subject, read: row.get('read_at') },
    content: { subject, body, from: row.get('from_username') },
  })
}

/** A row of `poll_votes`; Reddit gives no time. */
export function pollVoteOutcome(row: Row, owner: string): Outcome {
  const [post, choice, text] = [row.get('post_id'), row.get('user_selection'), row.get('text')]
  if (post === '') return failed('vote-without-post', 'names no post, as a vote must')
  const parent = /^t3_/.test(post) ? post : `t3_${post}`
  return record({
    kind: 'reaction',
    id: `poll ${parent} ${choice}`,
    time: NO_TIME,
    author: owner,
    parent,
    text: text || choice,
    links: link(row.get('image_url')),
    details: { vote: text || choice, prediction: row.get('is_prediction'), stake: row.get('stake_amount') },
    content: { choice, text },
  })
}

/** A row of `gilded_content` (given) or `gold_received`. */
export function awardOutcome(row: Row, owner: string): Outcome {
  const [target, giver] = [row.get('content_link'), row.get('gilder_username')]
  if (target === '') return failed('award-without-target', 'names no post or comment, as an award must')
  const isReceived = row.has('gilder_username')
  const award = isReceived ? row.get('gold_received') : row.get('award')
  return record({
    kind: 'reaction',
    key: ['award', isReceived ? 'received' : 'given', target, giver].filter((part) => part !== '').join(' '),
    time: at(row, 'date'),
    author: isReceived ? giver : owner,
    text: award,
    links: link(target),
    details: { award, amount: row.get('amount'), target },
    content: { award, target },
  })
}
