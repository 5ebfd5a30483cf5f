// The instant for which the state of plans and files is asked: the end of the five minutes that run, so that nothing done meanwhile is later.
import { useEffect, useState } from 'react'

const SPAN = 300_000
const LOOK = 20_000

const endOfSpan = () => Math.ceil(Date.now() / SPAN) * SPAN

/** It, kept up to date. */
export function useInstant(): number {
  const [at, setAt] = useState(endOfSpan)
  useEffect(() => {
    const timer = setInterval(() => setAt(endOfSpan), LOOK)
    return () => clearInterval(timer)
  }, [])
  return at
}
