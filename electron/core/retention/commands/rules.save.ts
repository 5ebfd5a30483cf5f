import { rulesSave } from '../../../../shared/contract/schedule.ts'
import { apply } from '../../vault/handler.ts'
import { insertRuleSet } from '../../vault/repository/retention/rule.ts'
import { refuseUnknownSeries } from '../schedule/current-schedule.ts'

export default apply(rulesSave, ['rules', 'ledger'], ({ db, now, actor, note }, { rules }) => {
  refuseUnknownSeries(
    db,
    rules.map(({ series, name }) => ({ series, by: `rule “${name}”` })),
  )
  const set = insertRuleSet(db, rules, now, actor.person)
  note({ ruleSet: set, rules: rules.length })
  return { set }
})
