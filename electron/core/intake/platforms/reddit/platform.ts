// Reddit: the export of a member, CSV files (docs/formats/reddit.md).

import { csvReader } from '../../kit/csv-reader.ts'
import { definePlatform } from '../../kit/define.ts'
import { headerKeys, type Peek } from '../../kit/peek.ts'
import type { Claim } from '../../kit/spec.ts'
import {
  chatOutcome,
  commentOutcome,
  draftOutcome,
  mailOutcome,
  postOutcome,
  savedOutcome,
  voteOutcome,
} from './rows.ts'

export default definePlatform<null>({
  name: 'reddit',
  parser: 'reddit 1',
  title: 'Reddit',
  neverExported: ['Reddit does not export what was deleted, what others wrote in answer, or pictures and films.'],
  itemAt: ({ hostname, pathname }) => {
    if (!/(?:^|\.)reddit\.com$/.test(hostname)) return null
    const [, post, comment] = /\/comments\/(\w+)(?:\/[^/]*\/(\w+))?/.exec(pathname) ?? []
    if (comment !== undefined) return { id: `t1_${comment}`, kinds: ['comment', 'reply'] }
    return post === undefined ? null : { id: `t3_${post}`, kinds: ['post'] }
  },
  claim: claimFile,
  about: async ({ peeks }) => {
    const rows = peeks.flatMap(({ rows: found }) => (isStatistics(headerKeys(found[0])) ? found : []))
    const name = rows.find(([key]) => key === 'account name')?.[1] ?? null
    return { layout: 'csv', ownerHandle: name, ownerNativeId: null, ownerName: null, generatedAt: null }
  },
  prepare: async () => null,
  readers: {
    posts: csvReader({ make: (row, _place, { about }) => postOutcome(row, about.ownerHandle ?? '') }),
    comments: csvReader({ make: (row, _place, { about }) => commentOutcome(row, about.ownerHandle ?? '') }),
    messages: csvReader({ make: (row) => mailOutcome(row) }),
    chat: csvReader({ make: (row) => chatOutcome(row) }),
    votes: csvReader({ make: (row, _place, { about }) => voteOutcome(row, about.ownerHandle ?? '') }),
    saved: csvReader({ make: (row, _place, { about }) => savedOutcome(row, about.ownerHandle ?? '') }),
    drafts: csvReader({ make: (row, _place, { about }) => draftOutcome(row, about.ownerHandle ?? '') }),
  },
})

function claimFile({ rows: [first], name }: Peek): Claim | null {
  const columns = headerKeys(first)
  const has = (...names: readonly string[]) => names.every((one) => columns.includes(one))
  if (has('id', 'permalink', 'subreddit', 'title', 'body')) return { type: 'posts', weight: 0.9 }
  if (has('id', 'permalink', 'subreddit', 'link', 'parent', 'body')) return { type: 'comments', weight: 0.9 }
  if (has('id', 'from', 'to', 'subject', 'body', 'thread_id')) return { type: 'messages', weight: 0.8 }
  if (has('message_id', 'channel_url', 'message')) return { type: 'chat', weight: 0.9 }
  if (has('id', 'permalink', 'direction')) return { type: 'votes', weight: 0.8, order: 1 }
  if (has('id', 'title', 'body', 'kind') && columns.includes('content_category')) return { type: 'drafts', weight: 0.6 }
  if (columns.length === 2 && has('id', 'permalink')) {
    if (/hidden/.test(name)) return unread('hidden', 'Posts that were hidden from view.')
    return { type: 'saved', weight: 0.4, order: 1 }
  }
  if (isStatistics(columns)) return unread('statistics', 'The name of the account stands in this report.')
  if (columns.length === 2 && has('date', 'ip'))
    return unread('ip_logs', 'Addresses that were signed in from.', 'log-ins')
  if (columns.join() === 'subreddit') return unread('subreddits', 'Communities that were subscribed to.', 'contacts')
  return null
}

/** The table that names the account: `statistic,value`, or `key,value`. */
function isStatistics(columns: readonly string[]): boolean {
  return columns.length === 2 && columns.includes('value') && (columns.includes('statistic') || columns.includes('key'))
}

function unread(type: string, note: string, group: NonNullable<Claim['group']> = 'settings'): Claim {
  return { type, weight: 0.2, use: 'unread', note, group }
}
