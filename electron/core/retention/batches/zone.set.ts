// The zone changed, the holds kept, the ledger told: one transaction, and vault.json right after it.
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { JobId } from '../../../../shared/domain/id.ts'
import type { Instant, Zone } from '../../../../shared/domain/time.ts'
import { batch } from '../../job/define.ts'
import { freezeRecords } from '../../vault/repository/disposition/hold.ts'
import { endedSince } from '../../vault/repository/job.ts'
import { insertZoneChange } from '../../vault/repository/zone.ts'
import { zoneFileAside } from '../../vault/zone-file.ts'
import type { Kept } from '../zone/holds.ts'
import { refuseBesideJobs } from '../zone/refusals.ts'

interface Payload {
  readonly job: JobId
  /** When the job began to look at the holds. */
  readonly since: Instant
  readonly before: Zone
  readonly zone: Zone
  readonly reason: string
  readonly kept: readonly Kept[]
}

export default batch<Payload, { readonly held: number }>(
  'zone.set',
  ['vault', 'records', 'holds', 'requests', 'schedule', 'accounts', 'ledger'],
  ({ db, folder, now, actor, note, afterwards }, { job, since, before, zone, reason, kept }) => {
    refuseBesideJobs(db, job)
    if (endedSince(db, since, job)) {
      throw new MunimentError(
        'ZONE_REFUSED',
        'Another job ended meanwhile and may have brought records. The time zone was not changed; change it again.',
      )
    }
    const held = kept.reduce((sum, { hold, records }) => sum + freezeRecords(db, hold, records), 0)
    insertZoneChange(db, { before, zone, held, reason, at: now, by: actor.person })
    afterwards(zoneFileAside(folder, zone))
    note({ before, zone, held })
    return { held }
  },
)
