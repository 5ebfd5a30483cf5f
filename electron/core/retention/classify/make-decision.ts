// A person's decision on one record: made, agreed with, or in conflict with what another person decided meanwhile.
import { z } from 'zod'
import { type Expected, Outcome } from '../../../../shared/contract/decision.ts'
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { CommandId, PersonId, RecordId } from '../../../../shared/domain/id.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { appliedResult } from '../../vault/repository/applied.ts'
import { type Decision, type Standing, standingOf } from '../../vault/repository/retention/classification.ts'
import { takeNote, takingBack } from '../../vault/repository/retention/decision.ts'
import { type Deciding, reclassifier } from './reclassify.ts'
import { needsSecond } from './second-person.ts'

const UNSAID = 'Decided in the queue.'
const UNDONE = 'Taken back; what stood before stands again.'

const AnyOutcome = z.looseObject(Outcome.shape)

export interface NewDecision {
  readonly record: RecordId
  readonly series: string | null
  readonly expected: Expected
  /** The note that becomes the reason, if it is still the one that was seen. */
  readonly note: number | null
}

/**
 * Decides inside the writer's transaction. What a rule decided meanwhile is no obstacle: rules never overrule a person.
 * @throws MunimentError RECORD_UNKNOWN, SECOND_PERSON_REQUIRED
 */
export function makeDecision(context: Deciding, { record, series, expected, note }: NewDecision): Outcome {
  const { db, actor } = context
  const standing = standingOrRefuse(db, record)
  const decided = standing.byHand === 1
  if (decided && standing.series === series) return { outcome: 'same', decision: standing.decision }
  if (decided && !wasSeen(db, standing, expected)) return { outcome: 'conflict', decision: standing.decision }
  const reason = reasonOf(db, record, note, actor.person)
  const decision = { record, series, previous: standing.series, rule: null, ruleSet: null, reason }
  return { outcome: 'made', decision: alone(context, decision) }
}

/**
 * Takes back what an earlier command decided. One that decided nothing leaves nothing to take back.
 * @throws MunimentError RECORD_UNKNOWN, SECOND_PERSON_REQUIRED
 */
export function undoDecision(
  context: Deciding,
  { record, of }: { readonly record: RecordId; readonly of: CommandId },
): Outcome {
  const { db } = context
  const standing = standingOrRefuse(db, record)
  const made = outcomeOf(db, of)
  if (made?.outcome !== 'made' || made.decision === null) return { outcome: 'same', decision: standing.decision }
  const back = takingBack(db, { record, decision: made.decision, reason: UNDONE })
  if (back === null) return { outcome: 'conflict', decision: standing.decision }
  return { outcome: 'made', decision: alone(context, back) }
}

/** One key is one person: what takes two is decided under “Many at once”. @throws MunimentError SECOND_PERSON_REQUIRED */
function alone(context: Deciding, decision: Decision): number {
  const done = reclassifier(context, null)(decision)
  if (done.why !== null) throw needsSecond([decision.record], done.why)
  return done.decision
}

function standingOrRefuse(db: Driver, record: RecordId): Standing {
  const standing = standingOf(db, record)
  if (standing !== null) return standing
  throw new MunimentError('RECORD_UNKNOWN', `This vault has no record ${record}. Nothing was decided.`)
}

/** Whether the person knew the newest decision, or made it. */
function wasSeen(db: Driver, { decision }: Standing, expected: Expected): boolean {
  if ('decision' in expected) return expected.decision === decision
  const before = outcomeOf(db, expected.after)
  return before !== null && before.outcome !== 'conflict' && before.decision === decision
}

function outcomeOf(db: Driver, command: CommandId): Outcome | null {
  return AnyOutcome.safeParse(appliedResult(db, command)).data ?? null
}

function reasonOf(db: Driver, record: RecordId, note: number | null, by: PersonId | null): string {
  const taken = note === null ? null : takeNote(db, record, note)
  if (taken === null) return UNSAID
  return taken.writtenBy === by || taken.name === null ? taken.text : `${taken.text} (noted by ${taken.name})`
}
