// How often a process that ended may be started again by itself.

/** So many restarts within so long a time, and no more: what always ends its process must not do so for ever. */
const LIMIT = { restarts: 3, withinMs: 5 * 60_000 }

export interface RestartLimit {
  /** Whether one more restart is allowed; counts it if so. `now` in milliseconds. */
  allow(now: number): boolean
}

/** A limit that has counted nothing yet. */
export function restartLimit(): RestartLimit {
  let restarts: number[] = []
  return {
    allow(now) {
      restarts = restarts.filter((at) => now - at < LIMIT.withinMs)
      if (restarts.length >= LIMIT.restarts) return false
      restarts.push(now)
      return true
    },
  }
}
