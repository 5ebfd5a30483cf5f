// Numbers, sizes and lengths of time as a clerk reads them.
const language = 'en-US'
const whole = new Intl.NumberFormat(language)
const short = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
const percent = new Intl.NumberFormat(language, { style: 'percent' })

/** A count with thousands separated. */
export function formatCount(value: number): string {
  return whole.format(value)
}

/** A share between 0 and 1 as a whole percentage. */
export function formatShare(value: number): string {
  return percent.format(value)
}

/** Bytes in the largest unit that keeps the number above 1, in powers of 1,000 as file managers do. */
export function formatBytes(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB']
  let value = bytes
  let unit = 0
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000
    unit++
  }
  return `${short.format(value)} ${units[unit] ?? ''}`
}

/** Seconds as `40 s`, `3 min 20 s` or `2 h 5 min`. */
export function formatSeconds(seconds: number): string {
  const rounded = Math.max(0, Math.round(seconds))
  if (rounded < 60) return `${rounded} s`
  const minutes = Math.floor(rounded / 60)
  if (minutes < 60) return rounded % 60 === 0 || minutes >= 10 ? `${minutes} min` : `${minutes} min ${rounded % 60} s`
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
