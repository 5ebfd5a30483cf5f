import { purgeSetTerms } from '../../../../shared/contract/purge.ts'
import { apply } from '../../vault/handler.ts'
import { dropSetting, saveSetting } from '../../vault/repository/setting.ts'
import { termsOf } from '../plan/terms.ts'

export default apply(purgeSetTerms, ['disposition', 'ledger'], ({ db, note }, { listsWithinDays, reportEvery }) => {
  if (listsWithinDays !== undefined) saveSetting(db, 'lists_within_days', String(listsWithinDays))
  if (reportEvery === null) dropSetting(db, 'report_every')
  else if (reportEvery !== undefined) saveSetting(db, 'report_every', reportEvery)
  const terms = termsOf(db)
  note({ ...terms })
  return terms
})
