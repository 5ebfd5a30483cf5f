// The filters of the search language: their names, what they take, and what is said where they are mistyped.
import { RecordKind } from '../../../shared/domain/record.ts'
import type { QueryFilter } from './query-ast.ts'
import { parsePeriod } from './query-period.ts'

const mediaKinds = ['photo', 'video', 'media', 'link'] as const
const valueFilters = ['account', 'platform', 'series', 'author', 'hold', 'request'] as const
const dateFilters = ['on', 'before', 'after'] as const
const flags = ['untagged', 'deleted', 'edited', 'aside', 'locked'] as const

/** Every filter that is written `name:value`. */
export const filterNames: readonly string[] = [...valueFilters, 'kind', 'has', ...dateFilters]

/**
 * @param word a word as typed
 * @returns the filter that the word alone is, such as `untagged`, or null; the word itself is searched for in quotes
 */
export function readFlag(word: string): QueryFilter | null {
  const name = flags.find((flag) => flag === word.toLowerCase())
  return name ? { name } : null
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
    const value = mediaKinds.find((kind) => kind === wanted)
    return value ? { name, value } : `“has:” takes ${mediaKinds.join(', ')}, not “${typed}”.`
  }
  const relation = dateFilters.find((filter) => filter === name)
  const period = parsePeriod(typed)
  if (relation && period) return { name: relation, period }
  return `“${name}:” takes a year, a month or a day, such as 2024, 2024-03 or 2024-03-05; “${typed}” is none.`
}

/**
 * @param name what was typed before a colon
 * @returns the filter name that it is most like, or null where none is near
 */
export function nearestFilter(name: string): string | null {
  const ranked = filterNames
    .map((candidate) => ({ candidate, distance: editDistance(name.toLowerCase(), candidate) }))
    .sort((a, b) => a.distance - b.distance)
  const best = ranked[0]
  return best && best.distance <= Math.max(1, Math.floor(best.candidate.length / 3)) ? best.candidate : null
}

/** Letters to insert, remove, replace or (neighbours) exchange to make one word of the other. */
function editDistance(one: string, other: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row++) {
    const current = [row]
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1]
      const exchanged =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        exchanged ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    beforeLast = last
    last = current
  }
  return last[other.length] ?? 0
}
