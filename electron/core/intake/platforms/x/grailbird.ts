// Owns what an archive of before 2018 (Grailbird) says of itself: its index of months, its owner, when it was made.
import { countOf, idOf, isObject, type JsonObject, objectsOf, textOf, textOrNull } from '../../kit/value.ts'
import type { Manifest, Owner } from './manifest.ts'
import { sourceTime } from './time.ts'

/** The index as a list of contents: a month each, with how many posts it holds. Null where it is none. */
export function indexManifest(value: unknown): Manifest | null {
  if (!Array.isArray(value)) return null
  return {
    ownerHandle: null,
    ownerNativeId: null,
    ownerName: null,
    generatedAt: null,
    partial: false,
    claims: objectsOf(value).flatMap(({ file_name: name, var_name: written, tweet_count: count }) =>
      typeof name === 'string'
        ? [{ type: 'grailbird-month', written: textOf(written), name, count: countOf(count) }]
        : [],
    ),
    mediaFolders: new Map(),
  }
}

/** Whose archive it is. */
export function ownerIn(value: unknown): Owner {
  const user: JsonObject = isObject(value) ? value : {}
  return { handle: textOrNull(user.screen_name), nativeId: idOf(user.id), name: textOrNull(user.full_name) }
}

/** When the archive was made, ms; null where it does not say. */
export function madeAt(value: unknown): number | null {
  return isObject(value) ? sourceTime(value.created_at, null).at : null
}
