import { removedRead } from '../../../../shared/contract/removed.ts'
import { readVaultFile } from '../../vault/about.ts'
import { answer } from '../../vault/handler.ts'
import { listAccounts } from '../../vault/repository/account/people.ts'
import { readLog } from '../removed/read-table.ts'

export default answer(removedRead, ({ db, folder }, { csv, columns }) =>
  readLog(csv, columns, { accounts: listAccounts(db), zone: readVaultFile(folder).zone }),
)
