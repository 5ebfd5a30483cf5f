// What was found in a schedule file, row by row.
import type { ScheduleReading } from '../../../shared/contract/schedule.ts'
import { en } from '../../locale/en/schedule.ts'
import { translator } from '../../locale/t.ts'

const t = translator(en)

/** The list. */
export function FindingList({ reading }: { readonly reading: ScheduleReading }) {
  return (
    <ul className="bullets">
      {reading.findings.map(({ row, sentence }) => (
        <li key={`${row} ${sentence}`}>{row === null ? sentence : t('rowFinding', { row, sentence })}</li>
      ))}
    </ul>
  )
}
