// What the office set for its plans: how old their lists may be, and how often a report is drawn up by the calendar.
import { ReportEvery } from '../../../../shared/domain/disposition/report-schedule.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { setting } from '../../vault/repository/setting.ts'

/** Days, where the office has set none. */
const USUAL = 30

/** `listsWithinDays`: days after which a list is too old for a plan that is to be executed; `reportEvery` null: no report by the calendar. */
export interface PlanTerms {
  readonly listsWithinDays: number
  readonly reportEvery: ReportEvery | null
}

/** The terms in force. */
export function termsOf(db: Driver): PlanTerms {
  return {
    listsWithinDays: Number(setting(db, 'lists_within_days') ?? USUAL),
    reportEvery: ReportEvery.nullable().parse(setting(db, 'report_every')),
  }
}
