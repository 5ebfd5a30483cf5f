// Owns telling what a JSON file of Meta's holds by the shape of its first element; files of one shape are told apart by their name.
import type { RecordKind } from '../../../../shared/domain/record/record.ts'
import { isObject, type JsonObject, listOf } from '../kit/value.ts'

export type MetaShape =
  | 'thread'
  | 'encrypted-thread'
  | 'activity'
  | 'media-posts'
  | 'labelled'
  | 'string-map'
  | 'string-list'
  | 'album'
  | 'media-objects'
  | 'no-data'
  | 'profile'

/** The shape of a file by its head; null where it is none of Meta's. */
export function shapeOf(json: unknown): MetaShape | null {
  if (Array.isArray(json) && json.length === 1 && typeof json[0] === 'string') return 'no-data'
  if (isObject(json)) {
    if (
      Array.isArray(json.messages) &&
      (Array.isArray(json.participants) || 'thread_name' in json || 'thread_path' in json)
    ) {
      return 'threadName' in json || listOf(json.participants).some((one) => typeof one === 'string')
        ? 'encrypted-thread'
        : 'thread'
    }
    if (Array.isArray(json.participants) && ('threadName' in json || 'thread_path' in json)) return 'thread'
    if (typeof json.name === 'string' && Array.isArray(json.photos)) return 'album'
    if (isObject(facebookProfile(json)) || Array.isArray(json.profile_user)) return 'profile'
  }
  // The first that says something: an odd one may stand before it.
  const elements = Array.isArray(json) ? json.slice(0, 50) : [json]
  return elements.map(elementShape).find((shape) => shape !== null) ?? null
}

/** The shape of what stands under a key of the root: a list, a list one level deeper (`{activity_log_data: […]}`), or one item. */
export function shapeUnder(value: unknown): MetaShape | null {
  if (Array.isArray(value)) return shapeOf(value)
  if (!isObject(value)) return null
  const inner = Object.values(value).flatMap((list) => (Array.isArray(list) ? [shapeOf(list)] : []))
  return inner.find((shape) => shape !== null && shape !== 'no-data') ?? elementShape(value)
}

/** The shape of one element. */
function elementShape(element: unknown): MetaShape | null {
  if (!isObject(element)) return null
  if (Array.isArray(element.label_values)) return 'labelled'
  if (isObject(element.string_map_data)) return 'string-map'
  if (Array.isArray(element.string_list_data)) return 'string-list'
  if (isMediaPost(element)) return 'media-posts'
  if (typeof element.timestamp === 'number' && ('data' in element || 'attachments' in element || 'title' in element))
    return 'activity'
  // An event that was answered.
  if (typeof element.start_timestamp === 'number' && 'name' in element) return 'activity'
  if (typeof element.uri === 'string' && 'creation_timestamp' in element) return 'media-objects'
  return null
}

/** The profile of a Facebook export: `profile_v2`, until 2020 `profile`; undefined where there is none. */
export function facebookProfile({ profile_v2: now, profile: before }: JsonObject): JsonObject | undefined {
  if (isObject(now)) return now
  const isProfile = isObject(before) && ('name' in before || 'username' in before || 'registration_timestamp' in before)
  return isProfile ? before : undefined
}

/** Instagram’s posts: media of their own, and no `data`. */
function isMediaPost(element: JsonObject): boolean {
  const [first] = listOf(element.media)
  return (
    isObject(first) &&
    'uri' in first &&
    !('data' in element) &&
    !('attachments' in element) &&
    typeof element.timestamp !== 'number'
  )
}

const KINDS: readonly (readonly [RegExp, RecordKind])[] = [
  [/comment/i, 'comment'],
  [/like|reaction/i, 'reaction'],
  [/saved|bookmark/i, 'bookmark'],
  [/stor(?:y|ies)/i, 'story'],
  [/event/i, 'event'],
  [/reel|video/i, 'video'],
  [/review|recommendation/i, 'review'],
  [/post|check|tag|trash|archive|edit/i, 'post'],
]

/** What the items of a labelled file are, by its name: their labels are in any language. */
export function kindByName(file: string): RecordKind {
  const base = file.slice(file.lastIndexOf('/') + 1)
  return KINDS.find(([pattern]) => pattern.test(base))?.[1] ?? 'other'
}
