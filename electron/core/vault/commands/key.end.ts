import { keyEnd } from '../../../../shared/contract/key.ts'
import { apply } from '../handler.ts'
import { refusedKey } from '../key/registering.ts'
import { personActing } from '../person-acting.ts'
import { endKey, findKey } from '../repository/person-key.ts'

export default apply(keyEnd, ['people', 'ledger'], ({ db, now, actor, note }, { key, reason }) => {
  const by = personActing(actor, 'The end of a key')
  const known = findKey(db, key)
  if (known === null) throw refusedKey(`There is no key ${key} in this vault. Nothing was changed.`)
  if (known.endedAt !== null) throw refusedKey(`Key ${key} signs no more already. Nothing was changed.`)
  endKey(db, key, reason, now, by)
  note({ key, ended: true })
  return {}
})
