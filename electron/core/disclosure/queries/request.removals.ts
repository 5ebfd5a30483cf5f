import { requestRemovals } from '../../../../shared/contract/desk.ts'
import { readVaultFile } from '../../vault/about.ts'
import { answer } from '../../vault/handler.ts'
import { openRemovals } from '../removals.ts'

export default answer(requestRemovals, ({ db, folder }) => openRemovals(db, readVaultFile(folder)))
