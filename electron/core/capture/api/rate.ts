// Owns reading what a server says of how often it may be asked still (X-RateLimit and its relatives), and when it may be asked again.

const LEFT = [
  'x-ratelimit-remaining',
  'x-rate-limit-remaining',
  'ratelimit-remaining',
  'x-ratelimit-perhour-remaining',
  'x-ratelimit-perday-remaining',
]

/**
 * How long to wait because nothing is left, from heads of an answer.
 * @param head a field's value, `''` where there is none
 * @param now ms since 1970 UTC
 * @returns ms; null where more may be asked at once
 */
export function waitUntilAllowed(head: (name: string) => string, now: number): number | null {
  const waits = LEFT.flatMap((name) => {
    const left = head(name).trim()
    if (left === '' || Number(left) > 0 || Number.isNaN(Number(left))) return []
    const at = resetAt(head(name.replace('remaining', 'reset')).trim(), now)
    return at === null ? [] : [Math.max(1000, at - now)]
  })
  return waits.length === 0 ? null : Math.max(...waits)
}

/** Moments are written as ISO (Mastodon, Vimeo), as seconds since 1970 (X, Bluesky), or as seconds from now (Tumblr, the RateLimit draft). */
function resetAt(text: string, now: number): number | null {
  if (/^\d{10}(?:\.\d+)?$/.test(text)) return Number(text) * 1000
  if (/^\d{1,7}$/.test(text)) return now + Number(text) * 1000
  const at = /^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(at) ? null : at
}

/** What Meta says of how much of an hour's calls is used up, in parts of a hundred; null where it does not say. */
export function usedUp(head: (name: string) => string): number | null {
  const said = [head('x-app-usage'), head('x-business-use-case-usage')].flatMap((text) => percentsIn(text))
  return said.length === 0 ? null : Math.max(...said)
}

function percentsIn(text: string): number[] {
  return [...text.matchAll(/"(?:call_count|total_time|total_cputime)"\s*:\s*(\d{1,3})/g)].map(([, value]) =>
    Number(value),
  )
}
