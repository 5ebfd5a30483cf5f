// Begins the reading of an import by another parser: written down before anything is shown otherwise.
import type { JobId } from '../../../../shared/domain/id.ts'
import { batch } from '../../job/define.ts'
import { insertCorrection } from '../../vault/repository/intake/correction.ts'
import { insertReading } from '../../vault/repository/intake/reading.ts'
import { saveCheckpoint } from '../../vault/repository/job.ts'
import { atItsBeginning, type ReadingPlace } from '../reading-place.ts'

interface Begin {
  readonly job: JobId
  readonly accession: number
  readonly parser: string
  readonly before: string
  readonly reason: string
}

export default batch<Begin, ReadingPlace>(
  'intake.begin-reading',
  ['accessions'],
  ({ db, now, actor, note }, { job, accession, parser, before, reason }) => {
    const reading = insertReading(db, accession, { parser, before, at: now, by: actor.person })
    insertCorrection(db, accession, { act: 'read-again', from: null, to: null, reason, at: now, by: actor.person })
    note({ accession, reading, parser })
    const place = atItsBeginning(reading, parser)
    saveCheckpoint(db, job, place, null)
    return place
  },
)
