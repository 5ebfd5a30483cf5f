// Accounts as people name them: by handle, by platform and handle, or by number.
import { MunimentError } from '../../../shared/contract/error.ts'
import { accountList } from '../../../shared/contract/people.ts'
import type { Account } from '../../../shared/domain/account/account.ts'
import { handleKey } from '../../../shared/domain/account/handle.ts'
import type { AccountId } from '../../../shared/domain/id.ts'
import type { Vault } from '../vault/vault.ts'

/**
 * The accounts that are meant.
 * @param named each a number of the register, `@handle`, or `platform:handle` where a handle is used on several platforms
 * @throws MunimentError ACCOUNT_UNKNOWN
 */
export async function accountIds(vault: Vault, named: readonly (string | number)[]): Promise<AccountId[]> {
  if (named.length === 0) return []
  const register = await vault.ask(accountList, {})
  return named.map((name) => accountNamed(register, name).id)
}

function accountNamed(register: readonly Account[], name: string | number): Account {
  const found = register.filter((account) => isNamed(account, String(name)))
  const [only] = found
  if (only !== undefined && found.length === 1) return only
  if (only === undefined) {
    throw new MunimentError(
      'ACCOUNT_UNKNOWN',
      `There is no account ${name} in the register. Nothing was done; “muniment accounts” lists them.`,
    )
  }
  const choices = found.map(({ platform, handle }) => `${platform}:${handle}`).join(', ')
  throw new MunimentError('ACCOUNT_UNKNOWN', `${name} may be ${choices}. Nothing was done; name one of them.`)
}

function isNamed({ id, platform, handle }: Account, name: string): boolean {
  return (
    name === String(id) ||
    [handleKey(handle), `${platform}:${handleKey(handle)}`].includes(handleKey(name.replace(':@', ':')))
  )
}
