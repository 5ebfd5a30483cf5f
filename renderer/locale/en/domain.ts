// English words for the nouns that several rooms name.
import type { Account } from '../../../shared/domain/account/account.ts'
import { translator } from '../t.ts'

const words = {
  post: 'Post',
  reply: 'Reply',
  repost: 'Repost',
  comment: 'Comment',
  message: 'Message',
  'conversation-event': 'Conversation event',
  story: 'Story',
  page: 'Page',
  article: 'Article',
  like: 'Like',
  bookmark: 'Bookmark',
  moment: 'Moment',
  space: 'Space',
  profile: 'Profile',
  'account-event': 'Account event',
  chat: 'Chat',
  reaction: 'Reaction',
  episode: 'Episode',
  album: 'Album',
  playlist: 'Playlist',
  event: 'Event',
  contact: 'Contact',
  review: 'Review',
  live: 'Live',
  deleted: 'Deleted',
  draft: 'Draft',
  gone: 'No longer shown',
  hidden: 'Hidden',
  photo: 'Photo',
  video: 'Video',
  animation: 'Animation',
  audio: 'Sound',
  file: 'File',
  'records-clerk': 'Records clerk',
  custodian: 'Custodian',
  'department-head': 'Department head',
  'city-attorney': 'City attorney',
  'city-clerk': 'City clerk',
  liaison: 'Social media liaison',
  litigation: 'Litigation',
  claim: 'Claim',
  'records-request': 'Records request',
  audit: 'Audit',
  grant: 'Grant',
  subpoena: 'Subpoena',
  'consent-decree': 'Consent decree',
  other: 'Other',
} as const

const t = translator(words)

/** Kinds, states, roles and bases in words. */
export function word(name: keyof typeof words): string {
  return t(name)
}

const known: Readonly<Record<string, string>> = words

/** A kind or state out of the vault in words; one that has no word by its own name. */
export function knownWord(name: string): string {
  return known[name] ?? name
}

const platforms: Readonly<Record<string, string>> = {
  x: 'X',
  facebook: 'Facebook',
  instagram: 'Instagram',
  nextdoor: 'Nextdoor',
  youtube: 'YouTube',
  linkedin: 'LinkedIn',
  threads: 'Threads',
  tiktok: 'TikTok',
  bluesky: 'Bluesky',
  flickr: 'Flickr',
  podcast: 'Podcast',
  soundcloud: 'SoundCloud',
  vimeo: 'Vimeo',
  mastodon: 'Mastodon',
  reddit: 'Reddit',
  tumblr: 'Tumblr',
  medium: 'Medium',
  discourse: 'Discourse',
  wordpress: 'WordPress',
  mediawiki: 'MediaWiki',
  localwiki: 'LocalWiki',
  slack: 'Slack',
  discord: 'Discord',
  snapchat: 'Snapchat',
  web: 'Web (archive of pages)',
  files: 'Folder of files',
}

/** Platforms that a clerk may register accounts of; the vault accepts any other name too. */
export const knownPlatforms: readonly string[] = Object.keys(platforms)

/** What is no platform and stands where one does: what read the records, and other ways in than a platform's export. */
const readers: Readonly<Record<string, string>> = {
  mapped: 'Table',
  hand: 'Entry by hand',
  produced: 'Produced items',
  activitypub: 'ActivityPub',
  other: 'Other',
}

/** A platform as it writes itself. */
export function platformWord(name: string): string {
  return platforms[name] ?? readers[name] ?? name
}

/** Who wrote a record, as exports name people; the account itself by its handle, also where the export gives only its number. */
export function authorWord(author: string, account: Pick<Account, 'handle' | 'nativeId'> | undefined): string {
  return author === '' || author === account?.nativeId ? (account?.handle ?? author) : author
}
