// Ends the carrying out: at its end, or before it, for a reason that is said; what still waits is passed over then.
import { batch } from '../../job/define.ts'
import { turnDestruction } from '../../vault/repository/disposition/destruction.ts'
import { skipWaiting } from '../../vault/repository/disposition/destruction-outcome.ts'

interface Stop {
  readonly destruction: number
  /** Why it was stopped before its end; null at its end. */
  readonly why: string | null
}

export default batch<Stop, number>('purge.stop', ['disposition'], ({ db, now, note }, { destruction, why }) => {
  const skip = (list: 'records' | 'files', detail: string) => skipWaiting(db, { list, destruction }, detail, now)
  const skipped = why === null ? 0 : skip('records', why) + skip('files', why)
  turnDestruction(db, destruction, { state: 'proving', stopped: why, executedAt: now })
  if (why !== null) note({ destruction, stopped: true, skipped })
  return skipped
})
