// Owns times of a LocalWiki: written without a zone, by the clock of the wiki's server; version 1 says which that was.
import { TZDate } from '@date-fns/tz'
import { type TimeFields, writtenTime } from '../../kit/time.ts'

/** @param zone such as `America/Chicago`; null where the export does not say */
export function wikiTime(value: unknown, zone: string | null): TimeFields {
  const local = writtenTime(value, 'unknown')
  if (zone === null || local.at === null || local.sourceZone !== 'unknown') return local
  const clock = new Date(local.at)
  const there = new TZDate(
    clock.getUTCFullYear(),
    clock.getUTCMonth(),
    clock.getUTCDate(),
    clock.getUTCHours(),
    clock.getUTCMinutes(),
    clock.getUTCSeconds(),
    clock.getUTCMilliseconds(),
    zone,
  )
  const at = there.getTime()
  return Number.isNaN(at) ? local : { ...local, at, sourceZone: offsetName(Math.round((local.at - at) / 60_000)) }
}

function offsetName(minutes: number): string {
  if (minutes === 0) return 'UTC'
  const two = (part: number) => String(part).padStart(2, '0')
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}
