// Owns telling what an object of the LocalWiki API is, by its keys: the same for tastypie's version 1 and the later version 4.
import { isObject, type JsonObject, textOf } from '../../kit/value.ts'

export type ShapeName = 'page' | 'file' | 'map' | 'redirect' | 'page-tags' | 'tag' | 'user' | 'region' | 'site'

export interface Shape {
  readonly name: ShapeName
  /** Whether it is an entry of a history: a version, with who changed it and when. */
  readonly version: boolean
  /** Whether it carries an address of the API, which hardly anybody else writes. */
  readonly marked: boolean
}

const ADDRESS =
  /\/api\/(?:v\d+\/)?(?:pages?|files?|maps?|tags?|page_tags|redirects?|users?|regions?|sites?)(?:_version|_history)?\//

/** What the object is; null where it is nothing of a LocalWiki. */
export function shapeOf(value: unknown): Shape | null {
  if (!isObject(value)) return null
  const name = nameOf(value)
  if (name === null) return null
  const marked = ADDRESS.test(`${textOf(value.resource_uri) || textOf(value.url) || textOf(value.page)}/`)
  return { name, version: 'history_date' in value || 'history_type' in value || 'history_id' in value, marked }
}

function nameOf(value: JsonObject): ShapeName | null {
  const has = (...keys: readonly string[]) => keys.every((key) => key in value)
  const textual = (key: string) => typeof value[key] === 'string'
  if (has('content', 'slug') && textual('name') && (textual('content') || value.content === null)) return 'page'
  if (has('file', 'slug') && textual('name')) return 'file'
  if (has('geom', 'page') || has('points', 'lines', 'polys')) return 'map'
  if (has('source', 'destination')) return 'redirect'
  if (has('page', 'tags')) return 'page-tags'
  if (has('username', 'date_joined')) return 'user'
  if (has('full_name', 'slug')) return 'region'
  if (has('time_zone') && (has('license') || has('signup_tos'))) return 'site'
  const address = textOf(value.resource_uri) || textOf(value.url)
  return has('name', 'slug') && /\/tags?(?:_version|_history)?\//.test(address) ? 'tag' : null
}
