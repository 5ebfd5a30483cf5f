import { keyRegister } from '../../../../shared/contract/key.ts'
import { apply } from '../handler.ts'
import { givenPublicKey } from '../key/given.ts'
import { registered } from '../key/registering.ts'
import { knownPerson } from '../known-person.ts'
import { personActing } from '../person-acting.ts'

export default apply(keyRegister, ['people', 'ledger'], (context, { person, publicKey: text }) => {
  const by = personActing(context.actor, 'The registration of a key')
  knownPerson(context.db, person)
  const publicKey = givenPublicKey(text)
  return registered(context, { person, publicKey, sealed: null }, by)
})
