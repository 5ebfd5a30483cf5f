import { letterVerify } from '../../../../shared/contract/letter.ts'
import { letterStatement } from '../../../../shared/domain/request/letter.ts'
import { readVaultFile } from '../../vault/about.ts'
import { answer } from '../../vault/handler.ts'
import { isSignedBy } from '../../vault/key/seal.ts'
import { keyUnder } from '../../vault/repository/request/letter.ts'
import { refused } from '../changing.ts'
import { knownLetter } from '../letter/known-letter.ts'
import { wordsDigest } from '../letter/to-sign.ts'

export default answer(letterVerify, ({ db, folder }, { id }) => {
  const { request, letter, words } = knownLetter(db, id)
  const { digest, signer, key } = letter
  if (words === null || digest === null) throw refused(`Letter ${id} is not signed: there is nothing to check.`)
  const found = wordsDigest(words)
  const proof = keyUnder(db, id)
  const statement = letterStatement({ city: readVaultFile(folder).city, request, id, digest: found })
  const holds = proof === null ? null : isSignedBy(proof.publicKey, statement, proof.signature)
  return { digest, unchanged: found === digest, signer, key, holds }
})
