// Catches up on captures that are due, while the window is open: one window of a vault does it, as the person who acts there.
import { useEffect, useRef, useState } from 'react'
import { captureRun } from '../../shared/contract/capture.ts'
import { captureSchedules } from '../../shared/contract/capture-schedule.ts'
import { acting } from '../client/acting.ts'
import { start } from '../client/call.ts'
import { useNow } from '../client/now.ts'
import { useQuery } from '../client/query.ts'
import { useStore } from '../client/store.ts'

/** Starts what is due. @param able false in a copy for reading and in a practice vault, which capture nothing */
export function useDueCaptures(vaultId: string, able: boolean): void {
  const person = useStore(acting)
  const holder = useLock(`captures ${vaultId}`, able)
  const now = useNow()
  const states = useQuery(captureSchedules, holder && person !== null ? { now } : null, ['captures'], 5000).data
  const begun = useRef(new Set<string>())
  useEffect(() => {
    for (const { schedule, due, termsChanged, next } of states ?? []) {
      const key = `${schedule.id} ${next}`
      if (!due || termsChanged || begun.current.has(key)) continue
      begun.current.add(key)
      const { account, way, scope, attorney, terms } = schedule
      // Why it was refused stands with the schedule: it stays due, and Home says so.
      start(captureRun, { account, way, scope, attorney, terms }).catch(() => undefined)
    }
  }, [states])
}

/** Whether this window holds a lock that one window at a time has. */
function useLock(name: string, wanted: boolean): boolean {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (!wanted) return
    const ending = new AbortController()
    const hold = () => {
      setHeld(true)
      return new Promise<void>((resolve) => ending.signal.addEventListener('abort', () => resolve(), { once: true }))
    }
    navigator.locks.request(name, { signal: ending.signal }, hold).catch(() => undefined)
    return () => {
      ending.abort()
      setHeld(false)
    }
  }, [name, wanted])
  return held
}
