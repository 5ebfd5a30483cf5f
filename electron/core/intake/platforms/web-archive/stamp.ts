// Owns the times by which lists of captures name them: fourteen digits, UTC.

/** `2026-11-29T08:59:00.123Z` is `20261129085900`; ms since 1970 UTC too are understood. */
export function stampOf(date: unknown): string {
  if (typeof date === 'number' && date > 0 && date < 8e15) return stampOf(new Date(date).toISOString())
  return typeof date === 'string' ? date.replace(/\D/g, '').slice(0, 14) : ''
}

/** Of things with a stamp the one nearest in time to a stamp; the first of those that are as near. */
export function nearest<Thing extends { readonly stamp: string }>(list: readonly Thing[], stamp: string): Thing | null {
  let best: Thing | null = null
  let least = Number.POSITIVE_INFINITY
  for (const one of list) {
    const apart = Math.abs(secondsOf(one.stamp) - secondsOf(stamp))
    if (apart < least) [best, least] = [one, apart]
  }
  return best ?? list[0] ?? null
}

function secondsOf(stamp: string): number {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = (
    /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})/.exec(stamp)?.slice(1) ?? []
  ).map(Number)
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000
}
