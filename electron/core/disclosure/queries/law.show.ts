import { lawShow } from '../../../../shared/contract/law.ts'
import { readVaultFile } from '../../vault/about.ts'
import { answer } from '../../vault/handler.ts'
import { feeSchedules } from '../../vault/repository/request/law.ts'
import { confirmedBook } from '../confirmed-law.ts'

export default answer(lawShow, ({ db, folder }) => ({
  entries: confirmedBook(db, readVaultFile(folder).city),
  fees: feeSchedules(db),
}))
