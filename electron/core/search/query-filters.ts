// The filters of the search language: their names, what they take, and what is said where they are mistyped.
import { RecordKind, ShownAs } from '../../../shared/domain/record/record.ts'
import { RestrictionGround } from '../../../shared/domain/record/restriction.ts'
import { nearest } from './nearest.ts'
import type { Having, QueryFilter } from './query-ast.ts'
import { mayBecomePeriod, parsePeriod } from './query-period.ts'

const valueFilters = ['account', 'platform', 'series', 'author', 'hold', 'request'] as const
const dateFilters = ['on', 'before', 'after'] as const

/** What `has:` takes. */
const havings: readonly Having[] = ['photo', 'video', 'audio', 'file', 'media', 'link', 'place', 'poll', 'time']

/** Filters that stand alone. */
export const flags = ['untagged', 'deleted', 'edited', 'aside', 'locked', 'restricted'] as const

/** Every filter that is written `name:value`. */
export const filterNames: readonly string[] = [...valueFilters, 'kind', 'state', 'has', 'restricted', ...dateFilters]

/** What a filter takes where that is the same in every vault; null where it is not. */
export function fixedValues(name: string): readonly string[] | null {
  if (name === 'kind') return RecordKind.options
  if (name === 'state') return ShownAs.options
  if (name === 'restricted') return RestrictionGround.options
  return name === 'has' ? havings : null
}

/**
 * @param word a word as typed
 * @returns the filter that the word alone is, such as `untagged`, or null; the word itself is searched for in quotes
 */
export function readFlag(word: string): QueryFilter | null {
  const name = flags.find((flag) => flag === word.toLowerCase())
  if (name === undefined) return null
  return name === 'restricted' ? { name, value: null } : { name }
}

/**
 * @param name a name out of `filterNames`
 * @param typed the value as typed, not empty, without quotes
 * @returns the filter, or a sentence that says what the filter takes
 */
export function readFilter(name: string, typed: string): QueryFilter | string {
  const wanted = typed.toLowerCase()
  const plain = valueFilters.find((filter) => filter === name)
  if (plain) return { name: plain, value: plain === 'account' || plain === 'author' ? typed.replace(/^@/, '') : typed }
  if (name === 'kind') {
    const kind = RecordKind.options.find((option) => option === wanted)
    return kind ? { name, value: kind } : `There is no kind “${typed}”. Kinds are ${RecordKind.options.join(', ')}.`
  }
  if (name === 'has') {
    const value = havings.find((having) => having === wanted)
    return value ? { name, value } : `“has:” takes ${havings.join(', ')}, not “${typed}”.`
  }
  if (name === 'state') {
    const value = ShownAs.options.find((state) => state === wanted)
    return value ? { name, value } : `“state:” takes ${ShownAs.options.join(', ')}, not “${typed}”.`
  }
  if (name === 'restricted') {
    const value = RestrictionGround.options.find((ground) => ground === wanted)
    return value ? { name, value } : `“restricted:” takes ${RestrictionGround.options.join(', ')}, not “${typed}”.`
  }
  const relation = dateFilters.find((filter) => filter === name)
  const period = parsePeriod(typed)
  if (relation && period) return { name: relation, period }
  return `“${name}:” takes a year, a month or a day, such as 2024, 2024-03 or 2024-03-05; “${typed}” is none.`
}

/** Whether a value that is still being typed may become one that its filter takes. */
export function mayGoOn(name: string, typed: string): boolean {
  const fixed = fixedValues(name)
  if (fixed !== null) return fixed.some((value) => value.startsWith(typed.toLowerCase()))
  return dateFilters.some((filter) => filter === name) && mayBecomePeriod(typed)
}

/**
 * @param name what was typed before a colon
 * @returns the filter name that it is most like, or null where none is near
 */
export function nearestFilter(name: string): string | null {
  return nearest(name, filterNames)
}
