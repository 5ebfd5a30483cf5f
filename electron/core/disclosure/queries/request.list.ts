import { requestList } from '../../../../shared/contract/request.ts'
import { answer } from '../../vault/handler.ts'
import { listRequests } from '../../vault/repository/request/request.ts'

export default answer(requestList, ({ db }) => listRequests(db))
