// The time as components show it: to the minute, so that nothing is asked anew more often.
import { useEffect, useState } from 'react'
import { Instant } from '../../shared/domain/time.ts'

const MINUTE = 60_000

/** The minute that runs, ms since 1970 UTC. */
export function useNow(): Instant {
  const [now, setNow] = useState(minute)
  useEffect(() => {
    const timer = setInterval(() => setNow(minute()), MINUTE)
    return () => clearInterval(timer)
  }, [])
  return now
}

function minute(): Instant {
  return Instant.parse(Math.floor(Date.now() / MINUTE) * MINUTE)
}
