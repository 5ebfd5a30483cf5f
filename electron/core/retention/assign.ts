// Assigning records to a series by hand: a person's decision, which no rule overrules later.
import type { PersonId, RecordId } from '../../../shared/domain/id.ts'
import type { Instant } from '../../../shared/domain/time.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { decide, standingOf } from '../vault/repository/classification.ts'

export interface Assignment {
  readonly records: readonly RecordId[]
  /** Null takes the records out of their series. */
  readonly series: string | null
  readonly reason: string
  /** The decision on many records that these are a part of. */
  readonly bulk?: number
}

/** `same`: in that series already (a rule's choice is confirmed as the person's); `missing`: no such record. */
export interface Assigned {
  readonly classified: number
  readonly same: number
  readonly missing: readonly RecordId[]
}

/** Assigns records inside the writer's transaction. */
export function assign(
  db: Driver,
  { records, series, reason, bulk }: Assignment,
  at: Instant,
  by: PersonId | null,
): Assigned {
  let same = 0
  const missing: RecordId[] = []
  for (const record of records) {
    const standing = standingOf(db, record)
    if (standing === null) {
      missing.push(record)
      continue
    }
    const decided = standing.byHand === 1
    if (standing.series === series) same += 1
    if (standing.series === series && (decided || standing.decision === null)) continue
    const decision = { record, series, previous: standing.series, rule: null, ruleSet: null, reason }
    decide(db, bulk === undefined ? decision : { ...decision, bulk }, at, by)
  }
  return { classified: records.length - same - missing.length, same, missing }
}
