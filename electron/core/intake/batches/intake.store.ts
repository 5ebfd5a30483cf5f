// The batch of an import: items with their frames, and the checkpoint, which then counts what became of them.
import type { JobId } from '../../../../shared/domain/id.ts'
import { batch, type Progress } from '../../job/define.ts'
import type { StorePayload, StoreResult } from '../../vault/record/item.ts'
import { storeItems } from '../../vault/record/store.ts'
import { saveCheckpoint } from '../../vault/repository/job.ts'
import { addOutcomes, type Checkpoint } from '../checkpoint.ts'

export interface ImportBatch extends StorePayload {
  readonly job: JobId
  /** Index of the file in the plan. */
  readonly file: number
  /** Where the import stands once this batch is committed, but for what became of its items. */
  readonly checkpoint: Checkpoint
  readonly progress: Progress
}

export default batch<ImportBatch, StoreResult>(
  'intake.store',
  ['records'],
  ({ db }, payload) => {
    const outcomes = storeItems(db, payload)
    const checkpoint = addOutcomes(payload.checkpoint, payload.file, outcomes)
    saveCheckpoint(db, payload.job, checkpoint, payload.progress)
    return outcomes
  },
  true,
)
