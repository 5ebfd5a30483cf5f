// Writes an accession down, with its sealed packages and their members, before anything is read from them.
import type { JobId } from '../../../../shared/domain/id.ts'
import { batch } from '../../job/define.ts'
import { insertAccession, insertMembers, type NewAccession, type NewMember } from '../../vault/repository/accession.ts'
import { saveCheckpoint } from '../../vault/repository/job.ts'
import type { Checkpoint } from '../checkpoint.ts'

interface Begin {
  readonly job: JobId
  readonly accession: Omit<NewAccession, 'job'>
  readonly members: readonly NewMember[]
  /** Where the import stands then, but for the numbers that are given out here. */
  readonly checkpoint: Omit<Checkpoint, 'accession' | 'firstMember'>
}

export default batch<Begin, Checkpoint>(
  'intake.begin',
  ['accessions'],
  ({ db, now, actor, note }, { job, accession, members, checkpoint }) => {
    const id = insertAccession(db, { ...accession, job }, now, actor.person)
    const firstMember = insertMembers(db, members)
    note({
      accession: id,
      account: accession.account,
      packages: accession.packages.map((one) => Buffer.from(one.digest).toString('hex')),
    })
    const begun = { ...checkpoint, accession: id, firstMember }
    // In this very transaction: an import killed from here on is taken up, never begun a second time.
    saveCheckpoint(db, job, begun, null)
    return begun
  },
)
