import { accountList } from '../../../../shared/contract/people.ts'
import { answer } from '../handler.ts'
import { listAccounts } from '../repository/account/people.ts'

export default answer(accountList, ({ db }) => listAccounts(db))
