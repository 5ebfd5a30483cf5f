// One of the office's own files judged by the retention of its series, as a record is: the same law, the same schedule, the same floor of two years.
import { eligibility } from '../../../../shared/domain/retention/eligibility.ts'
import type { Eligibility, HoldMark, RetentionContext } from '../../../../shared/domain/retention/subject.ts'
import type { OfficeFacts } from '../repository/disposition/office-file.ts'
import type { OfficeSeries } from '../repository/disposition/office-series.ts'

/**
 * Judges a file.
 * @param choice the series that the office chose for it, null where it chose none: then it stays
 */
export function judgeFile(
  { kind, openedAt, touchedAt, closedOn, supersededOn }: OfficeFacts,
  choice: OfficeSeries | null,
  holds: readonly HoldMark[],
  context: RetentionContext,
): Eligibility {
  const days = { closed: closedOn, superseded: supersededOn }
  const eventOn = choice?.startsOn ? days[choice.startsOn] : null
  const dates = { created: openedAt, precision: 'millisecond' as const, zoned: true, lastEdited: touchedAt }
  return eligibility(
    {
      ...{ kind, holds, exclusions: [], deletedOnPlatform: false },
      dates: { ...dates, lastComment: null, undated: false, editUnread: false },
      series: choice === null ? [] : [{ code: choice.series, eventOn }],
    },
    context,
  )
}
