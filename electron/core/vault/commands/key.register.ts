import { keyRegister } from '../../../../shared/contract/key.ts'
import { apply } from '../handler.ts'
import { isPublicKey, refusedKey, registered } from '../key/registering.ts'
import { readPublicKey } from '../key/seal.ts'
import { knownPerson } from '../known-person.ts'
import { personActing } from '../person-acting.ts'

export default apply(keyRegister, ['people', 'ledger'], (context, { person, publicKey: text }) => {
  const by = personActing(context.actor, 'The registration of a key')
  knownPerson(context.db, person)
  const publicKey = readPublicKey(text)
  if (publicKey === null || !isPublicKey(publicKey)) {
    throw refusedKey(
      'This is not the public half of an Ed25519 key: a file that begins with “BEGIN PUBLIC KEY”, or 64 hexadecimal digits. Nothing was changed.',
    )
  }
  return registered(context, { person, publicKey, sealed: null }, by)
})
