import { channelTakeBack } from '../../../../shared/contract/channel.ts'
import { apply } from '../../vault/handler.ts'
import { knownAccount } from '../../vault/known-account.ts'
import { stepsOf, takeStepBack } from '../../vault/repository/account/channel.ts'
import { refusedStep, standing } from '../channel.ts'

export default apply(channelTakeBack, ['accounts', 'ledger'], ({ db, now, actor, note }, { account, reason }) => {
  const { handle } = knownAccount(db, account)
  const last = standing(stepsOf(db, account))
  if (last === null) throw refusedStep(`@${handle} has no step that could be taken back.`)
  takeStepBack(db, last.id, reason, now, actor.person)
  note({ account, step: last.id })
  return { state: standing(stepsOf(db, account))?.state ?? null }
})
