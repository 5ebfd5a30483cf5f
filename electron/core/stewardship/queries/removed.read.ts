import { removedRead } from '../../../../shared/contract/removed.ts'
import { readVaultFile } from '../../vault/about.ts'
import { answer } from '../../vault/handler.ts'
import { listAccounts } from '../../vault/repository/account/people.ts'
import { withoutKnown } from '../removed/known-rows.ts'
import { readLog } from '../removed/read-table.ts'

export default answer(removedRead, ({ db, folder }, { csv, columns }) => {
  const { zone } = readVaultFile(folder)
  const { rows: read, problems, ...table } = readLog(csv, columns, { accounts: listAccounts(db), zone })
  const { rows, known, changed } = withoutKnown(db, folder, read, zone)
  return {
    ...table,
    rows: rows.map(({ account, said }) => ({ account, said })),
    known,
    problems: [...changed, ...problems],
  }
})
