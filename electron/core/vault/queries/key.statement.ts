import { keyStatement } from '../../../../shared/contract/key.ts'
import { readVaultFile } from '../about.ts'
import { answer } from '../handler.ts'
import { confirmationStatement } from '../key/confirming.ts'
import { standingKey } from '../key/registering.ts'

export default answer(keyStatement, ({ db, folder }, { key }) => ({
  statement: confirmationStatement(readVaultFile(folder).vaultId, standingKey(db, key)),
}))
