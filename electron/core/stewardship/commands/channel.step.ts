import { channelStep } from '../../../../shared/contract/channel.ts'
import { readVaultFile } from '../../vault/about.ts'
import { apply } from '../../vault/handler.ts'
import { insertStep } from '../../vault/repository/account/channel.ts'
import { givesEventDay } from '../../vault/repository/retention/event-rule.ts'
import { refuseAlone, secondPerson } from '../../vault/second-person.ts'
import { refuseStep } from '../channel.ts'

export default apply(channelStep, ['accounts', 'records', 'ledger'], ({ db, folder, now, actor, note }, asked) => {
  const { second: named, ...step } = asked
  refuseStep(db, step, now, readVaultFile(folder).zone)
  const second = secondPerson(db, actor, named)
  const letsGo = step.state === 'dissolved' && givesEventDay(db, step.account)
  if (letsGo && second === null) refuseAlone(db, 'Giving this account up is the event of a standing rule, which')
  const id = insertStep(db, step, now, actor.person, letsGo ? second : null)
  note({ account: step.account, step: id, state: step.state, second: letsGo && second !== null })
  return { step: id }
})
