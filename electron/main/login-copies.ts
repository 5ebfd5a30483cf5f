// The desk's own copy of log-ins that were handed in: opened only for a showing that the vault has just written down, and once for each.
import { writeFile } from 'node:fs/promises'
import { MunimentError } from '../../shared/contract/error.ts'
import type { ShellAnswer, ShellRequest } from '../../shared/contract/shell.ts'
import type { Login } from '../../shared/domain/account/login.ts'
import type { AccountId } from '../../shared/domain/id.ts'
import type { DeskSecrets } from './desk-secrets.ts'

export interface LoginCopies {
  /** What is kept of an account's, never the log-in. @throws MunimentError VAULT_CLOSED */
  state(account: AccountId): ShellAnswer
  /** Keeps a copy; null forgets it. @throws MunimentError STEWARDSHIP_REFUSED where this computer has no keychain */
  keep(account: AccountId, login: Login | null): Promise<ShellAnswer>
  /** Opens the copy. @throws MunimentError STEWARDSHIP_REFUSED where the showing was not written down, or none can be opened */
  open(request: Extract<ShellRequest, { ask: 'open-login-copy' }>): Promise<ShellAnswer>
}

interface Vault {
  readonly vaultId: string | null
  /** The number of the newest showing of an account's log-in; null where there was none. */
  newestReveal(account: AccountId): Promise<number | null>
}

/** @param now ms since 1970 UTC */
export function loginCopies(kept: DeskSecrets<Login>, vault: Vault, now: () => number): LoginCopies {
  const used = new Set<string>()
  function open(): string {
    if (vault.vaultId === null) throw new MunimentError('VAULT_CLOSED', 'No vault is open. Open one, then try again.')
    return vault.vaultId
  }
  const state = (account: AccountId): ShellAnswer => ({
    kind: 'credential',
    place: kept.place,
    savedAt: kept.savedAt(open(), account),
  })
  return {
    state,
    async keep(account, login) {
      if (login !== null && kept.place === 'none')
        throw refused('This computer has no keychain: no copy of the log-in was kept here.')
      await kept.keep(open(), account, login, now())
      return state(account)
    },
    async open({ account, reveal }) {
      const id = open()
      const showing = `${id} ${reveal}`
      if (used.has(showing) || (await vault.newestReveal(account)) !== reveal)
        throw refused('Before a log-in is shown it is written down who asks for it and why. No log-in was shown.')
      used.add(showing)
      const savedAt = kept.savedAt(id, account)
      const login = kept.all(id).find((one) => one.account === account)?.secret
      if (savedAt === null || login === undefined)
        throw refused(
          'The copy on this computer can’t be opened: its keychain is another now. Open the list of log-ins with an officer’s key.',
        )
      return { kind: 'login', login, savedAt }
    },
  }
}

function refused(sentence: string): MunimentError {
  return new MunimentError('STEWARDSHIP_REFUSED', sentence)
}

/** Writes an officer's key, sealed by its passphrase, into a new file that only this user may read. @throws MunimentError STEWARDSHIP_REFUSED where a file is there */
export async function saveKey(path: string, key: string): Promise<void> {
  await writeFile(path, key, { mode: 0o600, flag: 'wx' }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw refused('There is a file of this name already, and a key that may still be needed. Choose another name.')
    throw error
  })
}
