// Owns telling what an object of Vimeo's interface is, by its path there, else by its shape; and the numbers in paths.
import { isObject, type JsonObject, textOf } from '../../kit/value.ts'

export type Kind = 'video' | 'comment' | 'text-track' | 'showcase' | 'folder' | 'channel' | 'user'

const PATHS: readonly (readonly [RegExp, Kind])[] = [
  [/\/comments\/\d+(?:\/replies\/\d+)?$/, 'comment'],
  [/\/texttracks\/\w+$/, 'text-track'],
  [/\/(?:albums|showcases)\/\w+$/, 'showcase'],
  [/\/(?:projects|folders)\/\w+$/, 'folder'],
  [/\/(?:channels|groups|categories)\/[\w-]+$/, 'channel'],
  [/^(?:\/users\/\w+)?\/(?:videos|clips)\/\d+(?::\w+)?$/, 'video'],
  [/^\/users\/[\w-]+$/, 'user'],
]

/** What an object is; null where it is nothing of Vimeo's. */
export function kindOf(value: JsonObject): Kind | null {
  const uri = textOf(value.uri)
  const byPath = PATHS.find(([path]) => path.test(uri))
  if (byPath !== undefined) return byPath[1]
  const has = (...keys: readonly string[]) => keys.every((key) => key in value)
  if (uri !== '' && has('text') && (has('created_on') || has('created_time'))) return 'comment'
  if (uri !== '' && has('membership')) return 'user'
  const film = has('name', 'duration') && isObject(value.privacy) && (has('embed') || has('pictures'))
  return film && (uri !== '' || /vimeo\.com\/\d/.test(textOf(value.link))) ? 'video' : null
}

/** What an answer's element speaks of: entries of folders hold what they are of (`{ "type": "video", "video": … }`). */
export function bare(value: JsonObject): JsonObject {
  for (const key of ['video', 'clip', 'folder', 'project']) {
    const inner = value[key]
    if (!('uri' in value) && isObject(inner) && kindOf(inner) !== null) return inner
  }
  return value
}

/** The number of a video in a path or an address; null where there is none. */
export function videoIn(text: string): string | null {
  return /(?:\/videos\/|\/clips\/|vimeo\.com\/(?:video\/|manage\/videos\/)?)(\d+)/.exec(text)?.[1] ?? null
}

/** The number of a comment in a path: of an answer to one, its own. */
export function commentIn(text: string): string | null {
  return /\/comments\/\d+\/replies\/(\d+)/.exec(text)?.[1] ?? /\/comments\/(\d+)/.exec(text)?.[1] ?? null
}

/** The number of the comment that the answers of a path are to; null where it leads to none. */
export function answeredIn(text: string): string | null {
  return /\/comments\/(\d+)\/replies/.exec(text)?.[1] ?? null
}

/** The last step of a path. */
export function lastStep(uri: string): string {
  return uri.slice(uri.lastIndexOf('/') + 1)
}
