// Owns telling what a table or a list of objects holds, by the names of its columns or keys.
import { isPrivate, plainName } from '../kit/fields.ts'
import type { Claim } from '../kit/spec.ts'
import { type Meaning, meaningsOf } from './fields.ts'

/** What the rows of a table are. `items` are the platform's own: videos, tracks. */
export type Holds = 'items' | 'comments' | 'messages' | 'likes'

const COUNT =
  /(?:count|plays|views|likes|comments|downloads|loads|finishes|impressions|reposts|total|mean|average|percent|rate|time(?:watched)?)$/

/** A table as a claim; null where it has no columns. @param weight how much it says for the platform */
export function claimNames(names: readonly string[], fileName: string, weight: number, form: string): Claim | null {
  const plain = names.map(plainName).filter((name) => name !== '')
  if (plain.length < 2) return null
  const unread = (type: string, note: string): Claim => ({ type, weight: weight / 2, use: 'unread', note })
  const meanings = meaningsOf(names)
  const holds = holdsBy(plain, meanings, fileName)
  if (holds === null && plain.some((name) => /^ip(?:address)?$|useragent|^device|^browser|^login/.test(name))) {
    return { ...unread('log-ins', 'Devices and addresses signed in from.'), group: 'log-ins' }
  }
  if (holds === null && (names.some(isPrivate) || /follow|contact|connection|subscri/i.test(fileName))) {
    return { ...unread('people', 'Names and addresses of people.'), group: 'contacts' }
  }
  if (
    plain.filter((name) => COUNT.test(name)).length >= 2 &&
    !meanings.has('description') &&
    !meanings.has('privacy')
  ) {
    return unread('counts', 'Counts of plays and visits; they are of no single record.')
  }
  if (holds === null) {
    return unread('table', `A table whose columns mean nothing here: ${names.slice(0, 12).join(', ')}.`)
  }
  return { type: `${holds} ${form}`, weight }
}

/** Whether rows name addresses or paths of a platform, each in a cell of its own: what merely stands in somebody's words says nothing. */
export function speaksOf(rows: readonly (readonly unknown[])[], own: RegExp): boolean {
  const named = rows.filter((cells) => cells.some((cell) => typeof cell === 'string' && own.test(cell.trim())))
  return named.length > 0 && named.length * 2 >= rows.length
}

/** A document that is one record by its keys, as a claim; null where they say nothing. */
export function claimKeys(keys: readonly string[], fileName: string, weight: number): Claim | null {
  const claim = claimNames(keys, fileName, weight, 'object')
  return claim === null || claim.use === 'unread' ? null : claim
}

function holdsBy(plain: readonly string[], meanings: ReadonlySet<Meaning>, fileName: string): Holds | null {
  const has = (...some: readonly Meaning[]) => some.some((one) => meanings.has(one))
  const named = (pattern: RegExp) => plain.some((name) => pattern.test(name))
  if (has('recipient', 'conversation') && has('body', 'subject')) return 'messages'
  if (has('comment') && !has('description') && has('time', 'author', 'target')) return 'comments'
  if (has('body') && (has('target', 'parent') || named(/^(?:video|track|clip)(?:id|uri|title|name)$/)))
    return 'comments'
  if (has('body') && has('time')) return /comment/i.test(fileName) ? 'comments' : 'messages'
  if (named(/^liked/) || (/like|favou?rite/i.test(fileName) && has('title', 'url', 'target'))) return 'likes'
  if (has('title') && has('url', 'id', 'time', 'description', 'privacy', 'duration', 'file')) return 'items'
  return null
}

/** What the rows are, by the type of their claim; null for what is no table. */
export function holdsOf(type: string): Holds | null {
  const first = type.split(' ', 1)[0]
  return first === 'items' || first === 'comments' || first === 'messages' || first === 'likes' ? first : null
}
