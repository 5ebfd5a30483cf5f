// Owns what a file of a Facebook export is, by its shape and the keys at its root.

import type { Peek, Survey } from '../../kit/peek.ts'
import type { Claim } from '../../kit/spec.ts'
import { isObject, type JsonObject, objectsOf } from '../../kit/value.ts'
import { metaHtmlClaim } from '../../meta/html/claim.ts'
import { pageAt } from '../../meta/html/pages.ts'
import { networksIn } from '../../meta/network.ts'
import { facebookProfile, shapeOf, shapeUnder } from '../../meta/shape.ts'
import { ITEM_TYPES, sectionOf, unreadGroup } from './sections.ts'

const NOT_A_RECORD = 'Not a record of the account. It is kept in the sealed package.'
/** Facebook’s keys end in the number of their form. */
const NUMBERED = /_v\d+$/
/** Files of settings and the like in folders of posts, groups and stories. */
const NO_RECORD =
  /settings|preferences|permissions|status|install|notification|participation|_tab\b|badges|memories|viewed|suggest/i
/** Keys that only Instagram writes. */
const INSTAGRAM =
  /^(?:ig_|text_post_app|likes_media_likes|likes_comment_likes|comments_media|comments_reels|profile_user|relationships_|impressions_history|saved_saved)/

/** What a file is; null where it is not Facebook’s. */
export function claimFile(peek: Peek, seen: Survey): Claim | null {
  if (peek.form === 'html') return htmlClaim(peek)
  if (peek.form !== 'json') return null
  const shape = shapeOf(peek.json)
  if (shape === 'thread') return { type: 'messages', weight: isInstagrams(seen) ? 0.1 : 0.75, order: 5 }
  if (shape === 'encrypted-thread') return { type: 'messages', weight: 0.75, order: 6 }
  if (shape === 'album') return { type: 'album', weight: 0.6, order: 3 }
  if (shape === 'profile' && isObject(peek.json) && facebookProfile(peek.json) !== undefined)
    return { type: 'profile', weight: 0.9 }
  if (shape === 'activity') return { type: activityType(peek.json), weight: 0.75, order: 1 }
  if (shape === 'media-objects') return { type: 'photos', weight: 0.3, order: 2 }
  if (shape === 'labelled' || shape === 'no-data') return byPath(peek, shape, seen)
  return isObject(peek.json) ? keyedClaim(peek.json, seen) : null
}

function keyedClaim(json: JsonObject, seen: Survey): Claim | null {
  const keys = Object.keys(json).filter((key) => !INSTAGRAM.test(key))
  const read = keys.find((key) => sectionOf(key) !== undefined && (NUMBERED.test(key) || holdsItems(json[key])))
  const section = read === undefined ? undefined : sectionOf(read)
  if (section !== undefined) return { type: section.type, weight: 0.8, order: 1 }
  const isOld = (key: string) => networksIn(seen).facebook && unreadGroup(key) !== undefined
  const known = keys.find((key) => NUMBERED.test(key)) ?? keys.find(isOld)
  if (known === undefined) return null
  return { type: known, weight: 0.4, use: 'unread', note: NOT_A_RECORD, group: unreadGroup(known) ?? 'other' }
}

/** What a list of activities is of, by its first element. */
function activityType(json: unknown): string {
  const first = Array.isArray(json) ? json.find((one) => isObject(one)) : json
  const data = isObject(first) ? objectsOf(first.data) : []
  if (data.some(({ comment }) => isObject(comment))) return 'comments'
  return data.some(({ reaction }) => isObject(reaction)) ? 'reactions' : 'posts'
}

/** Until 2020 keys had no number: only the form of what stands under them tells Facebook’s from others’. */
function holdsItems(value: unknown): boolean {
  const shape = shapeUnder(value)
  return shape === 'activity' || shape === 'media-objects' || shape === 'labelled'
}

/** What nothing but the path says: labelled items, whose labels are in the account’s language, and empty sections. */
function byPath({ member }: Peek, shape: 'labelled' | 'no-data', seen: Survey): Claim | null {
  const weight = shape === 'labelled' && !isInstagrams(seen) ? 0.6 : 0.05
  const { facebook } = networksIn(seen)
  if (shape === 'no-data' && !facebook) return null
  const page = pageAt(member.name.replace(/\.json$/i, '.html'))
  const unread = { weight, use: 'unread', note: NOT_A_RECORD } as const
  if ('group' in page) return { ...unread, type: page.type, group: page.group }
  if (shape === 'no-data') return { type: ITEM_TYPES.has(page.type) ? page.type : 'activity', weight, order: 4 }
  if (NO_RECORD.test(member.name) || page.type === 'messages') return { ...unread, type: 'settings', group: 'settings' }
  if (page.type === 'other') return { ...unread, type: 'other', group: 'other' }
  return { type: page.type, weight, order: 4 }
}

/** HTML is read after JSON: what stands in both is then known. */
function htmlClaim(peek: Peek): Claim | null {
  const claim = metaHtmlClaim(peek, 'facebook')
  return claim === null ? null : { ...claim, order: 10 + (claim.order ?? 0) }
}

/** Whether the export is Instagram’s: both networks write threads and labelled items alike. */
function isInstagrams(seen: Survey): boolean {
  const { instagram, threads, facebook } = networksIn(seen)
  return (instagram || threads) && !facebook
}
