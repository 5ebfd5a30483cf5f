// Owns what each page of Meta's HTML exports is. That it is Meta's, its structure says; which of the alike pages, its path (Meta's paths are English in every language).
import type { FileGroup } from '../../../../../shared/domain/intake/file-group.ts'

export type Network = 'facebook' | 'instagram'

/** What a page's cards are. */
export type PageType =
  | 'messages'
  | 'posts'
  | 'comments'
  | 'reactions'
  | 'photos'
  | 'videos'
  | 'albums'
  | 'stories'
  | 'events'
  | 'saved'
  | 'activity'
  | 'other'

export type Page =
  | { readonly type: PageType }
  | { readonly group: FileGroup; readonly type: string; readonly note: string }

const UNREAD: readonly (readonly [pattern: RegExp, group: FileGroup, type: string, note: string])[] = [
  [
    /(?:^|\/)(?:ads_information|ads_and_businesses|ads_and_topics|your_topics|apps_and_websites[^/]*|businesses)\/|advertis|ad_preferences/,
    'advertising',
    'advertising',
    'Advertising data: kept, not read.',
  ],
  [
    /(?:^|\/)(?:security_and_login[^/]*|login_and_[^/]*|security)\/|login_activity|(?:^|\/)html\/security\.html?$/,
    'log-ins',
    'log-ins',
    'Log-ins and devices: kept, not read.',
  ],
  [
    /(?:^|\/)(?:connections|friends|friends_and_followers|followers_and_following|following_and_followers|contacts|address_books?|about_you|people|supervision)\/|(?:^|\/)html\/(?:friends|contact_info)\.html?$|(?:who_you|pages_and_profiles_you|pages_you)_+(?:ve_)?follow|blocked|close_friends/,
    'contacts',
    'contacts',
    'Contacts, friends and followers: kept, not read.',
  ],
  [/(?:^|\/)(?:recent_)?search(?:es)?\/|your_search/, 'searches', 'searches', 'Searches: kept, not read.'],
  [
    /(?:^|\/)(?:[a-z_]*location[a-z_]*)(?:\/|\.html)/,
    'location',
    'location',
    'Places where the account was used: kept, not read.',
  ],
  [
    /(?:^|\/)(?:preferences|settings|feed|privacy_settings|device_information|other_activity)\/|[a-z_]*settings\.html/,
    'settings',
    'settings',
    'Settings: kept, not read.',
  ],
  [
    /(?:^|\/)(?:logged_information|other_logged_information|other_personal_information|your_interactions_on_facebook|notifications|recently_viewed|past_instagram_insights|facebook_payments|payment_history|monetization|subscriptions|digital_wallets|voting_location|meta_ai|your_ai[^/]*)\//,
    'other',
    'logged',
    'What the platform logged of the account’s use: kept, not read.',
  ],
  [
    /(?:^|\/)(?:personal_information|profile_information|account_information|account_profile|information_about_you)\//,
    'other',
    'profile',
    'The account’s own data: kept, not read.',
  ],
  [
    /(?:^|\/)(?:index|start_here)\.html?$|(?:^|\/)files\//,
    'viewer',
    'viewer',
    'Pages for looking through the export: kept, not read.',
  ],
]

/** Lists of what was edited, each with a wording of then. */
const EDITS = /(?:^|\/)(?:edits_you_made_to_posts|your_comment_edits)(?:_\d+)?\.(?:html?|json)$/i

const READ: readonly (readonly [pattern: RegExp, type: PageType])[] = [
  [
    /(?:^|\/)messages\/(?!.*(?:support_messages|autofill|chat_invites|secret_conversations|reported_conversations|information)[^/]*\.html?$).*\.html?$|(?:^|\/)your_group_messages\//,
    'messages',
  ],
  [EDITS, 'activity'],
  [/story_(?:sticker_)?interactions\/(?:story_likes|[a-z_]*reactions)/, 'reactions'],
  [/story_(?:sticker_)?interactions\//, 'activity'],
  [
    /(?:^|\/)stories\/story_reactions|likes?_and_reactions|posts_and_comments\.html|(?:^|\/)likes\/|liked_(?:posts|comments|threads)|pages_you_ve_liked|your_reactions|_reactions?(?:_\d+)?\.html/,
    'reactions',
  ],
  [/comments?_?(?:_in_groups)?(?:_\d+)?\.html|(?:^|\/)comments\/|_comments/, 'comments'],
  [/membership|your_groups|groups_you|group_interactions|polls?|page_or_group/, 'activity'],
  [/(?:^|\/)album\/|photos\/album|albums?(?:_\d+)?\.html/, 'albums'],
  [/(?:^|\/)(?:stories|archived_stories)(?:_\d+)?(?:\/|\.html)|archived_stories/, 'stories'],
  [/reels?(?:_\d+)?\.html|your_videos|igtv|(?:^|\/)(?:reels|videos|short_videos)\//, 'videos'],
  [/photos(?:_\d+)?\.html|uncategorized_photos|profile_photos|other_content/, 'photos'],
  [/(?:^|\/)events?\//, 'events'],
  [/(?:^|\/)saved[^/]*(?:\/|\.html)|saved_(?:posts|items|collections)/, 'saved'],
  [
    /(?:^|\/)(?:posts|content|media|groups|threads|archive|trash)\/|posts(?:__[a-z_]*)?(?:_\d+)?\.html|check_ins|profile_updates/,
    'posts',
  ],
]

/** What a page is by its path; `other` where nothing is known of it: its cards are read all the same. */
export function pageAt(path: string): Page {
  const name = path.toLowerCase().replace(/['’]/g, '_')
  // Photos and videos lie beside the posts, in folders of the same names: the file says what it is before the folder does.
  for (const [pattern, group, type, note] of UNREAD) if (pattern.test(name)) return { group, type, note }
  for (const [pattern, type] of READ) if (pattern.test(name)) return { type }
  return { type: 'other' }
}

/** Pages of what the account's holder threw away. */
export const isTrash = (path: string) =>
  /(?:^|\/)(?:trash|recently_deleted[^/]*)(?:\/|\.html)|recently_deleted/i.test(path)
/** Pages of what is shown to nobody else. */
export const isArchived = (path: string) => /(?:^|\/)(?:archive|archived_[^/]*)(?:\/|\.html)/i.test(path)

/** Files of what was edited. */
export const isEdits = (path: string) => EDITS.test(path)

/** Whether a path is one of a conversation's pages, which lie in a folder of their own. */
export const isThreadPage = (path: string) => /(?:^|\/)[^/]+\/message_\d+\.html?$/i.test(path)
