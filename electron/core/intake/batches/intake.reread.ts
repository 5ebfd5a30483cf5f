// Takes a run of new readings over, with the checkpoint that describes them.
import type { JobId } from '../../../../shared/domain/id.ts'
import { batch, type Progress } from '../../job/define.ts'
import { type Rereading, reread } from '../../vault/record/reread.ts'
import { readingChanged } from '../../vault/repository/intake/reading.ts'
import { saveCheckpoint } from '../../vault/repository/job.ts'
import type { ReadingPlace } from '../reading-place.ts'

interface Reread {
  readonly job: JobId
  readonly readings: readonly Rereading[]
  /** Where the reading stands once this is committed, but for what became of these items. */
  readonly place: ReadingPlace
  readonly progress: Progress
}

export default batch<Reread, ReadingPlace>(
  'intake.reread',
  ['records'],
  ({ db }, { job, readings, place: before, progress }) => {
    const place = { ...before }
    for (const reading of readings) {
      const { outcome, changed } = reread(db, reading)
      place[outcome] += 1
      if (changed) readingChanged(db, place.reading, reading)
    }
    saveCheckpoint(db, job, place, progress)
    return place
  },
)
