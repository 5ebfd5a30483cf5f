// Takes a run of new readings over.
import { batch } from '../../job/define.ts'
import { type Reread, type Rereading, reread } from '../../vault/record/reread.ts'

export default batch<readonly Rereading[], Readonly<Record<Reread, number>>>(
  'intake.reread',
  ['records'],
  ({ db }, readings) => {
    const counts = { same: 0, changed: 0, elsewhere: 0, fixed: 0 }
    for (const reading of readings) counts[reread(db, reading)] += 1
    return counts
  },
)
