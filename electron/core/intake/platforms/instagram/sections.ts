// Owns which key at the root of an Instagram file means what (formats.md §2).
import type { FileGroup } from '../../../../../shared/domain/intake/file-group.ts'
import type { PostHint } from '../../meta/post.ts'

/** Sections by the names that the reconciliation gives them. */
export const SECTION_TYPES = [
  'posts',
  'stories',
  'reels',
  'archived-posts',
  'deleted-posts',
  'profile-photos',
  'other-media',
  'comments',
  'likes',
  'saved',
  'story-interactions',
  'profile-changes',
  'items',
] as const

/** A section that is read. */
interface Section {
  readonly type: (typeof SECTION_TYPES)[number]
  readonly hint: PostHint
}

const COMMENTS: Section = { type: 'comments', hint: { kind: 'comment' } }
const LIKES: Section = { type: 'likes', hint: { kind: 'like' } }
const SAVED: Section = { type: 'saved', hint: { kind: 'bookmark' } }
const POSTS: Section = { type: 'posts', hint: { kind: 'post' } }
const STORIES: Section = { type: 'stories', hint: { kind: 'story' } }
const REELS: Section = { type: 'reels', hint: { kind: 'video', details: { reel: true } } }
const PICTURES: Section = { type: 'profile-photos', hint: { kind: 'photo', details: { profilePicture: true } } }
const STICKERS: Section = { type: 'story-interactions', hint: { kind: 'account-event' } }

const READ: readonly (readonly [RegExp, Section])[] = [
  [/^ig_archived_stor/, { type: 'stories', hint: { kind: 'story', details: { archived: true } } }],
  [/^ig_stor/, STORIES],
  [/^ig_(?:recently_)?deleted/, { type: 'deleted-posts', hint: { kind: 'post', state: 'deleted' } }],
  [/^ig_archived/, { type: 'archived-posts', hint: { kind: 'post', details: { archived: true } } }],
  [/^ig_reels/, REELS],
  [/^ig_igtv/, { type: 'reels', hint: { kind: 'video', details: { igtv: true } } }],
  [/^ig_profile_(?:pic|photo)/, PICTURES],
  [/^ig_other_media/, { type: 'other-media', hint: { kind: 'photo' } }],
  [/^ig_(?!.*(?:audience|avatar|secret|settings)).*(?:media|posts?|photos?|videos?|live|guides?)$/, POSTS],
  [/^comments_/, COMMENTS],
  [/^likes_/, LIKES],
  [/^saved_/, SAVED],
  [
    /^story_activities_(?:story_likes|.*reactions)$/,
    { type: 'likes', hint: { kind: 'like', details: { story: true } } },
  ],
  [/^story_activities_/, STICKERS],
  [/^profile_profile_(?:change|photos?)/, { type: 'profile-changes', hint: { kind: 'account-event' } }],
]

/** 2018 to 2020: one file for each of media, comments, likes and stickers. Facebook has lists of these names too, of other forms. */
const FLAT: readonly (readonly [RegExp, Section])[] = [
  [/^(?:photos|videos)$/, POSTS],
  [/^stories$/, STORIES],
  [/^profile$/, PICTURES],
  [/^direct$/, { type: 'other-media', hint: { kind: 'photo', details: { direct: true } } }],
  [/^(?:igtv|reels)$/, REELS],
  [/^(?:media|live|story|reels?)_comments$/, COMMENTS],
  [/^(?:media|comment|story|reels?)_likes$/, LIKES],
  [/^saved_/, SAVED],
  [/^(?:polls|emoji_sliders|sliders|quizzes|questions|countdowns)$/, STICKERS],
]

const UNREAD: readonly (readonly [RegExp, FileGroup])[] = [
  [/^relationships_|^contacts_|follow|blocked|friends/, 'contacts'],
  [/advert|(?:^|_)ads(?:_|$)|audience|inferred_data|topics|interests|businesses/, 'advertising'],
  [/^account_history|^devices|login|logout|cookies|password|sign_?up|^registration/, 'log-ins'],
  [/search/, 'searches'],
  [/location/, 'location'],
  [/^settings_|^subscriptions_|secret_conversations|notification|^allow_|autofill/, 'settings'],
  [
    /^(?:ig_|profile_|impressions_|monetization|organic_insights|shopping|apps_and_websites|chaining_seen|posts_seen|policies)/,
    'other',
  ],
]

/** Facebook’s keys end in the number of their form, which Instagram’s never do. */
const isFacebooks = (key: string) => /_v\d+$/.test(key)

/** The section of a root key, or undefined. */
export function sectionOf(key: string): Section | undefined {
  return isFacebooks(key) ? undefined : READ.find(([pattern]) => pattern.test(key))?.[1]
}

/** The section of a list in the form of 2018 to 2020, or undefined. */
export function flatSectionOf(key: string): Section | undefined {
  return FLAT.find(([pattern]) => pattern.test(key))?.[1]
}

/** The group of a root key that is known and not read, or undefined. */
export function unreadGroup(key: string): FileGroup | undefined {
  return isFacebooks(key) ? undefined : UNREAD.find(([pattern]) => pattern.test(key))?.[1]
}
