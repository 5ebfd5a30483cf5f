// The purge report of the calendar, drawn up while the app is open: what the operating system's scheduler would have run, or has missed.
import { useEffect, useRef } from 'react'
import { purgeList, purgePlan, purgeTerms } from '../../shared/contract/purge.ts'
import { isReportDue } from '../../shared/domain/disposition/report-schedule.ts'
import { Instant, LocalDate, localDate } from '../../shared/domain/time.ts'
import { start } from '../client/call.ts'
import { isUnderWay, useJobs } from '../client/jobs.ts'
import { useQuery } from '../client/query.ts'
import { useVault } from '../client/vault.ts'
import { todayIn } from '../locale/time.ts'

/** Draws up what is due, once for each time that the window is open. @param idle whether nothing is to be written */
export function useDueReport(idle: boolean): void {
  const { zone } = useVault().summary
  const every = useQuery(purgeTerms, {}, ['disposition'], 1000).data?.reportEvery ?? null
  const plans = useQuery(purgeList, {}, ['disposition'], 1000).data
  const jobs = useJobs()
  const begun = useRef(false)
  const last = plans?.find(({ kind }) => kind === 'destruction')?.madeAt
  const today = LocalDate.parse(todayIn(zone))
  const drawing = jobs?.some((job) => job.kind === 'purge.plan' && isUnderWay(job)) ?? true
  const due =
    every !== null &&
    plans !== undefined &&
    isReportDue(every, last === undefined ? null : localDate(Instant.parse(last), zone), today)
  useEffect(() => {
    if (idle || !due || drawing || begun.current) return
    begun.current = true
    const none = { plan: null, pdf: null, csv: null }
    // Whatever is refused stays due, and Home says so.
    void start(purgePlan, { asOf: today, openRequests: null, claims: null, to: none }).catch(() => undefined)
  }, [idle, due, drawing, today])
}
