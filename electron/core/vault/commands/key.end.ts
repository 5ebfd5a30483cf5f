import { keyEnd } from '../../../../shared/contract/key.ts'
import { apply } from '../handler.ts'
import { standingKey } from '../key/registering.ts'
import { personActing } from '../person-acting.ts'
import { endKey } from '../repository/account/person-key.ts'

export default apply(keyEnd, ['people', 'ledger'], ({ db, now, actor, note }, { key, reason }) => {
  const by = personActing(actor, 'The end of a key')
  endKey(db, standingKey(db, key).id, reason, now, by)
  note({ key, ended: true })
  return {}
})
