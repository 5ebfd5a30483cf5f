import { purgeSign } from '../../../../shared/contract/approval.ts'
import { approvalStatement } from '../../../../shared/domain/disposition/approval.ts'
import { answer } from '../../vault/handler.ts'
import { signedHere } from '../../vault/key/sign-here.ts'
import { approvalSubject } from '../approval/subject.ts'
import { signerNamed } from '../approval/who-signs.ts'

export default answer(purgeSign, ({ db, folder }, { key, passphrase, ...asked }) => {
  const statement = approvalStatement(approvalSubject(db, folder, asked))
  const signer = signerNamed(db, asked.name, asked.role)
  const { signature } = signedHere(db, { key, passphrase, person: signer }, statement)
  return { signature: signature.toString('base64') }
})
