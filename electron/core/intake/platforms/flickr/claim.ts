// Owns telling what a file of Flickr's export is.
import type { Peek, Survey } from '../../kit/peek.ts'
import type { Claim } from '../../kit/spec.ts'
import { countOf, isObject, type JsonObject } from '../../kit/value.ts'

/** What only pictures have; some, such as scans, have no date of taking. */
const PHOTO = [
  'photopage',
  'original',
  'date_taken',
  'date_imported',
  'count_faves',
  'count_comments',
  'tagging_permissions',
]

/** What a file is; null where it is nothing of Flickr's. */
export function claimFile({ form, json, text, name }: Peek, { peeks }: Survey): Claim | null {
  if (form !== 'json') return null
  if (isObject(json)) return claimObject(json, text, peeks)
  const row = Array.isArray(json) ? json.find(isObject) : undefined
  if (row !== undefined) return claimRow(row)
  return Array.isArray(json) && json.length === 0 ? emptyList(name) : null
}

function claimObject(json: JsonObject, text: string, peeks: readonly Peek[]): Claim | null {
  const has = (...keys: readonly string[]) => keys.every((key) => key in json)
  if (has('id') && PHOTO.filter((key) => key in json).length >= 2) return { type: 'photos', weight: 0.95 }
  if (has('nsid') && (has('screen_name') || has('path_alias'))) return { type: 'profile', weight: 0.85, order: -1 }
  if (has('testimonials') && isObject(json.testimonials)) return { type: 'testimonials', weight: 0.7 }
  if (has('faves')) return { type: 'faves', weight: 0.6, claimed: claimedFaves(peeks), order: 1 }
  if (has('albums')) return { type: 'albums', weight: /"(?:cover_photo|photo_count)"/.test(text) ? 0.8 : 0.1 }
  if (has('galleries')) return { type: 'galleries', weight: 0.3 }
  if (has('contacts') || has('followers')) {
    const note = 'People who follow the account, or whom it follows.'
    const weight = /flickr\.com/.test(text) ? 0.6 : 0
    return { type: has('contacts') ? 'contacts' : 'followers', weight, use: 'unread', note, group: 'contacts' }
  }
  if (has('groups')) {
    return {
      type: 'groups',
      weight: 0.3,
      use: 'unread',
      note: 'Groups that the account belongs to.',
      group: 'contacts',
    }
  }
  const [only, ...others] = Object.values(json)
  const row = others.length === 0 && Array.isArray(only) ? only.find(isObject) : undefined
  return row === undefined ? null : claimRow(row)
}

/** A row of a list of comments, letters, or discussions. */
function claimRow(row: JsonObject): Claim | null {
  const has = (...keys: readonly string[]) => keys.every((key) => key in row)
  const said =
    has('comment') && ['comment_id', 'comment_url', 'photo_id', 'photoset_id', 'gallery_id'].some((key) => key in row)
  if (said) return { type: 'comments', weight: 0.7 }
  if (has('from', 'to', 'body', 'date_sent')) return { type: 'flickrmail', weight: 0.8 }
  return has('topic_id', 'group_id') ? { type: 'discussions', weight: 0.75 } : null
}

/** An empty list says nothing of itself; its name tells which section is there and empty. */
function emptyList(name: string): Claim | null {
  const type = /flickrmail/.test(name) ? 'flickrmail' : /comments_part/.test(name) ? 'comments' : null
  if (type !== null) return { type, weight: 0.05 }
  return /group_discussions/.test(name) ? { type: 'discussions', weight: 0.05 } : null
}

/** Whether an object is the account's profile. */
export function isProfile(json: unknown): json is JsonObject {
  return isObject(json) && 'nsid' in json && ('screen_name' in json || 'path_alias' in json)
}

/** The profile counts the pictures that were made favourites; the count can be compared where they stand in one file. */
function claimedFaves(peeks: readonly Peek[]): number | null {
  const files = peeks.filter(({ json }) => isObject(json) && 'faves' in json)
  const profile = peeks.map(({ json }) => json).find(isProfile)
  return files.length === 1 && isObject(profile?.stats) ? countOf(profile.stats.faves_count) : null
}
