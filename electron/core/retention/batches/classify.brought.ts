// What rules decided on a run of the records that a job brought, with the job's checkpoint that says so.
import type { JobId } from '../../../../shared/domain/id.ts'
import { batch, type Progress } from '../../job/define.ts'
import { saveCheckpoint } from '../../vault/repository/job.ts'
import { type BroughtPlace, named } from '../classify/brought-place.ts'
import { decideByRules, GUARDED, type RuleDecision } from '../classify/decide-by-rules.ts'

interface Payload {
  readonly job: JobId
  readonly accessions: readonly number[]
  readonly decisions: readonly RuleDecision[]
  /** Where it stands once this is committed, but for what becomes of these decisions. */
  readonly place: BroughtPlace
  readonly checkpoint: object
  readonly progress: Progress
}

export default batch<Payload, BroughtPlace>('classify.brought', ['records'], (context, payload) => {
  const { db, note } = context
  const { job, accessions, decisions, checkpoint, progress } = payload
  const { decided, guarded } = decideByRules(context, decisions)
  const place = {
    ...payload.place,
    decided: payload.place.decided + decided,
    guarded: payload.place.guarded + guarded.length,
    findings: named(
      payload.place.findings,
      guarded.map((record) => ({ record, sentence: GUARDED })),
    ),
  }
  saveCheckpoint(db, job, { ...checkpoint, classifying: place }, progress)
  note({ accessions, ruleSet: place.ruleSet, decided })
  return place
})
