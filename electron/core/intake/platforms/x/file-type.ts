// Owns the list of X's data types: which are read and in which order, which are kept unread and why, which can be left out together.
import type { FileGroup } from '../../../../../shared/domain/intake/file-group.ts'

/** How the elements of a type are read. */
export type Shape =
  | 'post'
  | 'post-row'
  | 'note'
  | 'post-header'
  | 'conversation'
  | 'conversation-header'
  | 'like'
  | 'bookmark'
  | 'moment'
  | 'space'
  | 'article'
  | 'chat'
  | 'profile'
  | 'name-change'

/** A type that is read. `mediaFolder` is the name under `data/` when the manifest does not say. */
export interface ReadType {
  readonly shape: Shape
  readonly deleted?: true
  readonly audience?: 'community' | 'circle'
  readonly mediaFolder?: string
}

/**
 * In reading order. Communities and circles before the plain posts, so that a post standing in both keeps its audience; notes after
 * all posts that may carry them; headers after all that they repeat.
 */
export const READ_TYPES: ReadonlyMap<string, ReadType> = new Map<string, ReadType>([
  ['community-tweet', { shape: 'post', audience: 'community', mediaFolder: 'community_tweet_media' }],
  ['twitter-circle-tweet', { shape: 'post', audience: 'circle', mediaFolder: 'twitter_circle_tweet_media' }],
  ['tweets', { shape: 'post', mediaFolder: 'tweets_media' }],
  ['grailbird-month', { shape: 'post', mediaFolder: 'tweets_media' }],
  ['grailbird-table', { shape: 'post-row', mediaFolder: 'tweets_media' }],
  ['deleted-tweets', { shape: 'post', deleted: true, mediaFolder: 'deleted_tweets_media' }],
  ['note-tweet', { shape: 'note' }],
  ['deleted-note-tweet', { shape: 'note', deleted: true }],
  ['tweet-headers', { shape: 'post-header' }],
  ['deleted-tweet-headers', { shape: 'post-header', deleted: true }],
  ['direct-messages', { shape: 'conversation', mediaFolder: 'direct_messages_media' }],
  ['direct-messages-group', { shape: 'conversation', mediaFolder: 'direct_messages_group_media' }],
  ['direct-message-headers', { shape: 'conversation-header' }],
  ['direct-message-group-headers', { shape: 'conversation-header' }],
  ['like', { shape: 'like' }],
  ['bookmark', { shape: 'bookmark' }],
  ['moment', { shape: 'moment', mediaFolder: 'moments_media' }],
  ['spaces-metadata', { shape: 'space', mediaFolder: 'spaces_media' }],
  ['twitter-article', { shape: 'article', mediaFolder: 'twitter_article_media' }],
  ['grok-chat-item', { shape: 'chat', mediaFolder: 'grok_chat_media' }],
  ['profile', { shape: 'profile', mediaFolder: 'profile_media' }],
  ['screen-name-change', { shape: 'name-change' }],
])

const ORDER = [...READ_TYPES.keys()]

/** Where a type stands in the reading order; types that are not read come after all that are. */
export function readingOrder(type: string): number {
  const place = ORDER.indexOf(type)
  return place < 0 ? ORDER.length : place
}

const KEPT = 'It is kept in the sealed package.'
const SETTINGS = 'Sign-ins, devices, addresses and settings of the account. Not the City’s content.'
const LISTS = 'Lists of other accounts, without dates. Not the City’s content.'
const UNREAD: readonly (readonly [group: FileGroup, note: string, types: string])[] = [
  [
    'advertising',
    'Advertising: what X showed to the account or measured. Not the City’s content.',
    `ad-engagements ad-impressions ad-mobile-conversions-attributed ad-mobile-conversions-unattributed
ad-online-conversions-attributed ad-online-conversions-unattributed ad-free-article-visits ads-revenue-sharing branch-links
user-link-clicks`,
  ],
  ['advertising', 'What X supposes about the account. Not the City’s content.', 'personalization ageinfo app'],
  // Says whose export it is, which the records need.
  ['records', SETTINGS, 'account'],
  [
    'log-ins',
    SETTINGS,
    `account-creation-ip audio-video-calls-in-dm audio-video-calls-in-dm-recipient-sessions connected-application
device-token email-address-change ip-audit key-registry ni-devices phone-number sso tweetdeck`,
  ],
  ['contacts', SETTINGS, 'contact'],
  ['searches', SETTINGS, 'saved-search'],
  [
    'settings',
    SETTINGS,
    `account-label account-suspension account-timezone direct-message-mute expanded-profile professional-data
protected-history reply-prompt verified verified-organization`,
  ],
  [
    'contacts',
    LISTS,
    'follower following lists-created lists-member lists-subscribed twitter-circle twitter-circle-member',
  ],
  // Whom a city blocks or mutes is asked for in court: kept where nobody says otherwise.
  ['settings', LISTS, 'block mute smartblock'],
  [
    'other',
    'A shop’s catalog. This version does not read it.',
    'catalog-item commerce-catalog product-drop product-set shop-module shopify-account twitter-shop',
  ],
  [
    'other',
    'Words written by the account, of a rare kind that this version does not read.',
    `community-note community-note-batsignal community-note-rating community-note-tombstone
periscope-broadcast-metadata periscope-comments-made-by-user periscope-profile-description twitter-article-metadata`,
  ],
  [
    'other',
    'The account at Periscope, X’s former video service. This version does not read it.',
    `periscope-account-information periscope-ban-information periscope-expired-broadcasts periscope-followers`,
  ],
]

/** Why files of a known type are kept and not read, and with which others they can be left out. */
export interface Unread {
  readonly note: string
  readonly group: FileGroup
}

const UNREAD_TYPES = new Map(
  UNREAD.flatMap(([group, note, types]) =>
    types.split(/\s+/).map((type): [string, Unread] => [type, { note: `${note} ${KEPT}`, group }]),
  ),
)

/** What is known of a type that is not read; null for a type that this version does not know. */
export function unreadType(type: string): Unread | null {
  return UNREAD_TYPES.get(type) ?? null
}

const FORMER_NAMES = new Map([
  ['tweet', 'tweets'],
  ['direct-message', 'direct-messages'],
  ['direct-message-group', 'direct-messages-group'],
  ['article', 'twitter-article'],
  ['article-metadata', 'twitter-article-metadata'],
  ['likes', 'like'],
  ['bookmarks', 'bookmark'],
  ['space-metadata', 'spaces-metadata'],
])

/** One name for a type: `community_tweet` (global) and `communityTweet` (manifest) are `community-tweet`; former names become today's. */
export function typeNamed(name: string): string {
  const dashed = name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replaceAll('_', '-')
    .toLowerCase()
  return FORMER_NAMES.get(dashed) ?? dashed
}
