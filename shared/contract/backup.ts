// Operations on copies of the whole vault.
import { z } from 'zod'
import { Digest, GrantId } from '../domain/id.ts'
import { job, query } from './define.ts'
import { AgeRecipient } from './key.ts'

/** A public key of age, and its secret half as an armored file of age that a passphrase opens. */
const SealedPair = z.strictObject({
  recipient: AgeRecipient,
  key: z
    .string()
    .max(2000)
    .regex(/^-----BEGIN AGE ENCRYPTED FILE-----\n/, { error: 'is no key sealed by a passphrase' }),
})

export const vaultBackup = job('vault.backup', {
  summary: 'Copies the vault, checked and consistent, into a folder while it stays open.',
  input: z.strictObject({ to: GrantId }),
  output: z.strictObject({ files: z.int(), bytes: z.int(), catalogDigest: Digest }),
  errors: ['GRANT_UNKNOWN', 'TARGET_EXISTS', 'DISK_FULL'],
})

/** The passphrase is held in memory while this runs: inputs of queries are not stored. */
export const backupKey = query('vault.backup-key', {
  summary:
    'Makes a pair of keys for one copy of the vault; the secret one is sealed by a passphrase that nobody keeps.',
  input: z.strictObject({ passphrase: z.string().max(500) }),
  output: SealedPair,
  errors: ['KEY_REFUSED'],
})

export const vaultBackupSealed = job('vault.backup-sealed', {
  summary: 'Copies the vault, checked and consistent, into one file that its passphrase alone opens.',
  input: SealedPair.extend({ to: GrantId }),
  output: z.strictObject({ files: z.int(), bytes: z.int(), digest: Digest }),
  errors: ['GRANT_UNKNOWN', 'PRACTICE_ONLY', 'FILE_UNREADABLE', 'VAULT_DAMAGED', 'DISK_FULL'],
})
