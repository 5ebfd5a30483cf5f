// Owns which key at the root of a Facebook file means what (formats.md §1).
import type { FileGroup } from '../../../../../shared/domain/intake/file-group.ts'
import { lookUp } from '../../kit/value.ts'
import type { PostHint } from '../../meta/post.ts'

/** A section that is read. */
export interface Section {
  readonly type: string
  readonly hint: PostHint
}

const POST: PostHint = { kind: 'post' }

/** By the key that holds the list; the number of the form (`_v2`) is not looked at. */
const READ: Readonly<Record<string, Section>> = {
  posts: { type: 'posts', hint: POST },
  status_updates: { type: 'posts', hint: POST },
  wall_posts_sent_to_you: { type: 'wall-posts', hint: POST },
  activity_log_data: { type: 'posts', hint: POST },
  pending_posts: { type: 'pending-posts', hint: { kind: 'post', state: 'draft' } },
  drafts: { type: 'drafts', hint: { kind: 'post', state: 'draft' } },
  group_posts: { type: 'group-posts', hint: { kind: 'post', details: { group: 'group post' } } },
  comments: { type: 'comments', hint: { kind: 'comment' } },
  group_comments: { type: 'group-comments', hint: { kind: 'comment' } },
  reactions: { type: 'reactions', hint: { kind: 'reaction' } },
  videos: { type: 'videos', hint: { kind: 'video' } },
  other_photos: { type: 'photos', hint: { kind: 'photo' } },
  trash: { type: 'trash', hint: { kind: 'post', state: 'deleted' } },
  archive: { type: 'archived-posts', hint: { kind: 'post', details: { archived: true } } },
  archived_posts: { type: 'archived-posts', hint: { kind: 'post', details: { archived: true } } },
  archived_stories: { type: 'stories', hint: { kind: 'story', details: { archived: true } } },
  stories: { type: 'stories', hint: { kind: 'story' } },
  lasso_videos: { type: 'reels', hint: { kind: 'video', details: { reel: true } } },
  reels: { type: 'reels', hint: { kind: 'video', details: { reel: true } } },
  stories_feedback: { type: 'reactions', hint: { kind: 'reaction', details: { story: true } } },
  event_responses: { type: 'event-responses', hint: { kind: 'event' } },
  events_invited: { type: 'event-invitations', hint: { kind: 'event' } },
  your_events: { type: 'events', hint: { kind: 'event' } },
  events_joined: { type: 'event-responses', hint: { kind: 'event' } },
  poll_votes: { type: 'poll-votes', hint: { kind: 'other' } },
  pages: { type: 'pages', hint: { kind: 'page' } },
  saves: { type: 'saved', hint: { kind: 'bookmark' } },
  collections: { type: 'saved', hint: { kind: 'bookmark' } },
  profile_updates: { type: 'profile-updates', hint: { kind: 'account-event' } },
  reviews_posted: { type: 'reviews', hint: { kind: 'review' } },
  reviews: { type: 'reviews', hint: { kind: 'review' } },
  notes: { type: 'notes', hint: { kind: 'article' } },
  support_messages: { type: 'support', hint: { kind: 'message' } },
}

/** Sections that are no record of the account, and what they are. */
const UNREAD: readonly (readonly [pattern: RegExp, group: FileGroup])[] = [
  [
    /^(?:friends|following|followers|deleted_friends|received_requests|sent_requests|rejected_requests|removed_friends|blocked|contacts|address_book|groups_joined|groups_admined|group_|page_likes|pages_followed|pages_unfollowed|pages_recommended|unfollowed|people_|pokes|accounts_|see_first)/,
    'contacts',
  ],
  [
    /ads|advertis|off_facebook|custom_audiences|interests|topics|third_party|apps_and_websites|installed_apps|posts_from_apps/,
    'advertising',
  ],
  [
    /account_activity|login|sessions|recognized_devices|administrative_records|ip_address|authorized|security|cookies|used_ip|mobile_devices|active_/,
    'log-ins',
  ],
  [/search|recently_viewed|recently_visited|visited/, 'searches'],
  [/location|primary_public|zip/, 'location'],
  [
    /notifications|preferences|settings|language|secret_conversations|consents|autofill|voting|menu|payments|marketplace|fundraisers|games|instant/,
    'settings',
  ],
]

/** `comments_v2` is `comments`; apostrophes and numbers of forms do not count. */
function sectionKey(key: string): string {
  return key
    .toLowerCase()
    .replaceAll("'", '_')
    .replace(/_v\d+$/, '')
}

/** Every type of file that is read item by item. */
export const ITEM_TYPES: ReadonlySet<string> = new Set([
  ...Object.values(READ).map(({ type }) => type),
  'activity',
  'albums',
])

/** The section of a root key, or undefined. */
export function sectionOf(key: string): Section | undefined {
  return lookUp(READ, sectionKey(key))
}

/** The group of a root key that is known and not read, or undefined. */
export function unreadGroup(key: string): FileGroup | undefined {
  const plain = sectionKey(key)
  return UNREAD.find(([pattern]) => pattern.test(plain))?.[1]
}
