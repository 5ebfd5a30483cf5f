import { lawSeal } from '../../../../shared/contract/law-file.ts'
import { SignedRuleFile } from '../../../../shared/domain/law/rule-file.ts'
import { answer } from '../../vault/handler.ts'
import { signedHere } from '../../vault/key/sign-here.ts'
import { inner } from '../rule-file/read.ts'

export default answer(lawSeal, ({ db }, { rules, key, passphrase }) => {
  inner(rules)
  const { publicKey, signature } = signedHere(db, { key, passphrase, person: null }, rules)
  const file = SignedRuleFile.parse({
    ...{ format: 'muniment-signed-rules', formatVersion: 1, rules },
    publicKey: Buffer.from(publicKey).toString('hex'),
    signature: signature.toString('base64'),
  })
  return { file: `${JSON.stringify(file, null, 2)}\n` }
})
