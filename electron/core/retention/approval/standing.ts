// Where a plan stands on its way to execution, and what is missing, in sentences. Told to the clerk at each step, and asked again in the
// transaction that begins the destruction.
import type { PlanState } from '../../../../shared/contract/approval.ts'
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import { chainStates } from '../../../../shared/domain/disposition/approval.ts'
import type { PlanFile } from '../../../../shared/domain/disposition/disposition.ts'
import { listedMissing } from '../../../../shared/domain/disposition/listed-judge.ts'
import { Instant, localDate, readableInstant } from '../../../../shared/domain/time.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { approvalsOf, narrowingOf, officeInForce } from '../../vault/repository/disposition/approval.ts'
import { narrowedFiles } from '../../vault/repository/disposition/destruction-file.ts'
import { type KnownPlan, latestEntryAt } from '../../vault/repository/disposition/plan.ts'
import { isPractice } from '../../vault/repository/practice.ts'
import { unitInForce } from '../../vault/repository/retention/retention-unit.ts'
import { scheduleInForce } from '../../vault/repository/retention/schedule.ts'
import { receiptsMissing } from '../custody/standing.ts'
import { termsOf } from '../plan/terms.ts'
import { chainMissing, forgedApprovals, namesTwice, unconfirmedKeys } from './chain-missing.ts'
import { compareLists } from './listed.ts'
import { listsMissing, standingLists } from './lists.ts'
import { stayingWithThreads } from './thread-mates.ts'

/** What is entered while a job is starting is later than it, and no sign of a wrong clock. */
const STARTING = 60_000

/** What is missing of a plan in which nothing is left: it is not begun, but one under way ends by itself. */
export const NOTHING_LEFT = 'Every record was taken out of the plan or stays with its thread, or none was in it.'

/** Where a plan stands; `missing` is empty where it may be executed by a second person. */
export function planStanding(db: Driver, folder: string, plan: KnownPlan, file: PlanFile, at: Instant): PlanState {
  const office = officeInForce(db)
  const today = localDate(at, file.zone)
  const stored = approvalsOf(db, plan.id)
  const taken = stored.map(({ approval }) => approval)
  const roles = chainStates(office, taken, today)
  const struck = narrowingOf(db, plan.id)
  const out = struck.map(({ record }) => record)
  const withThread = stayingWithThreads(db, file, out)
  const files = file.files ?? []
  const struckFiles = narrowedFiles(db, plan.id)
  const within = termsOf(db).listsWithinDays
  const lists = standingLists(db, plan, file, within, today)
  const { comparison: listed, unread } = compareLists(db, folder, lists, { zone: file.zone, days: within, today })
  const missing = [
    ...unfitToday(db, file, plan, at),
    ...listsMissing(db, lists, within, today),
    ...unread.map((name) => `“${name}” cannot be read again, and so was compared with nothing: give the list anew.`),
    ...listedMissing(listed),
    ...receiptsMissing(db, folder, file),
    ...forgedApprovals(folder, file, stored),
    ...unconfirmedKeys(roles, stored),
    ...chainMissing(roles),
    ...(office.alone ? [] : namesTwice(roles)),
    ...(struck.length + withThread >= file.records.length && struckFiles.length >= files.length ? [NOTHING_LEFT] : []),
  ]
  const refs = files.map(({ kind, id }) => ({ kind, id }))
  const narrowed = { struck, withThread, files: refs, struckFiles }
  return { plan: plan.id, digest: plan.digest, office, roles, taken, ...narrowed, lists, listed, missing }
}

function unfitToday(db: Driver, file: PlanFile, plan: KnownPlan, at: Instant): string[] {
  const today = localDate(at, file.zone)
  const latest = latestEntryAt(db)
  const unfit: string[] = []
  if (isPractice(db) || file.practice === true) unfit.push('This is a practice vault: nothing in it is a record.')
  if (file.asOf > today) unfit.push(`The plan is for ${readableDay(file.asOf)}, which has not come yet.`)
  if (latest !== null && latest > at + STARTING) {
    const last = readableInstant(Instant.parse(latest), file.zone)
    unfit.push(`This computer’s clock is behind the ledger, whose last entry is of ${last}. Set the clock right.`)
  }
  const inForce = scheduleInForce(db, today)
  const { name, resolution, adoptedOn, effectiveFrom } = file.schedule
  const same =
    inForce !== null &&
    inForce.importedAt <= plan.madeAt &&
    inForce.schedule.name === name &&
    inForce.schedule.resolution === resolution &&
    inForce.schedule.adoptedOn === adoptedOn &&
    inForce.schedule.effectiveFrom === effectiveFrom
  if (!same) unfit.push('The schedule in force is not the one that the plan was drawn up under. Draw up a new plan.')
  if (unitInForce(db).unit !== file.unit) {
    unfit.push('What is kept together was decided otherwise since the plan was drawn up. Draw up a new plan.')
  }
  return unfit
}
