import { captureOpen } from '../../../../shared/contract/replay.ts'
import { apply } from '../../vault/handler.ts'
import { accessionOfCapture } from '../replay/accession-of-capture.ts'
import { refuseHidden } from '../replay/refuse-hidden.ts'

export default apply(captureOpen, ['ledger'], ({ db, note }, { capture }) => {
  refuseHidden(db, accessionOfCapture(db, capture), true)
  note({ capture })
  return {}
})
