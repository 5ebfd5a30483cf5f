// Log-ins for captures, kept on this desk in the way of the operating system's keychain: sealed in a file of the app's own, outside every vault.
import { readFile, rename, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Held } from '../../shared/contract/host.ts'
import type { CredentialPlace } from '../../shared/contract/shell.ts'
import { Credential } from '../../shared/domain/credential.ts'
import { AccountId } from '../../shared/domain/id.ts'

const Entry = z.strictObject({
  vault: z.string().min(1).max(100),
  account: AccountId,
  /** The log-in's JSON, sealed by the keychain, in base64. */
  sealed: z.string().max(40_000),
  savedAt: z.int(),
})
const Kept = z.strictObject({ entries: z.array(Entry).max(2000) })
type Entry = z.infer<typeof Entry>

/** What Electron's `safeStorage` does. */
export interface Sealing {
  isEncryptionAvailable(): boolean
  encryptString(text: string): Buffer
  decryptString(sealed: Buffer): string
  /** Of Linux alone. */
  getSelectedStorageBackend?(): string
}

export interface CredentialFile {
  /** How well this computer keeps them. */
  readonly place: CredentialPlace
  /** The log-ins of a vault. What can no longer be unsealed is as good as forgotten. */
  heldFor(vault: string): readonly Held[]
  /** When the account's log-in was set, ms since 1970 UTC; null where none is kept. */
  savedAt(vault: string, account: AccountId): number | null
  /** Keeps a log-in, null forgets it. Where there is no keychain nothing is written: it is held in memory alone. */
  keep(vault: string, held: Held, now: number): Promise<void>
}

/** @param path a JSON file; where it is missing or unreadable, nothing is kept */
export async function openCredentials(path: string, sealing: Sealing): Promise<CredentialFile> {
  let entries = await read(path)
  let written: Promise<void> = Promise.resolve()
  const place = placeOf(sealing)
  const isOf = (vault: string, account: AccountId) => (one: Entry) => one.vault === vault && one.account === account
  return {
    place,
    heldFor: (vault) =>
      entries
        .filter((one) => one.vault === vault)
        .flatMap((one) => {
          const credential = unsealed(one.sealed, sealing)
          return credential === null ? [] : [{ account: one.account, credential }]
        }),
    savedAt: (vault, account) => entries.find(isOf(vault, account))?.savedAt ?? null,
    keep: (vault, { account, credential }, now) => {
      const known = isOf(vault, account)
      const others = entries.filter((one) => !known(one))
      const added =
        credential === null || place === 'none'
          ? []
          : [{ vault, account, sealed: sealedBy(credential, sealing), savedAt: now }]
      entries = [...others, ...added]
      written = written.then(() => write(path, entries))
      return written
    },
  }
}

/** On Linux without a keyring, what Electron seals with is known to everybody. */
function placeOf(sealing: Sealing): CredentialPlace {
  if (!sealing.isEncryptionAvailable()) return 'none'
  return sealing.getSelectedStorageBackend?.() === 'basic_text' ? 'weak' : 'keychain'
}

function sealedBy(credential: Credential, sealing: Sealing): string {
  return sealing.encryptString(JSON.stringify(credential)).toString('base64')
}

function unsealed(sealed: string, sealing: Sealing): Credential | null {
  try {
    return Credential.parse(JSON.parse(sealing.decryptString(Buffer.from(sealed, 'base64'))))
  } catch {
    return null
  }
}

async function read(path: string): Promise<readonly Entry[]> {
  try {
    return Kept.parse(JSON.parse(await readFile(path, 'utf8'))).entries
  } catch {
    return []
  }
}

async function write(path: string, entries: readonly Entry[]): Promise<void> {
  await writeFile(`${path}.new`, JSON.stringify({ entries }), { mode: 0o600 })
  await rename(`${path}.new`, path)
}
