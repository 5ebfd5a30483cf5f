import { channelRequest } from '../../../../shared/contract/channel.ts'
import { apply } from '../../vault/handler.ts'
import { knownAccount } from '../../vault/known-account.ts'
import { insertChannelRequest } from '../../vault/repository/account/channel.ts'

export default apply(channelRequest, ['accounts', 'ledger'], ({ db, now, actor, note }, { account, request }) => {
  knownAccount(db, account)
  insertChannelRequest(db, account, request, now, actor.person)
  note({ account })
  return {}
})
