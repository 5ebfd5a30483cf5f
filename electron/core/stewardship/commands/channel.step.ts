import { channelStep } from '../../../../shared/contract/channel.ts'
import { readVaultFile } from '../../vault/about.ts'
import { apply } from '../../vault/handler.ts'
import { insertStep } from '../../vault/repository/account/channel.ts'
import { refuseStep } from '../channel.ts'

export default apply(channelStep, ['accounts', 'ledger'], ({ db, folder, now, actor, note }, step) => {
  refuseStep(db, step, now, readVaultFile(folder).zone)
  const id = insertStep(db, step, now, actor.person)
  note({ account: step.account, step: id, state: step.state })
  return { step: id }
})
