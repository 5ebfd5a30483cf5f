// Owns reading how long a server asks to be left alone (RFC 9110 §10.2.3).

/** @param field `120`, or a date of HTTP @param now ms since 1970 UTC @returns ms, at least a second; null where it does not say */
export function waitAsked(field: string, now: number): number | null {
  const text = field.trim()
  if (/^\d{1,9}$/.test(text)) return Math.max(1000, Number(text) * 1000)
  const date = /^[A-Z][a-z]{2,8}, /.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(date) ? null : Math.max(1000, date - now)
}
