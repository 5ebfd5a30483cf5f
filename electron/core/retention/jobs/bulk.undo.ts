import { bulkUndo } from '../../../../shared/contract/bulk.ts'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { work } from '../../job/define.ts'
import { bulkParts, hasBulk } from '../../vault/repository/decision.ts'
import bulkTakeBack from '../batches/bulk.take-back.ts'
import { PAGE } from '../pace.ts'

export default work(bulkUndo, false, async ({ db, signal, write, progress }, { bulk }) => {
  if (!hasBulk(db, bulk)) {
    throw new MunimentError('DECISION_UNKNOWN', `There is no decision ${bulk} on many records. Nothing was taken back.`)
  }
  const total = { undone: 0, kept: 0 }
  let after = 0
  for (let last = false; !last; ) {
    signal.throwIfAborted()
    const parts = bulkParts(db, bulk, after, PAGE)
    last = parts.length < PAGE
    const { undone, kept } = await write(bulkTakeBack, { bulk, parts, last })
    total.undone += undone
    total.kept += kept
    after = parts.at(-1)?.decision ?? after
    progress({ stage: 'taking back', done: total.undone + total.kept, total: null, unit: 'records' })
  }
  return total
})
