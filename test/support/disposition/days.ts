// Days as the model reckons them, by the calendar of this language's own library and nothing of Muniment's.

const DAY = 86_400_000
const here = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles', dateStyle: 'short' })
const known = new Map<number, string>()

/** The City's day of an instant, as 2026-11-20. */
export function dayOf(at: number): string {
  const day = known.get(at) ?? here.format(at)
  known.set(at, day)
  return day
}

/** A day so many days later. */
export function daysLater(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
}

/** The same day so many years later; of a leap day the last of its month. */
export function yearsLater(day: string, years: number): string {
  const later = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`
  return Number.isNaN(Date.parse(later)) || !new Date(later).toISOString().startsWith(later)
    ? daysLater(`${later.slice(0, 8)}28`, 0)
    : later
}
