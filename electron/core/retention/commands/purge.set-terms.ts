import { MunimentError } from '../../../../shared/contract/error.ts'
import { purgeSetTerms } from '../../../../shared/contract/purge.ts'
import { apply } from '../../vault/handler.ts'
import { insertListTerm } from '../../vault/repository/disposition/list-term.ts'
import { dropSetting, saveSetting } from '../../vault/repository/setting.ts'
import { refuseAlone, secondPerson } from '../../vault/second-person.ts'
import { termsOf } from '../plan/terms.ts'

export default apply(purgeSetTerms, ['disposition', 'ledger'], ({ db, now, actor, note }, asked) => {
  const { listsWithinDays, reportEvery, reason } = asked
  const second = secondPerson(db, actor, asked.second)
  if (listsWithinDays !== undefined) {
    const older = listsWithinDays > termsOf(db).listsWithinDays
    if (older && second === null) refuseAlone(db, 'Older lists of requests and claims')
    if (older && second !== null && reason === '') {
      throw new MunimentError('INPUT_INVALID', 'Say why the lists may be older than before. Nothing was changed.')
    }
    insertListTerm(db, { days: listsWithinDays, reason, second: older ? second : null }, now, actor.person)
    saveSetting(db, 'lists_within_days', String(listsWithinDays))
  }
  if (reportEvery === null) dropSetting(db, 'report_every')
  else if (reportEvery !== undefined) saveSetting(db, 'report_every', reportEvery)
  const terms = termsOf(db)
  note({ ...terms, second: second !== null })
  return terms
})
