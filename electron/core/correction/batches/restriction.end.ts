// Ends an act upon many records; says whether it came to any.
import { batch } from '../../job/define.ts'
import { endAct } from '../../vault/repository/record/restriction-act.ts'

export default batch<{ readonly act: number }, boolean>('restriction.end', ['records'], ({ db, now }, { act }) =>
  endAct(db, act, now),
)
