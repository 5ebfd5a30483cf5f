// A run of the parts of a decision on many records, taken back; those on which somebody decided since stay, and those that would be kept shorter
// after a request, a hold or a plan, unless a second person stands behind it.
import type { PersonId, RecordId } from '../../../../shared/domain/id.ts'
import { batch } from '../../job/define.ts'
import { markBulkUndone, takingBack } from '../../vault/repository/retention/decision.ts'
import { secondPerson } from '../../vault/second-person.ts'
import { reclassifier } from '../classify/reclassify.ts'

interface Payload {
  readonly bulk: number
  readonly parts: readonly { readonly decision: number; readonly record: RecordId }[]
  /** Whether these were the last, and none was left before for want of a second person. */
  readonly last: boolean
  readonly second: PersonId | null
}

interface TakenBack {
  readonly undone: number
  readonly kept: number
  readonly guarded: number
}

export default batch<Payload, TakenBack>('bulk.take-back', ['records'], (context, { bulk, parts, last, second }) => {
  const { db, now, actor, note } = context
  const reason = `Decision ${bulk} on many records was taken back.`
  const reclassify = reclassifier(context, secondPerson(db, actor, second))
  const backs = parts.flatMap((part) => takingBack(db, { ...part, reason }) ?? [])
  const undone = backs.filter((back) => reclassify(back).why === null).length
  const guarded = backs.length - undone
  if (last && guarded === 0) markBulkUndone(db, bulk, now, actor.person)
  note({ bulk, undone })
  return { undone, kept: parts.length - backs.length, guarded }
})
