// Owns telling of which of Meta's networks an export is: threads of messages and labelled items look alike in all of them.
import { once } from '../kit/once.ts'
import type { Peek, Survey } from '../kit/peek.ts'
import { isObject, objectsOf } from '../kit/value.ts'
import { facebookProfile, shapeOf, shapeUnder } from './shape.ts'
import { isThreadsPost } from './threads.ts'

/** What an export shows signs of; `instagram` is Instagram itself, besides what Threads keeps in its form. */
interface Networks {
  readonly facebook: boolean
  readonly instagram: boolean
  readonly threads: boolean
}

/** Keys at the root that only Instagram writes. */
const INSTAGRAM =
  /^(?:ig_|likes_|comments_(?!v\d)|profile_user|profile_profile|relationships_|impressions_history|saved_saved|story_activities_)/

/** The signs of all files together, found once. */
export const networksIn = once((seen: Survey): Networks => {
  const each = seen.peeks.map(signOf)
  return {
    facebook: each.includes('facebook'),
    instagram: each.includes('instagram'),
    threads: each.includes('threads'),
  }
})

function signOf({ json, form, text }: Peek): keyof Networks | null {
  if (form !== 'json') return null
  const keys = isObject(json) ? Object.keys(json) : []
  if (keys.some((key) => key.startsWith('text_post_app_')) || isThreadsPost(json)) return 'threads'
  if (keys.some((key) => /_v\d+$/.test(key))) return 'facebook'
  if (keys.some((key) => INSTAGRAM.test(key)) || isFlat(json)) return 'instagram'
  if (
    isObject(json) &&
    (facebookProfile(json) !== undefined || Object.values(json).some((one) => shapeUnder(one) === 'activity'))
  )
    return 'facebook'
  const shape = shapeOf(json)
  if (shape === 'media-posts' || shape === 'string-map' || shape === 'string-list') return 'instagram'
  if (shape === 'activity' || shape === 'album' || shape === 'encrypted-thread') return 'facebook'
  // What messages and labelled items say themselves: paths of files, addresses of what was shared.
  if (/your_instagram_activity\\?\/|https?:\\?\/\\?\/(?:www\.)?instagram\.com\\?\//.test(text)) return 'instagram'
  return /your_facebook_activity\\?\/|https?:\\?\/\\?\/(?:www\.)?facebook\.com\\?\//.test(text) ? 'facebook' : null
}

/** Instagram’s forms of 2018 to 2020: media with `taken_at`, conversations in one file. */
function isFlat(json: unknown): boolean {
  if (Array.isArray(json)) return objectsOf(json).some((one) => Array.isArray(one.conversation))
  if (!isObject(json)) return false
  return Object.values(json).some((list) => objectsOf(list).some((one) => 'taken_at' in one && 'path' in one))
}
