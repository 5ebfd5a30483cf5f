// The form of a vault copy under a passphrase: a ZIP of what it is, the key that the passphrase opens, and the vault encrypted to that key.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { Digest } from '../../../../shared/domain/id.ts'
import { Instant } from '../../../../shared/domain/time.ts'
import { digestOf } from '../hex.ts'

/** Names of the parts, in their order. */
export const PARTS = { readMe: 'READ ME.txt', about: 'copy.json', key: 'key.age', vault: 'vault.tar.age' } as const

/** What can be read without the passphrase. It names neither the City nor anything in the vault. */
export const SealedAbout = z.strictObject({
  format: z.literal('muniment-sealed-copy'),
  version: z.literal(1),
  madeAt: Instant,
  /** SHA-256 of the key's file: tells a changed byte in it from another passphrase. */
  key: Digest,
})
export type SealedAbout = z.infer<typeof SealedAbout>

/** SHA-256 of a key's file. */
export function digestOfKey(key: string): Digest {
  return digestOf(createHash('sha256').update(key).digest())
}

/** For whoever finds the file. @param madeAt when it was made */
export function readMe(madeAt: Instant): string {
  return `This is a copy of a vault of Muniment, encrypted. It was made on ${new Date(madeAt).toISOString().slice(0, 10)}.

Without its passphrase nobody can open it, and nobody can recover the passphrase.

With Muniment:

    muniment restore THIS-FILE.zip --to NEW-FOLDER.muniment --after THE-VAULT-AS-IT-WAS-LAST.muniment

Without Muniment, with the program age (age-encryption.org) and tar:

    age --decrypt --output key.txt key.age
    age --decrypt --identity key.txt --output vault.tar vault.tar.age
    tar -xf vault.tar

The folder is then the vault as it was when the copy was made; FORMAT.md in it says how to read it. What was destroyed since is still in it.
Delete key.txt and vault.tar afterwards: they are not encrypted.
`
}
