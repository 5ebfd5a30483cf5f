// The list of a purge report: one row for every record, eligible or not (RFC 4180; law.md §6.5).
import type { PlanBody } from '../../../../shared/domain/disposition/disposition.ts'
import { type PlanKind, planKindWords } from '../../../../shared/domain/disposition/plan-kind.ts'
import type { LocalDate } from '../../../../shared/domain/time.ts'
import { csvCell } from '../../../../shared/text/csv.ts'
import { TRAINING, TRAINING_CELL, trainingCells } from '../../../../shared/text/practice.ts'
import type { SubjectRow } from '../../vault/repository/disposition/plan.ts'
import { reasonSentence, reasonWords } from '../plan/reason-words.ts'
import type { PlanVerdict } from '../plan/verdict.ts'

const COLUMNS = ['Record', 'Account', 'Native id', 'Kind', 'Local date', 'Series', 'Verdict', 'Reason', 'Eligible on']

/**
 * The first line, behind the mark by which spreadsheets know UTF-8. Above a last, empty column it says what the list is of, should the file lie alone;
 * the plan's number and digest come after it, because the digest is over this list.
 */
export function csvHead({ practice, city, vaultId, asOf, drawnUpAt }: ListOf): string {
  const of = `${city}, as of ${asOf}, drawn up ${new Date(drawnUpAt).toISOString()}, vault ${vaultId}`
  return `\ufeff${line(trainingCells(practice ?? false, TRAINING, [...COLUMNS, of]))}`
}

type ListOf = Pick<PlanBody, 'practice' | 'city' | 'vaultId' | 'asOf' | 'drawnUpAt'>

/**
 * The line of one record.
 * @param about the kind of the plan, its account (platform and handle), its local day (null where unknown), whether this is a practice vault, and whether it waits
 * for a package that holds a held record
 */
export function csvLine(
  row: SubjectRow,
  {
    kind,
    account,
    day,
    practice,
    waits,
  }: {
    readonly kind: PlanKind
    readonly account: string
    readonly day: LocalDate | null
    readonly practice: boolean
    readonly waits: boolean
  },
  judged: PlanVerdict,
): string {
  const verdict = !judged.eligible ? 'stays' : waits ? 'waits for its package' : planKindWords[kind].may.toLowerCase()
  const reason = judged.eligible ? null : reasonOf(judged)
  const cells = [row.id, account, row.nativeId, row.kind, day, row.series, verdict, reason, judged.on, null]
  return line(trainingCells(practice, TRAINING_CELL, cells))
}

function reasonOf({ reason, detail }: Extract<PlanVerdict, { eligible: false }>): string {
  return reason === 'on-hold' ? reasonSentence(reason, detail) : reasonWords[reason].name
}

function line(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}
