import { loginList } from '../../../../shared/contract/login.ts'
import { rotationDue } from '../../../../shared/domain/account/login.ts'
import { localDate } from '../../../../shared/domain/time.ts'
import { readVaultFile } from '../../vault/about.ts'
import { answer } from '../../vault/handler.ts'
import {
  loginChanges,
  loginDuties,
  loginOfficers,
  loginReveals,
  newestReveal,
} from '../../vault/repository/account/login.ts'
import { listAccounts } from '../../vault/repository/account/people.ts'

export default answer(loginList, ({ db, folder }, { now }) => {
  const { zone } = readVaultFile(folder)
  const today = localDate(now, zone)
  const officers = loginOfficers(db)
  const [duties, changes] = [loginDuties(db), loginChanges(db)]
  const reveals = Map.groupBy(loginReveals(db), ({ account }) => account)
  const namedAt = Math.max(0, ...officers.map((one) => one.namedAt))
  const accounts = listAccounts(db).map(({ id: account }) => {
    const duty = duties.get(account) ?? null
    const { changedAt = null, sealedAt = null } = changes.get(account) ?? {}
    const due = rotationDue(changedAt, duty?.rotateMonths ?? null, zone)
    return {
      ...{ account, duty, changedAt, rotationDue: due, overdue: due !== null && due <= today },
      toReseal: sealedAt !== null && sealedAt < namedAt,
      newestReveal: newestReveal(db, account),
      reveals: (reveals.get(account) ?? []).map(({ at, by, reason }) => ({ at, by, reason })),
    }
  })
  return { officers, accounts }
})
