// What a plan says of a record, whichever kind it is: it may go, or it stays for a named reason.
import type { ExclusionReason } from '../../../../shared/domain/disposition/disposition.ts'
import type { PlanKind } from '../../../../shared/domain/disposition/plan-kind.ts'
import type { RecordId } from '../../../../shared/domain/id.ts'
import { judgeCustody, type SignedCopy } from '../../../../shared/domain/retention/custody.ts'
import { judging } from '../../../../shared/domain/retention/eligibility.ts'
import type { Judged, RetentionContext, RetentionSubject } from '../../../../shared/domain/retention/subject.ts'
import type { KeptUnit } from '../../../../shared/domain/retention/unit.ts'
import type { LocalDate } from '../../../../shared/domain/time.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import type { SubjectRow } from '../../vault/repository/disposition/plan.ts'
import { copiesOver } from '../custody/copies.ts'
import { type WaitingFor, waitingOver } from '../custody/waiting.ts'

/**
 * The verdict. `deciding`: every series that decides as `series` does. `cutoff`: the day from which its period ran, where one did. `copy`: of a plan to
 * give up custody, the archive's copy that stands for the record.
 */
export type PlanVerdict =
  | {
      readonly eligible: true
      readonly on: LocalDate
      readonly series: string
      readonly deciding: readonly string[]
      readonly cutoff?: LocalDate
      readonly copy?: SignedCopy
    }
  | {
      readonly eligible: false
      readonly reason: ExclusionReason
      readonly on: LocalDate | null
      readonly detail: string
    }

/** Judges each of the records that it was made for. */
export type JudgeOne = (row: SubjectRow, subject: RetentionSubject) => PlanVerdict

/** Judges records in the way of a kind of plan, run by run: what stands around those of a run is read at once. */
export function judgeOver(
  kind: PlanKind,
  db: Driver,
  { context, unit }: { readonly context: RetentionContext; readonly unit: KeptUnit },
): (ids: readonly RecordId[]) => JudgeOne {
  if (kind === 'destruction') {
    const judge = judging(context)
    const { schedule } = context
    return (ids) => {
      const waits = waitingOver(db, ids, { schedule, unit })
      return ({ id }, subject) => heldBack(verdictOf(judge(subject)), id, subject, waits)
    }
  }
  return (ids) => {
    const copies = copiesOver(db, ids)
    return ({ id }, subject) => judgeCustody(subject, copies(id), context)
  }
}

/** Why a record stays, in words for the plan: on hold, the holds by name. */
export function detailOf(judged: Extract<Judged, { eligible: false }>): string {
  return judged.reason === 'on-hold' ? judged.holds.map(({ label }) => label).join('; ') : judged.detail
}

/** What may go waits while a series of its own is historical and no archive has it, and what is kept together with it waits with it. */
function heldBack(verdict: PlanVerdict, id: RecordId, { series }: RetentionSubject, waits: WaitingFor): PlanVerdict {
  if (!verdict.eligible) return verdict
  const detail = waits(
    id,
    series.map(({ code }) => code),
  )
  return detail === null ? verdict : { eligible: false, reason: 'historical-waits', on: verdict.on, detail }
}

function verdictOf(judged: Judged): PlanVerdict {
  if (judged.eligible || judged.reason !== 'on-hold') return judged
  const { reason, on } = judged
  return { eligible: false, reason, on, detail: detailOf(judged) }
}
