// Owns Slack's time stamps, which are a message's number and its time at once.
import { Instant, isoInstant } from '../../../../../shared/domain/time.ts'
import { secondsTime, type TimeFields } from '../../kit/time.ts'
import { idOf } from '../../kit/value.ts'

/** `1700000000.000100`: seconds, and a fraction that only counts messages of one second where it begins with zeros. */
export function stampTime(stamp: unknown): TimeFields {
  const written = String(stamp)
  return /\.000/.test(written)
    ? { ...secondsTime(written.replace(/\..*$/, '')), atSource: written }
    : secondsTime(stamp)
}

/** A stamp, or whole seconds, as a detail shows it; null where it is no time. */
export function shownTime(stamp: unknown): string | null {
  const { at } = stampTime(stamp)
  return at === null ? null : isoInstant(Instant.parse(at))
}

/** The stamp by which a message is told from others of its channel; null where there is none. */
export function stampOf(value: unknown): string | null {
  const stamp = typeof value === 'number' ? String(value) : idOf(value)
  return stamp !== null && /^\d{8,11}(?:\.\d+)?$/.test(stamp) ? stamp : null
}
