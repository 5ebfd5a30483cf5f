import { loginMakeKey } from '../../../../shared/contract/login.ts'
import { answer } from '../../vault/handler.ts'
import { officerKey } from '../logins/seal.ts'

export default answer(loginMakeKey, (_context, { passphrase }) => officerKey(passphrase))
