// Numbers, sizes, lengths of time and instants as people read them.
import { type Instant, readableInstant } from '../../../shared/domain/time.ts'

const whole = new Intl.NumberFormat('en-US')
const short = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 })

/** A count with thousands separated. */
export function count(value: number): string {
  return whole.format(value)
}

/** A count with its noun: `1 record`, `2 records`. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`
}

/** Bytes in the largest unit that keeps the number above 1, in powers of 1,000. */
export function bytes(value: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB']
  const power = value < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(value) / 3))
  return `${short.format(value / 1000 ** power)} ${units[power] ?? ''}`
}

/** Seconds as `40 s`, `3 min 20 s` or `2 h 5 min`. */
export function duration(seconds: number): string {
  const all = Math.max(0, Math.round(seconds))
  if (all < 60) return `${all} s`
  if (all < 3600) return `${Math.floor(all / 60)} min ${all % 60} s`
  return `${Math.floor(all / 3600)} h ${Math.floor((all % 3600) / 60)} min`
}

/** An instant in the City's zone; a dash where there is none. */
export function when(instant: Instant | null, zone: string): string {
  return instant === null ? '–' : readableInstant(instant, zone)
}
