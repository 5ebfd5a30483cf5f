// Ends a decision on many records; says whether it came to any.
import { batch } from '../../job/define.ts'
import { endBulk } from '../../vault/repository/retention/decision.ts'

export default batch<{ readonly bulk: number }, boolean>('bulk.end', ['records'], ({ db, now }, { bulk }) =>
  endBulk(db, bulk, now),
)
