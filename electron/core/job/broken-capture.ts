// A capture that stopped before anything of it was received: it waits to be gone on with where something of it lies there, and has ended otherwise.
import type { JobId } from '../../../shared/domain/id.ts'
import type { Job, JobState } from '../../../shared/domain/job.ts'
import { existsSync } from '../vault/cipher/fs.ts'
import type { WriteContext } from '../vault/handler.ts'
import { captureStaging } from '../vault/packages/place.ts'
import { dropCapture, isUnreceived } from '../vault/repository/capture/capture.ts'

/** Settles what becomes of it. Returns the state in which its job ends: as it was told, for every other job. */
export function endOfBroken(
  { db, folder, now }: Pick<WriteContext, 'db' | 'folder' | 'now'>,
  { id, state, problem }: { readonly id: JobId; readonly state: JobState; readonly problem: Job['problem'] },
): JobState {
  if (!isUnreceived(db, id)) return state
  // What it had fetched may be gone from where it came: nobody decided to drop it.
  if (existsSync(captureStaging(folder, id))) return 'interrupted'
  const why = state === 'cancelled' || problem === null ? 'It was stopped before anything came.' : problem.sentence
  dropCapture(db, id, { outcome: 'nothing', sentence: `${why} Nothing of it is kept.` }, now)
  return state
}
