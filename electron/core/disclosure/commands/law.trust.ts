import { lawTrust } from '../../../../shared/contract/law-file.ts'
import { apply } from '../../vault/handler.ts'
import { givenPublicKey } from '../../vault/key/given.ts'
import { refusedKey } from '../../vault/key/registering.ts'
import { fingerprintOf } from '../../vault/key/seal.ts'
import { insertRuleSigner, isRuleSigner } from '../../vault/repository/request/rule-file.ts'
import { attorneyActing } from '../attorney.ts'

export default apply(lawTrust, ['vault', 'ledger'], (context, { name, publicKey: text }) => {
  const { db, now, note } = context
  const attorney = attorneyActing(context, 'trusts a signer of rules')
  const publicKey = givenPublicKey(text)
  if (isRuleSigner(db, publicKey))
    throw refusedKey('This key is registered as a signer already, or was once. Nothing was changed.')
  const id = insertRuleSigner(db, name, publicKey, now, attorney.id)
  const fingerprint = fingerprintOf(publicKey)
  note({ signer: id, fingerprint })
  return { id, fingerprint }
})
