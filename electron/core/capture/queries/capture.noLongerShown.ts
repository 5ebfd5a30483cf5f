import { captureNoLongerShown } from '../../../../shared/contract/capture.ts'
import { answer } from '../../vault/handler.ts'
import { listNoLongerShown } from '../../vault/repository/capture/capture-items.ts'

export default answer(captureNoLongerShown, ({ db }) => listNoLongerShown(db))
