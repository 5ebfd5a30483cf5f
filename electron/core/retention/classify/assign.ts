// Assigning records to a series by hand: a person's decision, which no rule overrules later.
import type { PersonId, RecordId } from '../../../../shared/domain/id.ts'
import type { WriteContext } from '../../vault/handler.ts'
import { standingOf } from '../../vault/repository/retention/classification.ts'
import { secondPerson } from '../../vault/second-person.ts'
import { reclassifier } from './reclassify.ts'

export interface Assignment {
  readonly records: readonly RecordId[]
  /** Null takes the records out of their series. */
  readonly series: string | null
  readonly reason: string
  /** The decision on many records that these are a part of. */
  readonly bulk?: number
  /** Who else stands behind decisions that shorten retention after a request, a hold or a plan. */
  readonly second?: PersonId | null
}

/**
 * `same`: in that series already (a rule's choice is confirmed as the person's); `missing`: no such record. `guarded`: left as they are, because
 * shortening their retention needs a second person; `why` says what has touched one of them.
 */
export interface Assigned {
  readonly classified: number
  readonly same: number
  readonly missing: readonly RecordId[]
  readonly guarded: readonly RecordId[]
  readonly why: string
}

/**
 * Assigns records inside the writer's transaction.
 * @throws MunimentError SECOND_PERSON_REQUIRED where the second person is none; PERSON_UNKNOWN
 */
export function assign(context: WriteContext, { records, series, reason, bulk, second = null }: Assignment): Assigned {
  const { db, actor } = context
  const reclassify = reclassifier(context, secondPerson(db, actor, second))
  let same = 0
  const missing: RecordId[] = []
  const guarded: RecordId[] = []
  let why = ''
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
    const done = reclassify(bulk === undefined ? decision : { ...decision, bulk })
    if (done.why === null) continue
    guarded.push(record)
    why = done.why
  }
  return { classified: records.length - same - missing.length - guarded.length, same, missing, guarded, why }
}
