// Owns what a file of a Facebook export is, by its shape and the keys at its root.

import type { Peek, Survey } from '../../kit/peek.ts'
import type { Claim } from '../../kit/spec.ts'
import { isObject } from '../../kit/value.ts'
import { metaHtmlClaim } from '../../meta/html/claim.ts'
import { shapeOf } from '../../meta/shape.ts'
import { sectionOf, unreadGroup } from './sections.ts'

const NOT_A_RECORD = 'Not a record of the account. It is kept in the sealed package.'
/** Keys that only Instagram writes. */
const INSTAGRAM =
  /^(?:ig_|text_post_app|likes_media_likes|likes_comment_likes|comments_media|comments_reels|profile_user|relationships_|impressions_history|saved_saved)/

/** What a file is; null where it is not Facebook’s. */
export function claimFile(peek: Peek, seen: Survey): Claim | null {
  if (peek.form === 'html') return htmlClaim(peek)
  if (peek.form !== 'json') return null
  const shape = shapeOf(peek.json)
  if (shape === 'thread') return { type: 'messages', weight: hasInstagram(seen) ? 0.1 : 0.75, order: 5 }
  if (shape === 'encrypted-thread') return { type: 'messages', weight: 0.75, order: 6 }
  if (shape === 'album') return { type: 'album', weight: 0.6, order: 3 }
  if (shape === 'profile' && isObject(peek.json) && 'profile_v2' in peek.json) return { type: 'profile', weight: 0.9 }
  if (shape === 'activity') return { type: 'items', weight: 0.75, order: 1 }
  if (shape === 'media-objects') return { type: 'items', weight: 0.3, order: 2 }
  if (shape === 'labelled') return { type: 'items', weight: hasInstagram(seen) ? 0.1 : 0.6, order: 4 }
  if (!isObject(peek.json)) return null
  const [key = ''] = Object.keys(peek.json)
  if (INSTAGRAM.test(key) || !/_v\d+$/.test(key)) return null
  if (sectionOf(key) !== undefined) return { type: 'items', weight: 0.8, order: 1 }
  return { type: key, weight: 0.4, use: 'unread', note: NOT_A_RECORD, group: unreadGroup(key) ?? 'other' }
}

/** HTML is read after JSON: what stands in both is then known. */
function htmlClaim(peek: Peek): Claim | null {
  const claim = metaHtmlClaim(peek, 'facebook')
  return claim === null ? null : { ...claim, order: 10 + (claim.order ?? 0) }
}

/** Whether anything in the export is of Instagram’s own forms: both platforms write threads alike. */
function hasInstagram(seen: Survey): boolean {
  return seen.peeks.some(({ json }) => {
    const shape = shapeOf(json)
    if (shape === 'media-posts' || shape === 'string-map' || shape === 'string-list') return true
    return isObject(json) && Object.keys(json).some((key) => INSTAGRAM.test(key))
  })
}
