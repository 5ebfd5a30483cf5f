// What becomes of the office's own files on the day: destroyed, or passed over for a named reason.
import type { DestructionFacts } from '../../../../shared/domain/disposition/destruction.ts'
import { type OfficeFileRef, officeFileName } from '../../../../shared/domain/disposition/office-file.ts'
import type { PlanId } from '../../../../shared/domain/id.ts'
import { compileSchedule } from '../../../../shared/domain/schedule/schedule.ts'
import { retentionLaw } from '../../../../shared/law/retention.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { commitmentOfFile } from '../../vault/office/commit.ts'
import { endedRequests } from '../../vault/office/request-until.ts'
import { narrowedFiles, type PendingFile } from '../../vault/repository/disposition/destruction-file.ts'
import { recordIdsOf } from '../../vault/repository/disposition/office-content.ts'
import { type OfficeFacts, officeFile } from '../../vault/repository/disposition/office-file.ts'
import { officeSeries } from '../../vault/repository/disposition/office-series.ts'
import { scheduleInForce } from '../../vault/repository/retention/schedule.ts'
import { answeredIn } from '../../vault/repository/retention/series-answer.ts'
import { reviewedIn } from '../../vault/repository/retention/series-review.ts'
import { dayFinder } from '../days.ts'
import type { Decision } from '../execution/decide.ts'
import { findOne } from '../hold/hold-search.ts'
import { holdsStanding } from '../hold/standing-holds.ts'
import { holdsOverFiles } from './file-holds.ts'
import { beforeIn, judgeOne } from './judge-files.ts'

/** The decision on a file, and the file as it stands where it goes. */
export interface DecidedFile {
  readonly decision: Decision
  readonly facts: OfficeFacts | null
}

interface Deciding {
  readonly db: Driver
  readonly folder: string
  readonly facts: DestructionFacts
  readonly plan: PlanId
}

/** Decides on files that wait, by everything that stands at this moment; what they share is read once. To be used in one transaction alone. */
export function fileDecider({ db, folder, facts, plan }: Deciding): (item: PendingFile) => DecidedFile {
  const { today, zone } = facts
  const narrowed = new Set(narrowedFiles(db, plan).map(keyOf))
  const stored = scheduleInForce(db, today)
  const records = holdsStanding(db, dayFinder(zone), findOne(db, folder), endedRequests(db, zone, today))
  const holds = holdsOverFiles(db, records)
  const choices = officeSeries(db)
  const before = beforeIn(db, new Set(), (accession) => recordIdsOf(db, accession).length)
  const context =
    stored === null
      ? null
      : {
          asOf: today,
          zone,
          schedule: compileSchedule(stored.schedule, answeredIn(db), reviewedIn(db)),
          law: retentionLaw,
        }
  return (item) => {
    if (narrowed.has(keyOf(item))) return stay('struck-from-plan', 'It was taken out of the plan.')
    const file = officeFile(db, item, zone)
    if (file === null) return stay('gone', 'It is not in the vault any more.')
    if (context === null) return stay('no-longer-eligible', 'No schedule is in force.')
    const judged = judgeOne({ context, holds }, file, choices, before)
    if (judged.stays !== null) {
      const { reason, detail } = judged.stays
      if (reason === 'on-hold') return stay('on-hold', `On hold: ${detail}`)
      return stay(reason === 'waits' ? 'waits-for-others' : 'no-longer-eligible', detail)
    }
    if (judged.goes.series !== item.series)
      return stay('drifted', `Series ${judged.goes.series} decides now, not ${item.series} as approved.`)
    if (commitmentOfFile(db, file) !== item.commitment)
      return stay('drifted', `The ${officeFileName(item)} is not as it was approved: something was entered since.`)
    return { decision: null, facts: file }
  }
}

function stay(reason: NonNullable<Decision>['reason'], detail: string): DecidedFile {
  return { decision: { reason, detail }, facts: null }
}

function keyOf({ kind, id }: OfficeFileRef): string {
  return `${kind} ${id}`
}
