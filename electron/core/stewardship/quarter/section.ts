// A section of the report of a quarter, and what every section is made of.
import type { Quarter } from '../../../../shared/contract/quarter.ts'
import type { Account } from '../../../../shared/domain/account/account.ts'
import type { AccountId } from '../../../../shared/domain/id.ts'
import type { Instant, LocalDate } from '../../../../shared/domain/time.ts'
import type { JobContext } from '../../job/define.ts'
import type { ChartOptions } from '../../typeset/chart.ts'
import type { Cell } from '../../typeset/row.ts'
import type { ReportFacts } from '../facts.ts'

/** A section of the report. The same table stands in the PDF and in the CSV. */
export interface QuarterSection {
  readonly title: string
  readonly words: readonly string[]
  readonly chart?: ChartOptions
  readonly heads: readonly string[]
  /** Columns of figures, by place. */
  readonly figures: readonly number[]
  readonly rows: readonly (readonly Cell[])[]
}

/** The quarter whose report is made, and what every section is made of. `end` and `to` are the first instant and the last day. */
export interface QuarterMeans extends Pick<JobContext, 'db' | 'folder'> {
  readonly quarter: Quarter
  readonly from: LocalDate
  readonly to: LocalDate
  readonly start: Instant
  readonly end: Instant
  readonly accounts: ReadonlyMap<AccountId, Account>
  readonly facts: ReportFacts
}
