// The purge report of the calendar, drawn up while the app is open: what the operating system's scheduler would have run, or has missed.
import { useEffect, useRef } from 'react'
import { purgePlan } from '../../shared/contract/purge.ts'
import { start } from '../client/call.ts'
import { isUnderWay, useJobs } from '../client/jobs.ts'
import { useReportStanding } from '../client/report-due.ts'

/** Draws up what is due, once for each day that the window is open. @param idle whether nothing is to be written */
export function useDueReport(idle: boolean): void {
  const standing = useReportStanding()
  const jobs = useJobs()
  const begun = useRef('')
  const today = standing?.today
  const due = standing?.due === true
  const drawing = jobs?.some((job) => job.kind === 'purge.plan' && isUnderWay(job)) ?? true
  useEffect(() => {
    if (idle || !due || drawing || today === undefined || begun.current === today) return
    begun.current = today
    const none = { plan: null, pdf: null, csv: null }
    // Whatever is refused stays due, and Home says so.
    void start(purgePlan, { asOf: today, openRequests: null, claims: null, to: none }).catch(() => undefined)
  }, [idle, due, drawing, today])
}
