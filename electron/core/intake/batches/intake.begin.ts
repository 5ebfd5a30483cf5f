// Writes an accession down, with its sealed packages and their members, before anything is read from them.
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { JobId } from '../../../../shared/domain/id.ts'
import type { SavedMapping } from '../../../../shared/domain/intake/mapping.ts'
import { batch } from '../../job/define.ts'
import { holdsOverAccount } from '../../vault/repository/disposition/held.ts'
import {
  insertAccession,
  insertMembers,
  type NewAccession,
  type NewMember,
} from '../../vault/repository/intake/accession.ts'
import { isBeingTakenBack } from '../../vault/repository/intake/correction.ts'
import { insertInside, insertLeftOut, type LeftOutRow } from '../../vault/repository/intake/left-out.ts'
import { keepMapping } from '../../vault/repository/intake/mapping.ts'
import { saveCheckpoint } from '../../vault/repository/job.ts'
import type { Checkpoint } from '../checkpoint.ts'
import { refuseWithoutAttorney } from '../refuse.ts'

interface Begin {
  readonly job: JobId
  readonly accession: Omit<NewAccession, 'job'>
  readonly members: readonly NewMember[]
  /** `place` is the place among the members. */
  readonly leftOut: readonly (Omit<LeftOutRow, 'member' | 'attorney'> & { readonly place: number })[]
  readonly inside: readonly { readonly package: string; readonly place: number }[]
  readonly attorney: string | null
  /** By which the tables are read: copied, so that editing it later changes nothing here. */
  readonly mapping: SavedMapping | null
  /** Where the import stands then, but for the numbers that are given out here. */
  readonly checkpoint: Omit<Checkpoint, 'accession' | 'firstMember'>
}

export default batch<Begin, Checkpoint>(
  'intake.begin',
  ['accessions'],
  ({ db, now, actor, note }, { job, accession, members, leftOut, inside, attorney, mapping, checkpoint }) => {
    const dropped = leftOut.filter(({ kind }) => kind !== 'opened')
    const holds = dropped.length > 0 ? holdsOverAccount(db, accession.account) : []
    // A hold wins that was placed while the files were copied.
    refuseWithoutAttorney(holds, attorney)
    if (isBeingTakenBack(db, accession.account)) {
      throw new MunimentError(
        'PACKAGE_REFUSED',
        'Another import of this account is being taken back. Let that end under Jobs, then import again. Nothing was kept.',
      )
    }
    const id = insertAccession(db, { ...accession, job }, now, actor.person)
    if (mapping !== null) keepMapping(db, id, mapping)
    const firstMember = insertMembers(db, members)
    const allowedBy = holds.length > 0 ? attorney : null
    insertLeftOut(
      db,
      leftOut.map(({ place, ...row }) => ({ ...row, member: firstMember + place, attorney: allowedBy })),
    )
    for (const one of inside) insertInside(db, one.package, firstMember + one.place)
    note({
      accession: id,
      account: accession.account,
      packages: accession.packages.map((one) => Buffer.from(one.digest).toString('hex')),
      ...(dropped.length > 0 ? { leftOut: dropped.length } : {}),
    })
    const begun = { ...checkpoint, accession: id, firstMember }
    // In this very transaction: an import killed from here on is taken up, never begun a second time.
    saveCheckpoint(db, job, begun, null)
    return begun
  },
)
