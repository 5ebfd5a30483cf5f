import { channelApproveName } from '../../../../shared/contract/channel.ts'
import { nameConcerns } from '../../../../shared/domain/account/account-name.ts'
import { readVaultFile } from '../../vault/about.ts'
import { apply } from '../../vault/handler.ts'
import { knownAccount } from '../../vault/known-account.ts'
import { insertNameApproval } from '../../vault/repository/account/channel.ts'
import { listPeople } from '../../vault/repository/account/people.ts'
import { refusedStep } from '../channel.ts'

export default apply(channelApproveName, ['accounts', 'ledger'], ({ db, folder, now, actor, note }, approval) => {
  const account = knownAccount(db, approval.account)
  const people = listPeople(db).map(({ name }) => name)
  if (nameConcerns(account, people, readVaultFile(folder).city).length === 0)
    throw refusedStep(`Nothing in the name of @${account.handle} needs to be let stand.`)
  insertNameApproval(db, approval, now, actor.person)
  note({ account: account.id })
  return {}
})
