import { transferList } from '../../../../shared/contract/transfer.ts'
import { answer } from '../../vault/handler.ts'
import { listTransfers } from '../../vault/repository/disposition/transfer.ts'

export default answer(transferList, ({ db }) => listTransfers(db))
