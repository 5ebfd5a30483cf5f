import { eventRulesSave } from '../../../../shared/contract/record-event.ts'
import { apply } from '../../vault/handler.ts'
import { knownAccount } from '../../vault/known-account.ts'
import { personActing } from '../../vault/person-acting.ts'
import { eventRulesInForce, insertEventRules } from '../../vault/repository/retention/event-rule.ts'
import { refuseAlone, secondPerson } from '../../vault/second-person.ts'
import { refuseNotWaiting, refuseNotYet } from '../classify/waiting-code.ts'

export default apply(
  eventRulesSave,
  ['schedule', 'records', 'ledger'],
  ({ db, folder, now, actor, note }, { rules, second: named }) => {
    const by = personActing(actor, 'A standing rule')
    for (const { code, source, accounts } of rules) {
      refuseNotWaiting(db, code)
      if (source.kind === 'day') refuseNotYet(folder, source.on, now)
      for (const account of accounts) knownAccount(db, account)
    }
    const second = secondPerson(db, actor, named)
    // The latest of several days counts: also what is taken away may bring a day forward.
    const same = JSON.stringify(rules) === JSON.stringify(eventRulesInForce(db)?.rules ?? [])
    if (second === null && !same) refuseAlone(db, 'Other standing rules for events')
    const set = insertEventRules(db, rules, now, by, second)
    note({ set, rules: rules.length })
    return { set }
  },
)
