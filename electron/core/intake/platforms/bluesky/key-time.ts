// Owns the time that a record's key tells: keys count microseconds, written in 32 signs.
import { NO_TIME, type TimeFields, writtenTime } from '../../kit/time.ts'

const SIGNS = '234567abcdefghijklmnopqrstuvwxyz'

/** The time of a key such as `3lbkj25b7pi2l`, by the clock of whoever made it; none where the key is no such key. */
export function keyTime(path: string): TimeFields {
  const key = path.slice(path.lastIndexOf('/') + 1)
  if (!/^[2-7a-j][2-7a-z]{12}$/.test(key)) return NO_TIME
  let value = 0n
  for (const sign of key) value = value * 32n + BigInt(SIGNS.indexOf(sign))
  const at = Number((value >> 10n) / 1000n)
  const time = writtenTime(at < 4_102_444_800_000 ? new Date(at).toISOString() : '', 'UTC')
  return time.at === null ? NO_TIME : time
}
