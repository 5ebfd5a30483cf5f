// Secrets kept on this desk in the way of the operating system's keychain: sealed, in a file of the app's own, outside every vault.
import { readFile, rename, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import type { CredentialPlace } from '../../shared/contract/shell.ts'
import { AccountId } from '../../shared/domain/id.ts'

const Entry = z.strictObject({
  vault: z.string().min(1).max(100),
  account: AccountId,
  /** The secret's JSON, sealed by the keychain, in base64. */
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

export interface DeskSecrets<Secret> {
  /** How well this computer keeps them. */
  readonly place: CredentialPlace
  /** Those of a vault. What can no longer be unsealed is as good as forgotten. */
  all(vault: string): readonly { readonly account: AccountId; readonly secret: Secret }[]
  /** When the account's was set, ms since 1970 UTC; null where none is kept. */
  savedAt(vault: string, account: AccountId): number | null
  /** Keeps one, null forgets it. Where there is no keychain nothing is written. */
  keep(vault: string, account: AccountId, secret: Secret | null, now: number): Promise<void>
}

/** @param path a JSON file; where it is missing or unreadable, nothing is kept */
export async function openDeskSecrets<Secret>(
  path: string,
  schema: z.ZodType<Secret>,
  sealing: Sealing,
): Promise<DeskSecrets<Secret>> {
  let entries = await read(path)
  let written: Promise<void> = Promise.resolve()
  const isOf = (vault: string, account: AccountId) => (one: Entry) => one.vault === vault && one.account === account
  return {
    get place() {
      return placeOf(sealing)
    },
    all: (vault) =>
      entries
        .filter((one) => one.vault === vault)
        .flatMap(({ account, sealed }) => {
          const secret = unsealed(sealed, schema, sealing)
          return secret === null ? [] : [{ account, secret }]
        }),
    savedAt: (vault, account) => entries.find(isOf(vault, account))?.savedAt ?? null,
    keep: (vault, account, secret, now) => {
      const known = isOf(vault, account)
      const others = entries.filter((one) => !known(one))
      const added =
        secret === null || placeOf(sealing) === 'none'
          ? []
          : [{ vault, account, sealed: sealedBy(secret, sealing), savedAt: now }]
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

function sealedBy(secret: unknown, sealing: Sealing): string {
  return sealing.encryptString(JSON.stringify(secret)).toString('base64')
}

function unsealed<Secret>(sealed: string, schema: z.ZodType<Secret>, sealing: Sealing): Secret | null {
  try {
    return schema.parse(JSON.parse(sealing.decryptString(Buffer.from(sealed, 'base64'))))
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
