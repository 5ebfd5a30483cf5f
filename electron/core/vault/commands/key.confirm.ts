import { keyConfirm } from '../../../../shared/contract/key.ts'
import { readVaultFile } from '../about.ts'
import { apply } from '../handler.ts'
import { partOf } from '../key/confirming.ts'
import { standingKey } from '../key/registering.ts'
import { personActing } from '../person-acting.ts'
import { confirmKey, findKey } from '../repository/account/person-key.ts'

export default apply(keyConfirm, ['people', 'disposition', 'ledger'], ({ db, folder, now, actor, note }, asked) => {
  const by = personActing(actor, 'The confirmation of a key')
  const key = standingKey(db, asked.key)
  const signature = asked.signature === null ? null : Buffer.from(asked.signature, 'base64')
  const part = partOf(readVaultFile(folder).vaultId, key, by, signature)
  confirmKey(db, { key: key.id, part, signature: part === 'holder' ? signature : null }, now, by)
  note({ key: key.id, confirmed: part })
  return { counts: findKey(db, key.id)?.counts === 1 }
})
