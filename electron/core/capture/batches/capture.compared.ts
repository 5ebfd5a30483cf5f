import type { NoLongerShown } from '../../../../shared/domain/capture/comparison.ts'
import type { CaptureId } from '../../../../shared/domain/id.ts'
import { batch } from '../../job/define.ts'
import { keepChanges } from '../../vault/repository/capture/capture-items.ts'

export default batch<{ readonly capture: CaptureId; readonly rows: readonly NoLongerShown[] }, null>(
  'capture.compared',
  ['captures'],
  ({ db, note }, { capture, rows }) => {
    const kept = keepChanges(db, rows)
    if (kept > 0) note({ capture, noLongerShown: kept })
    return null
  },
)
