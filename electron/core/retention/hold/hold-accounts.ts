// The accounts that a hold covers: those to be captured at once, and whose liaisons are told not to delete.
import type { HoldAccount } from '../../../../shared/contract/hold.ts'
import type { Hold } from '../../../../shared/domain/disposition/hold.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { listAccounts } from '../../vault/repository/account/people.ts'
import { newestCaptures } from '../../vault/repository/capture/capture.ts'
import { listSchedules } from '../../vault/repository/capture/capture-schedule.ts'
import { frozenByAccount } from '../../vault/repository/disposition/hold.ts'

/**
 * Those that it names, and those of the single records that it names; where it has conditions without accounts, or none, every account of the register,
 * because what a search or a period will find may come in any of them. Those of which it froze most stand first.
 */
export function accountsOfHold(db: Driver, { id, scope }: Hold): HoldAccount[] {
  const frozen = frozenByAccount(db, id)
  const named = new Set<number>(scope.accounts)
  const single = scope.recordIds.length > 0 && scope.search === null && scope.from === null && scope.to === null
  const everywhere = named.size === 0 && !single
  const captures = new Map(newestCaptures(db).map((one) => [one.account, one]))
  const schedules = listSchedules(db, null).filter(({ endedAt }) => endedAt === null)
  return listAccounts(db)
    .filter((account) => everywhere || named.has(account.id) || frozen.has(account.id))
    .map(({ id: account, platform, handle, department, liaison, personal }) => {
      const newest = captures.get(account)
      const set = schedules.find((one) => one.account === account)
      const { way, scope, attorney, terms } = set ?? {}
      const bySchedule = way && scope ? { account, way, scope, attorney: attorney ?? null, terms: terms ?? null } : null
      return {
        ...{ account, name: `${platform}: @${handle}`, department, liaison },
        personal: personal !== undefined,
        records: frozen.get(account) ?? 0,
        captured: newest?.startedAt ?? null,
        order: personal === undefined ? (bySchedule ?? newest?.order ?? null) : null,
      }
    })
    .sort((one, other) => other.records - one.records)
}
