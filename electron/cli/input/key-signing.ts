// Signing something as the person who acts: by a key of the vault, by one kept elsewhere, or by name; and what a check of it found.
import type { Command } from 'commander'
import { z } from 'zod'
import { KeyId } from '../../../shared/contract/key.ts'
import type { Digest, PersonId } from '../../../shared/domain/id.ts'
import type { Context } from '../command.ts'
import { UsageError } from '../failure.ts'
import { readPassphrase } from './passphrase.ts'
import { Number1 } from './schemas.ts'
import { readSignature } from './signature.ts'

export const KeySigning = z.object({
  key: Number1.pipe(KeyId).optional(),
  passphraseFile: z.string().min(1).optional(),
  signature: z.string().min(1).optional(),
})

/** Adds the options. @param statement the command that writes what a key kept elsewhere signs */
export function withKeySigning(command: Command, statement: string): Command {
  return command
    .option('--key <number>', 'that person’s confirmed key in this vault')
    .option('--passphrase-file <file>', 'file that holds its passphrase')
    .option(
      '--signature <file>',
      `signature of a key kept elsewhere over what “${statement}” writes: 64 bytes, or base64`,
    )
}

/**
 * The signature, in base64; null: by name alone.
 * @param sign makes it with a key of the vault; @throws UsageError where the options do not go together
 */
export async function signatureIn(
  { actor, surroundings: { folder } }: Context,
  { key, passphraseFile, signature: file }: z.output<typeof KeySigning>,
  sign: (by: { readonly signer: PersonId; readonly key: KeyId; readonly passphrase: string }) => Promise<string>,
): Promise<string | null> {
  if ((key === undefined) !== (passphraseFile === undefined))
    throw new UsageError('--key and --passphrase-file go together.')
  if (key !== undefined && file !== undefined) throw new UsageError('It is signed with one key: --key or --signature.')
  if (file !== undefined) return readSignature(folder, file)
  if (key === undefined || passphraseFile === undefined) return null
  if (actor === null) throw new UsageError('Say who signs: --as.')
  return sign({ signer: actor, key, passphrase: readPassphrase(folder, passphraseFile) })
}

/** How it was signed, in words. */
export function signedWith(key: number | null): string {
  return key === null ? 'by name' : `with key ${key}`
}

/** What a check of the signature found, in a line. @param holds null: no key signed it */
export function signedLine({
  signer,
  key,
  holds,
}: {
  readonly signer: string | null
  readonly key: { readonly id: number; readonly fingerprint: Digest } | null
  readonly holds: boolean | null
}): string {
  const name = signer ?? 'nobody'
  if (key === null) return `Signed by name: ${name}. No key signed it.`
  const fits = holds === true ? 'fits' : 'does NOT fit'
  return `The signature of key ${key.id} of ${name} (fingerprint ${key.fingerprint}) ${fits}.`
}
