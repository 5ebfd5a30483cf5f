// Owns what a file of TikTok's text flavour is: its names and labels are of the account's language, its form is not.
import type { Peek } from '../../kit/peek.ts'
import type { Claim } from '../../kit/spec.ts'
import { blocksIn, type TextBlock } from './text-blocks.ts'

const CHAT = /^>>> Chat History with /m
const MOMENT = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?: UTC)?$/
const LINK = /^https?:\/\/(?:[\w-]+\.)*(?:tiktokv?|tiktokcdn[\w-]*|byteoversea)\.com\//
const NOT_TOLD =
  'A list of links: kept, not read, for nothing in it says whether they were liked, saved or only watched.'

/** What a text file is; null where it is not TikTok’s. */
export function claimText({ text, name }: Peek): Claim | null {
  if (CHAT.test(text)) return { type: 'text-messages', weight: 0.85 }
  const blocks = blocksIn(text)
  const first = blocks[0]
  if (first === undefined || !MOMENT.test(first.fields[0]?.[1] ?? '')) return null
  const ofTikTok = blocks.some(({ fields }) => fields.some(([, value]) => LINK.test(value)))
  const base = (name.split('/').at(-1) ?? '').toLowerCase()
  if (isPost(first))
    return {
      type: base.includes('deleted') || hasTwoMoments(first) ? 'text-deleted-posts' : 'text-posts',
      weight: ofTikTok ? 0.8 : 0.3,
    }
  if (isComment(first)) return { type: 'text-comments', weight: labelled(first, 'Comment') ? 0.6 : 0.4 }
  if (!isLinkList(first) || !ofTikTok) return null
  // Likes, favourites and watched videos look alike: their English names tell them apart.
  if (/^like list/.test(base)) return { type: 'text-likes', weight: 0.6 }
  if (/^favorite (?:videos|sounds|effects|hashtags)/.test(base)) return { type: 'text-favorites', weight: 0.6 }
  if (/^reposts?/.test(base)) return { type: 'text-reposts', weight: 0.6 }
  return { type: 'text-links', weight: 0.4, use: 'unread', group: 'other', note: NOT_TOLD }
}

const labelled = ({ fields }: TextBlock, label: string) =>
  fields.some(([key]) => key.toLowerCase() === label.toLowerCase())
/** A moment, an address, and what may be done with it. */
const isPost = ({ fields }: TextBlock) =>
  fields.length >= 4 &&
  fields.some(([, value], at) => at < 3 && /^https?:/.test(value)) &&
  !/^https?:/.test(fields[3]?.[1] ?? '') &&
  fields.length > 4
const hasTwoMoments = ({ fields }: TextBlock) => fields.filter(([, value]) => MOMENT.test(value)).length > 1
/** A moment, words, a picture or none, an address. */
const isComment = (block: TextBlock) =>
  labelled(block, 'Comment') ||
  (block.fields.length === 4 &&
    /^(?:n\/a|https?:.*)$/i.test(block.fields[2]?.[1] ?? '') &&
    /^(?:n\/a|https?:.*)$/i.test(block.fields[3]?.[1] ?? ''))
const isLinkList = ({ fields }: TextBlock) => fields.length === 2 && /^https?:/.test(fields[1]?.[1] ?? '')
