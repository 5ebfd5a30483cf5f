// Owns Discord's numbers, which say when a thing was made.
import { type TimeFields, writtenTime } from '../../kit/time.ts'
import { textOf } from '../../kit/value.ts'

/** 2015-01-01T00:00:00Z, in ms since 1970: Discord's numbers count from here. */
const EPOCH = 1_420_070_400_000
/** Times are written to the second; more than this apart they do not mean the same moment. */
const SLACK = 2000

/** Whether a text is such a number; all digits, whatever their count. */
export function isSnowflake(value: unknown): value is string {
  return typeof value === 'string' && /^\d{15,20}$/.test(value)
}

/** When the thing with this number was made, in ms since 1970 UTC; null where it is no such number. */
function madeAt(id: unknown): number | null {
  return isSnowflake(id) ? Number(BigInt(id) >> 22n) + EPOCH : null
}

/** The time of the number itself, for things that carry no other. */
export function numberTime(id: string): TimeFields {
  const at = madeAt(id)
  return {
    at,
    atSource: at === null ? null : id,
    precision: at === null ? 'unknown' : 'millisecond',
    sourceZone: at === null ? null : 'UTC',
  }
}

/**
 * The time of a message: as written (UTC where no zone is), checked against its number, which wins where the two do not agree.
 * @param odd is called where they do not
 */
export function messageTime(written: unknown, id: string, odd: () => void): TimeFields {
  const time = writtenTime(written, 'UTC')
  const made = madeAt(id)
  if (made === null || (time.at !== null && Math.abs(time.at - made) <= SLACK)) return time
  if (textOf(written) !== '') odd()
  return { ...numberTime(id), atSource: time.atSource ?? id }
}
