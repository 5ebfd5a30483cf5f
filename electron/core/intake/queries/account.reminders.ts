import { accountReminders } from '../../../../shared/contract/reminder.ts'
import { dueDay, PIECES } from '../../../../shared/domain/account/reminder.ts'
import { readVaultFile } from '../../vault/about.ts'
import { answer } from '../../vault/handler.ts'
import { listReminders } from '../../vault/repository/account/reminder.ts'

// What a person took in piece by piece is no export: it puts no reminder off.
export default answer(accountReminders, ({ db, folder }) => {
  const { zone } = readVaultFile(folder)
  return listReminders(db, PIECES).map(({ registered, ...known }) => ({
    ...known,
    due: dueDay({ ...known, registered }, zone),
  }))
})
