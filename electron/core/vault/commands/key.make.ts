import { keyMake } from '../../../../shared/contract/key.ts'
import { apply } from '../handler.ts'
import { registered } from '../key/registering.ts'
import { makeKey } from '../key/seal.ts'
import { personActing } from '../person-acting.ts'

export default apply(keyMake, ['people', 'ledger'], (context, { passphrase }) => {
  const person = personActing(context.actor, 'A key')
  return registered(context, { person, ...makeKey(context.random, passphrase) }, person)
})
