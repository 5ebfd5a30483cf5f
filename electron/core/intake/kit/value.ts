// Owns reading values out of parsed JSON of which nothing is certain: never throws, never coerces more than platforms' habits demand.

export type JsonObject = Readonly<Record<string, unknown>>

const NO_LIST: readonly unknown[] = []

/** True for an object that is neither null nor a list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value where it is a text, else `''`. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** The value where it is a text that says something, else null. */
export function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

/** The value where it is a list, else an empty one. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : NO_LIST
}

/** The objects of a list; what is not an object is left out. */
export function objectsOf(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) && value.length > 0 ? value.filter(isObject) : []
}

/** The texts of a list, safe whole numbers written as texts; the rest is left out. */
export function textsOf(value: unknown): readonly string[] {
  return listOf(value).flatMap((one) => idOf(one) ?? [])
}

/** An id: a text that says something, or a whole number small enough to be exact (formats.md §0.7: larger ones are damaged already). */
export function idOf(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : value
  return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : null
}

/** A count, which some platforms write as a text: whole and not negative, else null. */
export function countOf(value: unknown): number | null {
  if (typeof value === 'string' && !/^\d{1,15}$/.test(value)) return null
  const count = typeof value === 'string' || typeof value === 'number' ? Number(value) : -1
  return Number.isSafeInteger(count) && count >= 0 ? count : null
}

/** What stands under `key` where that is an object, else the value itself: some platforms wrap their records, not always. */
export function unwrapped(value: JsonObject, key: string): JsonObject {
  const inner = value[key]
  return isObject(inner) ? inner : value
}

/** The last step of an address's path, without the query: `…/media/Fx.jpg?tag=12` is `Fx.jpg`. */
export function baseName(address: string): string {
  const query = address.search(/[?#]/)
  const path = query < 0 ? address : address.slice(0, query)
  return path.slice(path.lastIndexOf('/') + 1)
}

/** What a table says of a word out of an export; a word such as `constructor` is in none. */
export function lookUp<T>(table: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined
}

/** Cuts a parsed value off where it is nested deeper than any export is: what walks through it may call itself. Changes the value. */
export function cutDeep(value: unknown, depth = 100): void {
  if (typeof value !== 'object' || value === null) return
  if (depth > 0) for (const inner of Object.values(value)) cutDeep(inner, depth - 1)
  else if (Array.isArray(value)) value.length = 0
  else for (const key of Object.keys(value)) Reflect.deleteProperty(value, key)
}

/** The object without members that are undefined, null, empty texts or empty lists. */
export function filled(members: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kept: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(members)) {
    if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)) continue
    kept[name] = value
  }
  return kept
}
