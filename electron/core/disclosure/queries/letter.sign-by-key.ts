import { letterSignByKey } from '../../../../shared/contract/letter.ts'
import { localDate } from '../../../../shared/domain/time.ts'
import { readVaultFile } from '../../vault/about.ts'
import { answer } from '../../vault/handler.ts'
import { signedHere } from '../../vault/key/sign-here.ts'
import { knownPerson } from '../../vault/known-person.ts'
import { letterToSign } from '../letter/to-sign.ts'

export default answer(letterSignByKey, (context, { id, signer, at, key, passphrase }) => {
  const { db, folder } = context
  const { statement } = letterToSign(context, id, signer, localDate(at, readVaultFile(folder).zone))
  const { signature } = signedHere(db, { key, passphrase, person: knownPerson(db, signer) }, statement)
  return { signature: signature.toString('base64') }
})
