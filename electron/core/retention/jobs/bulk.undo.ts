import { bulkUndo } from '../../../../shared/contract/bulk.ts'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { work } from '../../job/define.ts'
import { bulkParts, hasBulk } from '../../vault/repository/retention/decision.ts'
import bulkTakeBack from '../batches/bulk.take-back.ts'
import { PAGE } from '../pace.ts'

export default work(bulkUndo, false, async ({ db, signal, write, progress }, { bulk, second }) => {
  if (!hasBulk(db, bulk)) {
    throw new MunimentError('DECISION_UNKNOWN', `There is no decision ${bulk} on many records. Nothing was taken back.`)
  }
  const total = { undone: 0, kept: 0, guarded: 0 }
  let after = 0
  for (let end = false; !end; ) {
    signal.throwIfAborted()
    const parts = bulkParts(db, bulk, after, PAGE)
    end = parts.length < PAGE
    const { undone, kept, guarded } = await write(bulkTakeBack, {
      bulk,
      parts,
      last: end && total.guarded === 0,
      second,
    })
    total.undone += undone
    total.kept += kept
    total.guarded += guarded
    after = parts.at(-1)?.decision ?? after
    progress({ stage: 'taking back', done: total.undone + total.kept + total.guarded, total: null, unit: 'records' })
  }
  return total
})
