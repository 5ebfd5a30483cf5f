import { purgeSign } from '../../../../shared/contract/approval.ts'
import { approvalStatement } from '../../../../shared/domain/approval.ts'
import { answer } from '../../vault/handler.ts'
import { refusedKey } from '../../vault/key/registering.ts'
import { signWith } from '../../vault/key/seal.ts'
import { findKey } from '../../vault/repository/person-key.ts'
import { approvalSubject } from '../approval/subject.ts'
import { signerNamed } from '../approval/who-signs.ts'

export default answer(purgeSign, ({ db, folder }, { key: id, passphrase, ...asked }) => {
  const statement = approvalStatement(approvalSubject(db, folder, asked))
  const signer = signerNamed(db, asked.name, asked.role)
  const key = findKey(db, id)
  if (key === null || key.person !== signer.id || key.endedAt !== null || key.sealed === null) {
    throw refusedKey(`Key ${id} is none of ${signer.name} that signs here. Nothing was signed.`)
  }
  const signature = signWith({ publicKey: key.publicKey, sealed: key.sealed }, passphrase, statement)
  if (signature === null) throw refusedKey('The passphrase does not open this key. Nothing was signed.')
  return { signature: signature.toString('base64') }
})
