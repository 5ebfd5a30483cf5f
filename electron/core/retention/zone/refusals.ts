// When the City's time zone cannot be changed: what has begun must end in the days that it began in.
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { JobId } from '../../../../shared/domain/id.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { jobsNotEnded } from '../../vault/repository/job.ts'

/**
 * Refuses while another job is not ended: an import, a packet that is being built, a plan that is being drawn up.
 * @throws MunimentError ZONE_REFUSED
 */
export function refuseBesideJobs(db: Driver, own: JobId): void {
  const others = jobsNotEnded(db, own)
  const [first] = others
  if (first === undefined) return
  const named = first.label === '' ? first.kind : `“${first.label}” (${first.kind})`
  const more = others.length > 1 ? ` and ${others.length - 1} more` : ''
  throw new MunimentError(
    'ZONE_REFUSED',
    `A job has not ended: ${named}${more}. The time zone was not changed; wait for it, or take it up or back under Jobs, then change the zone again.`,
  )
}
