import { captureList } from '../../../../shared/contract/capture.ts'
import { answer } from '../../vault/handler.ts'
import { listCaptures } from '../../vault/repository/capture/capture.ts'

export default answer(captureList, ({ db }, { account }) => listCaptures(db, account))
