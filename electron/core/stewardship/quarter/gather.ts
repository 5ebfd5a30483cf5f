// Everything that the report of a quarter says, as sections: each a few sentences, perhaps a chart, and a table.
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { Quarter } from '../../../../shared/contract/quarter.ts'
import { addDays, addPeriod } from '../../../../shared/domain/calendar/day.ts'
import { LocalDate, startOfDay } from '../../../../shared/domain/time.ts'
import type { JobContext } from '../../job/define.ts'
import { listAccounts } from '../../vault/repository/account/people.ts'
import { reportFacts } from '../facts.ts'
import { accountSection, activitySection } from './accounts.ts'
import { captureGapSection, captureSection } from './captures.ts'
import { gapSection, holdSection, importSection } from './keeping.ts'
import { removalSection, responseSection } from './public.ts'
import { planSection, purgeSection } from './purges.ts'
import type { QuarterMeans, QuarterSection } from './section.ts'

/** @throws MunimentError INPUT_INVALID where the quarter has not begun */
export function gatherQuarter(
  context: JobContext,
  quarter: Quarter,
): { means: QuarterMeans; sections: QuarterSection[] } {
  const facts = reportFacts(context)
  const from = LocalDate.parse(
    `${quarter.slice(0, 4)}-${String(Number(quarter.slice(-1)) * 3 - 2).padStart(2, '0')}-01`,
  )
  const next = addPeriod(from, { amount: 3, unit: 'months' })
  const start = startOfDay(from, facts.zone)
  if (start > context.startedAt)
    throw new MunimentError('INPUT_INVALID', `The quarter ${quarter} has not begun. Nothing was written.`)
  const means: QuarterMeans = {
    ...{ db: context.db, folder: context.folder, quarter, from, to: addDays(next, -1), start, facts },
    end: startOfDay(next, facts.zone),
    accounts: new Map(listAccounts(context.db).map((account) => [account.id, account])),
  }
  const sections = [
    accountSection(means),
    activitySection(means),
    responseSection(means),
    removalSection(means),
    holdSection(means),
    importSection(means),
    captureSection(means),
    captureGapSection(means),
    gapSection(means),
    planSection(means),
    purgeSection(means),
  ]
  return { means, sections }
}
