import { vaultSetup } from '../../../../shared/contract/desk.ts'
import { answer } from '../handler.ts'
import { setupState } from '../repository/summary.ts'

export default answer(vaultSetup, ({ db }) => setupState(db))
