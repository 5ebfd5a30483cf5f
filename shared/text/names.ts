// Platforms, kinds of records and authors, as documents name them.
import { amount } from './amount.ts'

const KINDS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  post: ['Post', 'posts'],
  reply: ['Reply', 'replies'],
  repost: ['Repost', 'reposts'],
  comment: ['Comment', 'comments'],
  message: ['Direct message', 'direct messages'],
  'conversation-event': ['Conversation event', 'conversation events'],
  story: ['Story', 'stories'],
  page: ['Page', 'pages'],
  article: ['Article', 'articles'],
  like: ['Like', 'likes'],
  bookmark: ['Bookmark', 'bookmarks'],
  moment: ['Moment', 'moments'],
  space: ['Space', 'spaces'],
  profile: ['Profile', 'profiles'],
  'account-event': ['Account event', 'account events'],
  chat: ['Chat', 'chats'],
  reaction: ['Reaction', 'reactions'],
  photo: ['Photo', 'photos'],
  video: ['Video', 'videos'],
  audio: ['Sound recording', 'sound recordings'],
  episode: ['Episode', 'episodes'],
  album: ['Album', 'albums'],
  playlist: ['Playlist', 'playlists'],
  event: ['Event', 'events'],
  contact: ['Contact', 'contacts'],
  review: ['Review', 'reviews'],
  file: ['File', 'files'],
  other: ['Other record', 'other records'],
}

/** A kind of record in words: `Direct message`. */
export function kindWord(kind: string): string {
  return KINDS[kind]?.[0] ?? kind
}

/** `1 reply`, `3 replies`. */
export function amountOfKind(count: number, kind: string): string {
  const [one, many] = KINDS[kind] ?? [kind, kind]
  return amount(count, one.toLowerCase(), many)
}

/** Records of a kind in words, as a heading: `Direct messages`. */
export function kindsInWords(kind: string): string {
  const many = KINDS[kind]?.[1] ?? kind
  return many.charAt(0).toUpperCase() + many.slice(1)
}

const PLATFORMS: Readonly<Record<string, string>> = {
  x: 'X',
  facebook: 'Facebook',
  instagram: 'Instagram',
  nextdoor: 'Nextdoor',
  youtube: 'YouTube',
  linkedin: 'LinkedIn',
  threads: 'Threads',
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
  tiktok: 'TikTok',
  medium: 'Medium',
  tumblr: 'Tumblr',
  vimeo: 'Vimeo',
  snapchat: 'Snapchat',
  localwiki: 'LocalWiki',
  mediawiki: 'MediaWiki',
  podcast: 'Podcast',
  soundcloud: 'SoundCloud',
  wordpress: 'WordPress',
  flickr: 'Flickr',
  reddit: 'Reddit',
  slack: 'Slack',
  discord: 'Discord',
  web: 'Web',
  files: 'Files',
  hand: 'Entry by hand',
  produced: 'Produced items',
  other: 'Other',
}

/** A platform as it writes itself. */
export function platformName(platform: string): string {
  return PLATFORMS[platform] ?? platform
}

/** A way of capturing in words: `feed`, `pages`, `interface of Mastodon`. */
export function wayName(way: string): string {
  if (way === 'page') return 'pages'
  return way.startsWith('api/') ? `interface of ${platformName(way.slice(4))}` : way
}

/** An account, and the numbers under which its own posts and messages may name it. */
interface NamedAccount {
  readonly handle: string
  readonly ownIds: readonly string[]
}

/** Who wrote: the account itself by its handle; another's handle gets its @, a number or a name with spaces stays as it is. */
export function authorName(author: string, account: NamedAccount): string {
  if (author.toLowerCase() === account.handle.toLowerCase() || account.ownIds.includes(author))
    return `@${account.handle}`
  return /^[A-Za-z_][\w.]*$/.test(author) ? `@${author}` : author
}

/** Who wrote, in a sentence: `account 1021400104` where the source gives nothing but a number. */
export function authorInWords(author: string, account: NamedAccount): string {
  const name = authorName(author, account)
  return /^\d+$/.test(name) ? `account ${name}` : name
}
