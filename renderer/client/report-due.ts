// Purge reports by the calendar: how often, and whether one is due now.
import { purgeList, purgeTerms } from '../../shared/contract/purge.ts'
import { isReportDue, newestReport, type ReportEvery } from '../../shared/domain/disposition/report-schedule.ts'
import { LocalDate } from '../../shared/domain/time.ts'
import { todayIn } from '../locale/time.ts'
import { useQuery } from './query.ts'
import { useVault } from './vault.ts'

/** `every` null: no report by the calendar. `today`: in the City's zone. */
export interface ReportStanding {
  readonly every: ReportEvery | null
  readonly due: boolean
  readonly today: LocalDate
}

/** Kept up to date; undefined until it is known. */
export function useReportStanding(): ReportStanding | undefined {
  const { zone } = useVault().summary
  const terms = useQuery(purgeTerms, {}, ['disposition'], 1000).data
  const plans = useQuery(purgeList, {}, ['disposition', 'jobs'], 1000).data
  if (terms === undefined || plans === undefined) return undefined
  const today = LocalDate.parse(todayIn(zone))
  const every = terms.reportEvery
  return { every, due: isReportDue(every, newestReport(plans), { zone, today }), today }
}
