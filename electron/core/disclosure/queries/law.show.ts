import { lawShow } from '../../../../shared/contract/law.ts'
import { readVaultFile } from '../../vault/about.ts'
import { answer } from '../../vault/handler.ts'
import { confirmedBook, feesIn } from '../confirmed-law.ts'

export default answer(lawShow, ({ db, folder }) => {
  const { city } = readVaultFile(folder)
  return { entries: confirmedBook(db, city), fees: feesIn(db, city) }
})
