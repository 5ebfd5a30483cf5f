// Owns what each list of a TikTok export holds, whatever the sections around it are called in its year.

/** What the elements of a list are. */
export type Section =
  | 'post'
  | 'deleted-post'
  | 'draft'
  | 'story'
  | 'comment'
  | 'live-comment'
  | 'message'
  | 'like'
  | 'favorite'
  | 'repost'
  | 'live'
  | 'review'

/** Why elements of other lists are no records. */
const UNREAD: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/browsing|watch|viewed/, 'Videos that were watched: kept, not read.'],
  [/fans|follow|block|contact|friend/, 'Followers, followed and blocked accounts: kept, not read.'],
  [/search/, 'Searches: kept, not read.'],
  [/login|status|device/, 'Log-ins and devices: kept, not read.'],
  [/\bad\b|ads|advert|offtiktok|off tiktok|usage data/, 'Advertising data: kept, not read.'],
  [/setting|preference|notification|keyword|moderate/, 'Settings: kept, not read.'],
  [
    /purchase|order|payment|transaction|gift|shop|product|voucher|address|paycard|wallet|refund/,
    'Purchases and payments: kept, not read.',
  ],
  [/location|poi/, 'Places where the account was used: kept, not read.'],
]
const OTHER = 'What TikTok logged of the account’s use: kept, not read.'

/** What the elements of a list are, by the keys that lead to it; a reason where they are no records. */
export function sectionOf(path: readonly string[]): Section | { readonly reason: string } {
  const keys = path.map((key) => key.toLowerCase())
  const last = keys.at(-1) ?? ''
  const all = keys.join(' / ')
  const above = keys.slice(0, -1)
  if (
    above.some((key) => /^(?:chat ?history|group ?chat ?(?:history)?)$/.test(key)) ||
    /^chat history with /.test(last)
  )
    return 'message'
  if (/watchlivemap/.test(all))
    return last === 'comments' || last === 'questions' ? 'live-comment' : { reason: UNREAD[0]?.[1] ?? OTHER }
  if (/browsing|watch history/.test(all)) return { reason: UNREAD[0]?.[1] ?? OTHER }
  if (last === 'commentslist' || last === 'commentlist') return 'comment'
  if (/deleted/.test(all) && /postlist|videolist/.test(last)) return 'deleted-post'
  if (/draft/.test(last)) return 'draft'
  if (/^stor(?:y|ies)/.test(last)) return 'story'
  if (last === 'videolist' || last === 'postlist' || last === 'photolist') return 'post'
  if (last === 'itemfavoritelist' || /^likelist$/.test(last)) return 'like'
  if (/^favorite/.test(last)) return 'favorite'
  if (/repost/.test(last)) return 'repost'
  if (last === 'golivelist') return 'live'
  if (last === 'reviewslist') return 'review'
  return { reason: UNREAD.find(([pattern]) => pattern.test(all))?.[1] ?? OTHER }
}
