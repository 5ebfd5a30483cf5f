// The list of a purge report: one row for every record, eligible or not (RFC 4180; law.md §6.5).
import type { Judged } from '../../../../shared/domain/retention/subject.ts'
import type { LocalDate } from '../../../../shared/domain/time.ts'
import { csvCell } from '../../../../shared/text/csv.ts'
import { TRAINING, TRAINING_CELL, trainingCells } from '../../../../shared/text/practice.ts'
import type { SubjectRow } from '../../vault/repository/disposition/plan.ts'
import { reasonWords } from '../plan/reason-words.ts'

const COLUMNS = ['Record', 'Account', 'Native id', 'Kind', 'Local date', 'Series', 'Verdict', 'Reason', 'Eligible on']

/** The first line, behind the mark by which spreadsheets know UTF-8. */
export function csvHead(practice: boolean): string {
  return `\ufeff${line(trainingCells(practice, TRAINING, COLUMNS))}`
}

/**
 * The line of one record.
 * @param about its account (platform and handle), its local day (null where unknown), whether this is a practice vault, and whether it waits
 * for a package that holds a held record
 */
export function csvLine(
  row: SubjectRow,
  {
    account,
    day,
    practice,
    waits,
  }: {
    readonly account: string
    readonly day: LocalDate | null
    readonly practice: boolean
    readonly waits: boolean
  },
  judged: Judged,
): string {
  const verdict = !judged.eligible ? 'stays' : waits ? 'waits for its package' : 'may be destroyed'
  const reason = judged.eligible ? null : reasonOf(judged)
  const cells = [row.id, account, row.nativeId, row.kind, day, row.series, verdict, reason, judged.on]
  return line(trainingCells(practice, TRAINING_CELL, cells))
}

function reasonOf(judged: Extract<Judged, { eligible: false }>): string {
  const { name } = reasonWords[judged.reason]
  return judged.reason === 'on-hold' ? `${name}: ${judged.holds.map(({ label }) => label).join('; ')}` : name
}

function line(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}
