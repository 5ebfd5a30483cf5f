import { dispositionOffice } from '../../../../shared/contract/approval.ts'
import { answer } from '../../vault/handler.ts'
import { officeInForce } from '../../vault/repository/disposition/approval.ts'

export default answer(dispositionOffice, ({ db }) => officeInForce(db))
