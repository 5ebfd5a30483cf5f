// Owns what a file of a TikTok export is: JSON by the names of its lists, text by the form of its blocks.
import type { Peek } from '../../kit/peek.ts'
import type { Claim } from '../../kit/spec.ts'
import { isObject } from '../../kit/value.ts'
import { claimText } from './text-claim.ts'

/** Sections at the root, in all their names. */
const SECTIONS =
  /^(?:activity|your activity|video|posts?|direct messages?|group chat|comments?|profile|profile and settings|app settings|tiktok live|likes and favorites|ads and data|tiktok shop(?:ping)?|tik tok shopping|income plus wallet transactions?|income\+ wallet|poi review|location reviews?|following|purchases?)$/i
/** Names of lists and maps that only TikTok has. */
const LISTS =
  /^(?:ItemFavoriteList|FansList|VideoList|CommentsList|ChatHistory|GroupChat|SearchList|ProfileMap|LoginHistoryList|BlockList|FavoriteVideoList|FavoriteSoundList|FavoriteEffectsList|FavoriteHashtagList|ShareHistoryList|WatchLiveMap|GoLiveList|HashtagList|SettingsMap|RecentlyDeletedPosts|ActivitySummaryMap|OffTikTokActivityDataList|PostList|RepostList|AIMojiList)$/
const OF_A_SECTION =
  /^(?:Like List|Favorite Videos|Comments|Chat History|Videos|Posts|Follower(?: List)?|Following(?: List)?)$/i

/** What a file is; null where it is not TikTok’s. */
export function claimFile(peek: Peek): Claim | null {
  if (peek.form === 'text' || peek.form === 'csv') return claimText(peek)
  if (peek.form !== 'json' || !isObject(peek.json)) return null
  const roots = Object.keys(peek.json).filter((key) => SECTIONS.test(key)).length
  const lists = new Set<string>()
  collect(peek.json, 4, lists)
  const ofSection = Object.keys(peek.json).some((key) => OF_A_SECTION.test(key))
  if (lists.size > 1 && (roots > 0 || ofSection)) return { type: 'data', weight: 0.9 }
  if (lists.size === 1 && (roots > 0 || ofSection)) return { type: 'data', weight: 0.8 }
  if (lists.size > 0 && Object.keys(peek.json).every((key) => LISTS.test(key)) && ![...lists].every(isCommon))
    return { type: 'data', weight: 0.7 }
  return roots >= 3 ? { type: 'data', weight: 0.6 } : null
}

/** Names that others may give a list too. */
const isCommon = (name: string) => name === 'VideoList' || name === 'PostList' || name === 'SearchList'

function collect(value: unknown, depth: number, found: Set<string>): void {
  if (!isObject(value) || depth === 0) return
  for (const [key, inner] of Object.entries(value)) {
    if (LISTS.test(key)) found.add(key)
    collect(inner, depth - 1, found)
  }
}
