// Registers a copy for the archive: every copy of a record that lies elsewhere must be known (design §4).
import { batch } from '../../job/define.ts'
import { digestOf } from '../../vault/hex.ts'
import { type IssuedCopy, registerCopy } from '../../vault/repository/issued.ts'

interface Payload {
  readonly copy: Pick<IssuedCopy, 'name' | 'place' | 'digest' | 'size'>
  readonly records: number
}

export default batch<Payload, null>('transfer.store', ['vault', 'ledger'], ({ db, now, note }, { copy, records }) => {
  registerCopy(db, { ...copy, kind: 'transfer', subject: 'archive', at: now })
  note({ manifest: digestOf(copy.digest), records })
  return null
})
