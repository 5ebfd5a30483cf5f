import { eventRulesSave } from '../../../../shared/contract/record-event.ts'
import { apply } from '../../vault/handler.ts'
import { knownAccount } from '../../vault/known-account.ts'
import { personActing } from '../../vault/person-acting.ts'
import { insertEventRules } from '../../vault/repository/retention/event-rule.ts'
import { refuseNotWaiting, refuseNotYet } from '../classify/waiting-code.ts'

export default apply(
  eventRulesSave,
  ['schedule', 'records', 'ledger'],
  ({ db, folder, now, actor, note }, { rules }) => {
    const by = personActing(actor, 'A standing rule')
    for (const { code, source, accounts } of rules) {
      refuseNotWaiting(db, code)
      if (source.kind === 'day') refuseNotYet(folder, source.on, now)
      for (const account of accounts) knownAccount(db, account)
    }
    const set = insertEventRules(db, rules, now, by)
    note({ set, rules: rules.length })
    return { set }
  },
)
