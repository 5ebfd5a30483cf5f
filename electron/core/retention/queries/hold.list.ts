import { holdList } from '../../../../shared/contract/hold.ts'
import { answer } from '../../vault/handler.ts'
import { listHolds } from '../../vault/repository/disposition/hold.ts'

export default answer(holdList, ({ db }) => listHolds(db))
