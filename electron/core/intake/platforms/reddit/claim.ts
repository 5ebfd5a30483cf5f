// Owns telling which of Reddit's tables a file is, by the names of its columns in any order.

import type { FileGroup } from '../../../../../shared/domain/intake/file-group.ts'
import { headerKeys, type Peek } from '../../kit/peek.ts'
import type { Claim } from '../../kit/spec.ts'
import { lookUp } from '../../kit/value.ts'

interface Rule {
  readonly claim: Claim
  /** Columns that must be there, and no column but these where `only` is set. */
  readonly wants: readonly string[]
  readonly only?: boolean
}

const read = (type: string, weight: number, wants: readonly string[], order = 0): Rule => ({
  claim: { type, weight, order },
  wants,
})

const unread = (type: string, group: FileGroup, note: string, wants: readonly string[], weight = 0.2): Rule => ({
  claim: { type, weight, use: 'unread', note, group },
  wants,
  only: wants.length < 3,
})

const PAID = 'What was paid to or by Reddit.'
const PERSON = 'The account’s owner as a person, or accounts elsewhere.'
const WITHOUT_WORDS = 'The same items as in the table of that name, without their words.'

/** The first that fits is meant. */
const RULES: readonly Rule[] = [
  read('scheduled-posts', 0.7, ['scheduled_post_id', 'title', 'submission_time']),
  read('announcements', 0.7, ['announcement_id', 'sent_at', 'body']),
  read('posts', 0.9, ['id', 'permalink', 'subreddit', 'title', 'body']),
  read('comments', 0.9, ['id', 'permalink', 'subreddit', 'link', 'parent', 'body']),
  read('messages', 0.8, ['id', 'from', 'to', 'subject', 'body', 'thread_id']),
  read('chat', 0.9, ['message_id', 'channel_url', 'message']),
  read('votes', 0.8, ['id', 'permalink', 'direction'], 1),
  read('poll-votes', 0.7, ['post_id', 'user_selection'], 1),
  read('awards-given', 0.6, ['content_link', 'award'], 1),
  read('awards-received', 0.6, ['content_link', 'gilder_username'], 1),
  read('drafts', 0.6, ['id', 'title', 'body', 'kind', 'content_category']),
  unread('headers', 'other', WITHOUT_WORDS, ['id', 'permalink', 'date', 'ip', 'subreddit', 'gildings']),
  unread('headers', 'other', WITHOUT_WORDS, ['id', 'permalink', 'thread_id', 'date', 'from', 'to']),
  unread('multireddits', 'settings', 'Communities that were grouped.', ['id', 'display_name', 'subreddits']),
  unread('statistics', 'settings', 'The name of the account stands in this report.', ['statistic', 'value'], 0.3),
  unread('statistics', 'settings', 'The name of the account stands in this report.', ['key', 'value']),
  unread('preferences', 'settings', 'How the account is set.', ['preference', 'value']),
  unread('advertising', 'advertising', 'What advertising is wanted.', ['type', 'preference']),
  unread('ip_logs', 'log-ins', 'Addresses that were signed in from.', ['date', 'ip']),
  unread('friends', 'contacts', 'Accounts that are followed, with notes.', ['username', 'note']),
  unread('identities', 'log-ins', 'Accounts elsewhere that sign in here.', ['issuer_id', 'subject_id']),
  unread('person', 'settings', PERSON, ['birthdate', 'verified_birthdate', 'verification_state']),
  unread('purchases', 'settings', PAID, ['processor', 'transaction_id', 'product']),
  unread('purchases', 'settings', PAID, ['processor', 'subscription_id', 'product']),
  unread('purchases', 'settings', PAID, ['payout_amount_usd', 'date', 'payout_id']),
  unread(
    'checkfile',
    'viewer',
    'Reddit’s own list of the export’s files and their digests.',
    ['filename', 'sha256'],
    0.05,
  ),
]

/** Lists of one column, by its name. */
const LISTS: Readonly<Record<string, Claim>> = {
  subreddit: list('subreddits', 'contacts', 'Communities that were followed, led or written in.', 0.2),
  phone_number: list('person', 'settings', PERSON),
  username: list('person', 'settings', PERSON),
  account_gender: list('person', 'settings', PERSON),
  persona_inquiry_id: list('person', 'settings', PERSON),
  stripe_account_id: list('purchases', 'settings', PAID),
}

function list(type: string, group: FileGroup, note: string, weight = 0): Claim {
  return { type, weight, use: 'unread', note, group }
}

/** What a file is; null where it is none of Reddit's. */
export function claimFile({ rows: [first], name, text, form }: Peek): Claim | null {
  const columns = headerKeys(first)
  if (form === 'csv' && columns.length === 2 && columns.includes('id') && columns.includes('permalink')) {
    return /hidden/i.test(name)
      ? { type: 'hidden', weight: 0.2, use: 'unread', note: 'Posts that were hidden from view.', group: 'settings' }
      : { type: 'saved', weight: 0.4, order: 1 }
  }
  const found = RULES.find(
    ({ wants, only }) =>
      wants.every((one) => columns.includes(one)) && (only !== true || columns.length === wants.length),
  )
  if (found !== undefined) return found.claim
  if (form !== 'text' && form !== 'csv') return null
  const [heading = ''] = text.split(/\r?\n/, 1)
  return (
    lookUp(
      LISTS,
      heading
        .replace(/["\ufeff]/g, '')
        .trim()
        .toLowerCase(),
    ) ?? null
  )
}

/** The table that names the account: `statistic,value`, or `key,value`. */
export function isStatistics(first: readonly string[] | undefined): boolean {
  const columns = headerKeys(first)
  return columns.length === 2 && columns.includes('value') && (columns.includes('statistic') || columns.includes('key'))
}
