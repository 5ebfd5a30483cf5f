// Ends the carrying out: at its end, or before it, for a reason that is said; what still waits is passed over then.
import { batch } from '../../job/define.ts'
import { skipRest, turnDestruction } from '../../vault/repository/disposition/destruction.ts'
import { skipFiles } from '../../vault/repository/disposition/destruction-file.ts'

interface Stop {
  readonly destruction: number
  /** Why it was stopped before its end; null at its end. */
  readonly why: string | null
}

export default batch<Stop, number>('purge.stop', ['disposition'], ({ db, now, note }, { destruction, why }) => {
  const skipped = why === null ? 0 : skipRest(db, destruction, why, now) + skipFiles(db, destruction, why, now)
  turnDestruction(db, destruction, { state: 'proving', stopped: why, executedAt: now })
  if (why !== null) note({ destruction, stopped: true, skipped })
  return skipped
})
