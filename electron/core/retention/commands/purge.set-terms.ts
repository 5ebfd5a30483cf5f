import { purgeSetTerms } from '../../../../shared/contract/purge.ts'
import { apply } from '../../vault/handler.ts'
import { saveSetting } from '../../vault/repository/setting.ts'

export default apply(purgeSetTerms, ['disposition', 'ledger'], ({ db, note }, { listsWithinDays }) => {
  saveSetting(db, 'lists_within_days', String(listsWithinDays))
  note({ listsWithinDays })
  return { listsWithinDays }
})
