import { channelList } from '../../../../shared/contract/channel.ts'
import { nameConcerns } from '../../../../shared/domain/account/account-name.ts'
import { readVaultFile } from '../../vault/about.ts'
import { answer } from '../../vault/handler.ts'
import { nameApprovals, requestsByAccount, stepsByAccount } from '../../vault/repository/account/channel.ts'
import { listAccounts, listPeople } from '../../vault/repository/account/people.ts'
import { standing } from '../channel.ts'

export default answer(channelList, ({ db, folder }) => {
  const { city } = readVaultFile(folder)
  const people = listPeople(db).map(({ name }) => name)
  const [steps, requests, approvals] = [stepsByAccount(db), requestsByAccount(db), nameApprovals(db)]
  return listAccounts(db).map((account) => {
    const own = steps.get(account.id) ?? []
    return {
      account: account.id,
      state: standing(own)?.state ?? null,
      steps: [...own],
      request: requests.get(account.id) ?? null,
      concerns: nameConcerns(account, people, city),
      nameApproval: approvals.get(account.id) ?? null,
    }
  })
})
