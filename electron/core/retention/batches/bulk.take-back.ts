// A run of the parts of a decision on many records, taken back; those on which somebody decided since stay.
import type { RecordId } from '../../../../shared/domain/id.ts'
import { batch } from '../../job/define.ts'
import { markBulkUndone, takeDecisionBack } from '../../vault/repository/decision.ts'

interface Payload {
  readonly bulk: number
  readonly parts: readonly { readonly decision: number; readonly record: RecordId }[]
  /** Whether these were the last. */
  readonly last: boolean
}

export default batch<Payload, { readonly undone: number; readonly kept: number }>(
  'bulk.take-back',
  ['records'],
  ({ db, now, actor, note }, { bulk, parts, last }) => {
    const reason = `Decision ${bulk} on many records was taken back.`
    const undone = parts.filter((part) => takeDecisionBack(db, { ...part, reason }, now, actor.person) !== null).length
    if (last) markBulkUndone(db, bulk, now, actor.person)
    note({ bulk, undone })
    return { undone, kept: parts.length - undone }
  },
)
