import { registerRead } from '../../../../shared/contract/register.ts'
import { answer } from '../../vault/handler.ts'
import { listAccounts } from '../../vault/repository/account/people.ts'
import { readRegister } from '../read-register.ts'

export default answer(registerRead, ({ db }, { csv, columns }) => readRegister(csv, columns, listAccounts(db)))
