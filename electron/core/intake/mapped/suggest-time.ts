// Owns telling from the values of a column how times are written in it.
import type { TimeFormat } from '../../../../shared/domain/intake/mapping.ts'
import { readTime } from './time.ts'

export interface TimeGuess {
  readonly format: TimeFormat
  /** How many of the values can be read so, 0 to 1. */
  readonly share: number
  /** True where month and day may be exchanged. */
  readonly doubtful: boolean
  /** True where the values name no zone. */
  readonly zoneless: boolean
}

const LOOKED_AT = 300
/** Month first before day first: where both can be, the City's habit. */
const ORDER: readonly TimeFormat[] = ['year-first', 'month-first', 'day-first', 'words', 'epoch', 'serial']

/** The way to read most of the values as times; null where fewer than the share `least` of them can be. */
export function guessTime(values: readonly unknown[], least: number): TimeGuess | null {
  const looked = values.slice(0, LOOKED_AT)
  if (looked.length === 0) return null
  const shares = ORDER.map((format) => {
    const read = looked
      .map((value) => readTime(value, { format, zone: 'unknown' }).time)
      .filter(({ at }) => at !== null)
    const share = read.length / looked.length
    return { format, share, zoneless: read.some(({ sourceZone }) => sourceZone === 'unknown') }
  })
  const best = shares.reduce((one, other) => (other.share > one.share ? other : one))
  if (best.share < least) return null
  const other = shares.find(({ format }) => format === 'day-first')
  return { ...best, doubtful: best.format === 'month-first' && other?.share === best.share }
}
