// Owns telling a JSON file that is an empty list, whatever of: nothing in it says which platform's section it is.
import type { Peek } from './peek.ts'
import { isObject } from './value.ts'

/** What an answer says of its list besides the elements. */
const FRAME = /^(?:count|total|total_?(?:count|items)|page|per_page|limit|offset|next|previous|first|last)$/i

/** Whether a file is `[]`, or an answer around such a list. */
export function isHollow({ form, json, member, head }: Peek): boolean {
  return form === 'json' && member.size <= head.length && holdsNothing(json) && hasList(json)
}

function holdsNothing(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  return (
    isObject(value) && Object.entries(value).every(([key, one]) => one === null || FRAME.test(key) || holdsNothing(one))
  )
}

function hasList(value: unknown): boolean {
  return Array.isArray(value) || (isObject(value) && Object.values(value).some(hasList))
}
