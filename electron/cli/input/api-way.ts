// The interface that an account is captured by, and where it lies.
import { captureList } from '../../../shared/contract/capture.ts'
import { accountList } from '../../../shared/contract/people.ts'
import { apiWayFor, apiWays } from '../../../shared/domain/capture/api-way.ts'
import { CaptureWayName } from '../../../shared/domain/capture/capture.ts'
import type { AccountId } from '../../../shared/domain/id.ts'
import { UsageError } from '../failure.ts'
import type { Vault } from '../vault/vault.ts'

/** The interface of an account's platform. @throws UsageError where it has none */
export async function apiWayOf(vault: Vault, account: AccountId): Promise<CaptureWayName> {
  const found = (await vault.ask(accountList, {})).find(({ id }) => id === account)
  const api = found === undefined ? null : apiWayFor(found.platform)
  if (api === null)
    throw new UsageError(
      `Muniment knows no interface of ${found?.platform ?? 'that platform'}. Name it: --way api/NAME.`,
    )
  return CaptureWayName.parse(`api/${api.name}`)
}

/** Where an interface lies that is the same for everybody; undefined for all others. */
export function defaultAddress(way: CaptureWayName | undefined): string | undefined {
  return apiWays.find(({ name }) => way === `api/${name}`)?.address ?? undefined
}

/** Where an account was captured by an interface before, else where that lies for everybody. @throws UsageError where neither is known */
export async function apiAddress(vault: Vault, account: AccountId, way: CaptureWayName): Promise<string> {
  const before = (await vault.ask(captureList, { account })).find((one) => one.way === way)?.scope.address
  const address = before ?? defaultAddress(way)
  if (address === undefined) throw new UsageError('Say where the interface lies: --address ADDRESS.')
  return address
}
