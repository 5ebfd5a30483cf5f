// The batch of an import: items with their frames, the checkpoint, and the tallies of the files it touched, to which it counts what became of them.
import type { JobId } from '../../../../shared/domain/id.ts'
import { batch, type Progress } from '../../job/define.ts'
import type { StorePayload, StoreResult } from '../../vault/record/item.ts'
import { storeItems } from '../../vault/record/store.ts'
import { saveTally } from '../../vault/repository/intake/import-tally.ts'
import { saveCheckpoint } from '../../vault/repository/job.ts'
import type { Checkpoint } from '../checkpoint.ts'
import type { TouchedTally } from '../state.ts'
import { outcomesByRun, type Run, withOutcomes } from '../tally.ts'

export interface ImportBatch extends StorePayload {
  readonly job: JobId
  /** Which of the items are of which file, in their order. */
  readonly runs: readonly Run[]
  /** Of every file with items here, and of those that only were counted; without what becomes of the items. */
  readonly tallies: readonly TouchedTally[]
  /** Where the import stands once this batch is committed. */
  readonly checkpoint: Checkpoint
  readonly progress: Progress
}

export default batch<ImportBatch, StoreResult>(
  'intake.store',
  ['records'],
  ({ db }, payload) => {
    const outcomes = storeItems(db, payload)
    const tallies = new Map(payload.tallies.map(({ file, tally }) => [file, tally]))
    for (const one of outcomesByRun(payload.runs, outcomes)) {
      const counted = tallies.get(one.file)
      if (counted === undefined) throw new Error('items of a file come with its tally')
      tallies.set(one.file, withOutcomes(counted, one.outcomes))
    }
    for (const [file, tally] of tallies) saveTally(db, payload.job, file, tally)
    saveCheckpoint(db, payload.job, payload.checkpoint, payload.progress)
    return outcomes
  },
  { sound: true },
)
