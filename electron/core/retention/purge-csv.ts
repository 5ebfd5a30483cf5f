// The list of a purge report: one row for every record, eligible or not (RFC 4180; law.md §6.5).
import type { Eligibility } from '../../../shared/domain/retention-subject.ts'
import type { LocalDate } from '../../../shared/domain/time.ts'
import { csvCell } from '../../../shared/text/csv.ts'
import type { SubjectRow } from '../vault/repository/plan.ts'
import { reasonWords } from './reason-words.ts'

const COLUMNS = ['Record', 'Account', 'Native id', 'Kind', 'Local date', 'Series', 'Verdict', 'Reason', 'Eligible on']

/** The first line, behind the mark by which spreadsheets know UTF-8. */
export function csvHead(): string {
  return `\ufeff${line(COLUMNS)}`
}

/** The line of one record. @param account platform and handle; @param day its local day, null where unknown */
export function csvLine(row: SubjectRow, account: string, day: LocalDate | null, judged: Eligibility): string {
  const verdict = judged.eligible ? 'may be destroyed' : 'stays'
  const reason = judged.eligible ? null : reasonOf(judged)
  return line([row.id, account, row.nativeId, row.kind, day, row.series, verdict, reason, judged.on])
}

function reasonOf(judged: Extract<Eligibility, { eligible: false }>): string {
  const { name } = reasonWords[judged.reason]
  return judged.reason === 'on-hold' ? `${name}: ${judged.holds.map(({ label }) => label).join('; ')}` : name
}

function line(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}
