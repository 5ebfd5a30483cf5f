// What protects the folder of the vault from whoever gets at the computer: its own passphrase, the encryption of the disk.
import { z } from 'zod'
import { query } from './define.ts'

/** Whether the disk is encrypted: `unknown` where this computer cannot tell. */
export const DiskEncryption = z.strictObject({
  state: z.enum(['encrypted', 'plain', 'suspended', 'unknown']),
  /** By what, in the words of the operating system; null where nothing is known of it. */
  by: z.enum(['BitLocker', 'FileVault', 'LUKS']).nullable(),
})
export type DiskEncryption = z.infer<typeof DiskEncryption>

export const vaultProtection = query('vault.protection', {
  summary:
    'Whether the vault is under a passphrase of its own, whether the disk on which the vault lies is encrypted, and whether its folder is synchronised with a service.',
  input: z.strictObject({}),
  output: z.strictObject({
    /** Whether the vault is under a passphrase, and whether a recovery key opens it, too. */
    passphrase: z.boolean(),
    recoveryKey: z.boolean(),
    disk: DiskEncryption,
    /** The service that synchronises the folder; null where none is known to. */
    synced: z.string().nullable(),
  }),
})
