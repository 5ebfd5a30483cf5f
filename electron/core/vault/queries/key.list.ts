import { keyList } from '../../../../shared/contract/key.ts'
import { answer } from '../handler.ts'
import { listKeys } from '../repository/account/person-key.ts'

export default answer(keyList, ({ db }) => listKeys(db))
