// Every file of the office as it stands on a day, and its kinds with the series that were chosen for them.
import type { z } from 'zod'
import type { officeFileList } from '../../../../shared/contract/office-file.ts'
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import { OfficeFileKind } from '../../../../shared/domain/disposition/office-file.ts'
import { compileSchedule } from '../../../../shared/domain/schedule/schedule.ts'
import { type Instant, localDate } from '../../../../shared/domain/time.ts'
import { retentionLaw } from '../../../../shared/law/retention.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { endedRequests } from '../../vault/office/request-until.ts'
import { listPeople } from '../../vault/repository/account/people.ts'
import { recordIdsOf } from '../../vault/repository/disposition/office-content.ts'
import { type OfficeSeries, officeSeries, seriesOfFile } from '../../vault/repository/disposition/office-series.ts'
import { scheduleInForce } from '../../vault/repository/retention/schedule.ts'
import { answeredIn } from '../../vault/repository/retention/series-answer.ts'
import { reviewedIn } from '../../vault/repository/retention/series-review.ts'
import { dayFinder } from '../days.ts'
import { findOne } from '../hold/hold-search.ts'
import { holdsStanding } from '../hold/standing-holds.ts'
import { reasonSentence } from '../plan/reason-words.ts'
import { currentSchedule } from '../schedule/current-schedule.ts'
import { holdsOverFiles } from './file-holds.ts'
import { type JudgedFile, judgeFiles } from './judge-files.ts'

type Listed = z.input<typeof officeFileList.output>

/** @throws MunimentError SCHEDULE_MISSING */
export function standingFiles(db: Driver, folder: string, zone: string, at: Instant): Listed {
  const today = localDate(at, zone)
  const stored = scheduleInForce(db, today) ?? currentSchedule(db)
  const schedule = compileSchedule(stored.schedule, answeredIn(db), reviewedIn(db))
  const holds = holdsStanding(db, dayFinder(zone), findOne(db, folder), endedRequests(db, zone, today))
  const context = { asOf: today, zone, schedule, law: retentionLaw }
  const judged = judgeFiles(db, { context, holds: holdsOverFiles(db, holds) }, (one) => recordIdsOf(db, one).length)
  const choices = officeSeries(db)
  const names = new Map<string, string>(listPeople(db).map(({ id, name }) => [id, name]))
  const told = (choice: OfficeSeries | null) =>
    choice === null
      ? null
      : {
          ...{ series: choice.series, title: schedule.terms.get(choice.series)?.series.title ?? '' },
          ...{ startsOn: choice.startsOn, reason: choice.reason, chosenAt: choice.chosenAt },
          chosenBy: names.get(choice.chosenBy) ?? choice.chosenBy,
          secondBy: choice.secondBy === null ? null : (names.get(choice.secondBy) ?? choice.secondBy),
        }
  return {
    kinds: OfficeFileKind.options.map((kind) => {
      const own = judged.filter(({ facts }) => facts.kind === kind)
      const days = own.flatMap(({ stays }) => (stays?.on && stays.reason !== 'on-hold' ? [stays.on] : [])).sort()
      return {
        kind,
        chosen: told(choices.find((one) => one.kind === kind && one.subject === null) ?? null),
        files: own.length,
        may: own.filter(({ goes }) => goes !== null).length,
        held: own.filter(({ stays }) => stays?.reason === 'on-hold').length,
        next: days[0] ?? null,
      }
    }),
    files: judged.map((one) => {
      const { kind, id, openedAt, closedOn } = one.facts
      const choice = seriesOfFile(choices, one.facts)
      return {
        ...{ kind, id, openedOn: localDate(openedAt, zone), closedOn },
        ...{ series: choice?.series ?? null, own: choice?.subject === id },
        ...{
          reason: one.stays?.reason ?? null,
          on: one.stays?.on ?? one.goes?.eligibleOn ?? null,
          sentence: sentenceOf(one),
        },
      }
    }),
  }
}

function sentenceOf({ goes, stays }: JudgedFile): string {
  if (stays === null) return `It may be destroyed since ${readableDay(goes.eligibleOn)}, once it is approved.`
  if (stays.reason === 'waits') return stays.detail
  return reasonSentence(stays.reason, stays.detail)
}
