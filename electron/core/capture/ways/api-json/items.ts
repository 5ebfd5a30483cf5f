// Owns finding in an answer what a mapping says stands there: its items, what tells them apart, the files that they show, how many there are in all.
import { createHash } from 'node:crypto'
import type { Asking } from '../../../../../shared/domain/intake/asking.ts'
import { pathSteps, valuesAt } from '../../../../../shared/domain/intake/column-path.ts'
import type { MappingRules } from '../../../../../shared/domain/intake/mapping.ts'
import type { Answer } from '../../api/define.ts'

/** What stands at a path of an answer or of an item; none where nothing does. */
export function at(value: unknown, path: string): readonly unknown[] {
  return valuesAt(value, pathSteps(path) ?? [])
}

/** The items of an answer: of the list that the mapping names, or of a list at its root, or the one object that it is. Null where there is no such list. */
export function itemsIn(json: unknown, { list }: MappingRules): readonly unknown[] | null {
  if (list !== null) return lists(json, (pathSteps(list) ?? []).map(String))
  if (Array.isArray(json)) return json
  return isObject(json) ? [json] : null
}

/** Lists in the elements of lists are read one after the other, as the reader of answers does. */
function lists(value: unknown, [key, ...rest]: readonly string[]): readonly unknown[] | null {
  if (key === undefined) return Array.isArray(value) ? value : null
  if (Array.isArray(value)) {
    const found = value.flatMap((one) => {
      const inner = lists(one, [key, ...rest])
      return inner === null ? [] : [inner]
    })
    return found.length === 0 && value.length > 0 ? null : found.flat()
  }
  return isObject(value) ? lists(Object.getOwnPropertyDescriptor(value, key)?.value, rest) : null
}

/** What tells an item from others: its number, or all that it says. */
export function itemId(item: unknown, { fields: { id } }: MappingRules): string {
  const [own] = id === undefined ? [] : at(item, id)
  if (typeof own === 'string' || typeof own === 'number') return String(own)
  return createHash('sha256')
    .update(JSON.stringify(item) ?? '')
    .digest('hex')
}

/** Addresses of the files that an item shows. @param page the address of the answer */
export function mediaOf(item: unknown, { fields: { media } }: MappingRules, page: string): readonly string[] {
  const found = media === undefined ? [] : at(item, media)
  return found.flatMap((one) =>
    typeof one === 'string' && one.trim() !== '' ? (URL.parse(one.trim(), page)?.href ?? []) : [],
  )
}

/** How many items there are in all; null where it is not said, or is no number. */
export function totalOf({ json, head }: Answer, where: Asking['total']): number | null {
  if (where === null) return null
  const said = 'head' in where ? head(where.head) : at(json, where.column)[0]
  return /^\d{1,15}$/.test(String(said ?? '').trim()) ? Number(said) : null
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
