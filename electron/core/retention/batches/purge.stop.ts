// Ends the carrying out: at its end, or before it, for a reason that is said; what still waits is passed over then.
import { batch } from '../../job/define.ts'
import { endDestruction } from '../execution/end.ts'

interface Stop {
  readonly destruction: number
  /** Why it was stopped before its end; null at its end. */
  readonly why: string | null
}

export default batch<Stop, number>(
  'purge.stop',
  ['disposition'],
  (context, { destruction, why }) => {
    const skipped = endDestruction(context, destruction, why)
    if (why !== null) context.note({ destruction, stopped: true, skipped })
    return skipped
  },
  { timed: true },
)
