// A run of what a search found, restricted as a part of one act.
import type { NewRestriction } from '../../../../shared/domain/record/restriction.ts'
import { batch } from '../../job/define.ts'
import { beginAct } from '../../vault/repository/record/restriction-act.ts'
import { restrict } from '../restrict.ts'

interface Payload {
  /** The act that it goes on with; null at the beginning. */
  readonly act: number | null
  readonly records: readonly number[]
  readonly restriction: NewRestriction
}

export default batch<Payload, { readonly act: number; readonly restricted: number }>(
  'restriction.page',
  ['records'],
  (context, { records, restriction, ...before }) => {
    const act = before.act ?? beginAct(context.db)
    const restricted = records.filter((record) => restrict(context, record, restriction, act)).length
    context.note({ act, restricted })
    return { act, restricted }
  },
)
