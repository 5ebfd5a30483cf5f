// Instants and calendar days as a clerk reads them, always in the City's zone.
let language = 'en-US'

const shapes = {
  day: { year: 'numeric', month: 'short', day: '2-digit' },
  month: { year: 'numeric', month: 'short' },
  yearDay: { month: 'long', day: 'numeric' },
  clock: { hour: 'numeric', minute: '2-digit' },
  moment: {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  },
  exact: {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

export type TimeShape = keyof typeof shapes

// Making a formatter takes longer than formatting a screen of rows with it.
const made = new Map<string, Intl.DateTimeFormat>()

/** Dates are written in this language from now on; what is drawn already stays. @param tag such as `es-US` */
export function speakDates(tag: string): void {
  if (tag === language) return
  language = tag
  made.clear()
}

function formatter(shape: TimeShape, zone: string): Intl.DateTimeFormat {
  const key = `${shape} ${zone}`
  const known = made.get(key)
  if (known) return known
  const fresh = new Intl.DateTimeFormat(language, { ...shapes[shape], timeZone: zone })
  made.set(key, fresh)
  return fresh
}

/**
 * An instant in a zone.
 * @param instant milliseconds since 1970 UTC
 * @param zone IANA name, the City's
 */
export function formatInstant(instant: number, zone: string, shape: TimeShape): string {
  return formatter(shape, zone).format(instant)
}

/** A calendar day `YYYY-MM-DD` in words; no zone is involved. */
export function formatDay(date: string): string {
  return formatter('day', 'UTC').format(Date.parse(`${date}T00:00:00Z`))
}

/** A moment of the City's clocks, `YYYY-MM-DD` or `YYYY-MM-DD HH:MM`, in words; no zone is involved. */
export function formatMoment(moment: string): string {
  return momentParts(moment).join(' ')
}

/** Such a moment as the day and, where it is known, the time of day: each stays on one line where the two do not fit. */
export function momentParts(moment: string): readonly string[] {
  const [day = '', time] = moment.split(' ')
  if (time === undefined) return [formatDay(day)]
  return [`${formatDay(day)},`, formatter('clock', 'UTC').format(Date.parse(`${day}T${time}:00Z`))]
}

/** A year, month or day, as `2024`, `2024-03` or `2024-03-05`, in words; no zone is involved. */
export function formatPeriod(name: string): string {
  if (name.length > 7) return formatDay(name)
  return name.length > 4 ? formatter('month', 'UTC').format(Date.parse(`${name}-01T00:00:00Z`)) : name
}

/** A day of every year, `MM-DD`, in words. */
export function formatYearDay(day: string): string {
  return formatter('yearDay', 'UTC').format(Date.parse(`2000-${day}T00:00:00Z`))
}

/** Today's calendar day in a zone, `YYYY-MM-DD`. */
export function todayIn(zone: string): string {
  return dayIn(Date.now(), zone)
}

/** The calendar day of an instant in a zone, `YYYY-MM-DD`. */
export function dayIn(instant: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  return parts.format(instant)
}
