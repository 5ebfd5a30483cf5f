// What every report of stewardship says of itself.
import type { Instant } from '../../../shared/domain/time.ts'
import type { JobContext } from '../job/define.ts'
import { readVaultFile } from '../vault/about.ts'
import { listPeople } from '../vault/repository/account/people.ts'
import { isPractice } from '../vault/repository/practice.ts'

/** The City, its zone, who writes the report and when. */
export interface ReportFacts {
  readonly city: string
  readonly zone: string
  readonly writtenAt: Instant
  readonly writtenBy: string
  readonly practice: boolean
}

/** The facts of a report that a job writes. */
export function reportFacts({ db, folder, startedAt, actor }: JobContext): ReportFacts {
  const { city, zone } = readVaultFile(folder)
  const writtenBy = listPeople(db).find(({ id }) => id === actor.person)?.name ?? 'nobody named'
  return { city, zone, writtenAt: startedAt, writtenBy, practice: isPractice(db) }
}
