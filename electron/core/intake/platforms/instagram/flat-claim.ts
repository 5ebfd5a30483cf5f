// Owns what a file of Instagram's exports of 2018 to 2020 is, which have forms of their own.
import type { Claim } from '../../kit/spec.ts'
import { isObject, type JsonObject, listOf, objectsOf, textOf } from '../../kit/value.ts'
import { flatSectionOf } from './sections.ts'

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/
const KEPT = 'Not a record of the account. It is kept in the sealed package.'

/** What the file is; null where it is not of that form. */
export function flatClaim(json: unknown): Claim | null {
  if (Array.isArray(json)) {
    const talks = objectsOf(json).some((one) => Array.isArray(one.conversation) && Array.isArray(one.participants))
    return talks ? { type: 'flat-messages', weight: 0.9, order: 5 } : null
  }
  if (!isObject(json)) return null
  const entries = Object.entries(json)
  if (entries.some(([key, list]) => isTaken(list) && flatSectionOf(key) !== undefined))
    return { type: 'flat-media', weight: 0.9 }
  const read = entries.flatMap(([key, list]) => (isPairs(list) ? (flatSectionOf(key) ?? []) : []))[0]
  if (read !== undefined) return { type: `flat-${read.type}`, weight: 0.8, order: 2 }
  if (isFlatProfile(json)) return { type: 'flat-profile', weight: 0.6, order: -1 }
  if (isMoments(json.followers) || isMoments(json.following))
    return { type: 'connections', weight: 0.5, use: 'unread', note: KEPT, group: 'contacts' }
  return null
}

/** Whether an object is the profile of that time. */
export function isFlatProfile(json: JsonObject): boolean {
  return (
    typeof json.username === 'string' && ('biography' in json || 'private_account' in json || 'date_joined' in json)
  )
}

function isTaken(list: unknown): boolean {
  return objectsOf(list).some((one) => 'taken_at' in one && 'path' in one)
}

/** `[[moment, words, whose], …]` */
function isPairs(list: unknown): boolean {
  return MOMENT.test(textOf(listOf(listOf(list).find((one) => Array.isArray(one)))[0]))
}

/** `{name: moment, …}` */
function isMoments(value: unknown): boolean {
  return isObject(value) && MOMENT.test(textOf(Object.values(value)[0]))
}
