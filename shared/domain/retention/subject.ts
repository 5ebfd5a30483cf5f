// What eligibility is asked about, and what it answers.

import type { Period } from '../calendar/day.ts'
import type { Statute } from '../law/statute.ts'
import type { CompiledSchedule } from '../schedule/schedule.ts'
import type { Exclusion } from '../schedule/series.ts'
import type { Instant, LocalDate, Precision } from '../time.ts'

/** A hold (or an open request, which holds from its receipt) that covers the record. */
export interface HoldMark {
  kind: 'hold' | 'request'
  id: number | string
  label: string
  basis: string
}

/** A series that a record belongs to; `eventOn` is the day of its event (closed, superseded …), null while it has not come. */
export interface AppliedSeries {
  code: string
  eventOn: LocalDate | null
}

/**
 * The times that a record's age is taken from; age runs from the latest. `created` null: unknown. `precision` says how exactly
 * the source gave it; `zoned` whether it gave a zone, too. `lastComment`: where a
 * thread is kept together, the latest moment of it, otherwise null; `undated`: a record of that thread has no time;
 * `editUnread`: the platform says when it, or a record of that thread, was last edited, and that cannot be read.
 */
export interface SubjectDates {
  created: Instant | null
  precision: Precision
  zoned: boolean
  lastEdited: Instant | null
  lastComment: Instant | null
  undated: boolean
  editUnread: boolean
}

/** A record as the retention rules see it. `exclusions`: kinds that Gov. Code 34090 protects, marked on the record itself. */
export interface RetentionSubject {
  kind: string
  dates: SubjectDates
  series: readonly AppliedSeries[]
  holds: readonly HoldMark[]
  exclusions: readonly Exclusion[]
  deletedOnPlatform: boolean
}

/** The statutes behind eligibility, as in force on a day. */
export interface RetentionLaw {
  destruction: Statute
  floor: Statute & { period: Period }
  exclusions: Readonly<Record<Exclusion, Statute>>
}

/** `zone` is the City's IANA zone; `schedule` the one under which the plan is drawn up. */
export interface RetentionContext {
  asOf: LocalDate
  zone: string
  schedule: CompiledSchedule
  law: RetentionLaw
}

/** One step of the reasoning: the rule, where it stands, the days it took in and gave out, and a sentence for the clerk. */
export interface TraceStep {
  rule:
    | 'hold'
    | 'platform-deletion'
    | 'exclusion'
    | 'age'
    | 'schedule'
    | 'cutoff'
    | 'period'
    | 'note'
    | 'longest'
    | 'floor'
    | 'disposition'
    | 'outcome'
  citation: string
  from: LocalDate | null
  to: LocalDate | null
  sentence: string
}

/** Why a record may not be destroyed. */
export const ineligibleReasons = [
  'on-hold',
  'excluded-34090',
  'untagged',
  'schedule-not-in-force',
  'permanent',
  'indefinite',
  'series-unknown',
  'code-unmapped',
  'protection-unanswered',
  'awaiting-trigger',
  'date-unknown',
  'not-yet',
  'under-two-years',
  'transfer-to-archives',
  'review-required',
] as const
export type IneligibleReason = (typeof ineligibleReasons)[number]

/**
 * The answer. `on` is the first day on which the record may be destroyed, null where no day can be told. On hold, `otherwise` is
 * what the answer would be without the holds, and the trace goes on to the end all the same.
 */
export type Eligibility = Judged & { trace: TraceStep[] }

/** The answer without the reasoning. */
export type Judged =
  | Verdict
  | { eligible: false; reason: 'on-hold'; holds: readonly HoldMark[]; otherwise: Verdict; on: LocalDate | null }

/**
 * An answer without holds, in short. `deciding`: the series that allow it last, all on the same day, by their codes in order; `series` is the first of
 * them, by which a plan lists the record, and `cutoff` the day from which its period ran.
 */
export type Verdict =
  | { eligible: true; on: LocalDate; cutoff: LocalDate; series: string; deciding: readonly string[] }
  | { eligible: false; reason: Exclude<IneligibleReason, 'on-hold'>; on: LocalDate | null; detail: string }
