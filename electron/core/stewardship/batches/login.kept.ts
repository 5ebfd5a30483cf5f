// Tells the vault that log-ins were sealed into the list: of which accounts, when, by whom.
import type { AccountId } from '../../../../shared/domain/id.ts'
import { batch } from '../../job/define.ts'
import { insertLoginChange } from '../../vault/repository/account/login.ts'

interface Kept {
  readonly kind: 'changed' | 'resealed'
  readonly accounts: readonly AccountId[]
}

export default batch<Kept, null>(
  'login.kept',
  ['accounts', 'ledger'],
  ({ db, now, actor, note }, { kind, accounts }) => {
    for (const account of accounts) insertLoginChange(db, account, kind, now, actor.person)
    note({ kind, accounts })
    return null
  },
)
