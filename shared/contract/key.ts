// Operations on the keys with which people sign.
import { z } from 'zod'
import { Digest, PersonId } from '../domain/id.ts'
import { Instant } from '../domain/time.ts'
import { command, query } from './define.ts'

/** Number of a key. */
export const KeyId = z.int().positive().brand<'KeyId'>()
export type KeyId = z.infer<typeof KeyId>

/** Words that open a key; nobody keeps them. */
export const Passphrase = z.string().min(12, { error: 'must have at least 12 characters' }).max(200)

/** The public half of a pair of keys of age: whatever is encrypted to it, its secret half opens. */
export const AgeRecipient = z
  .string()
  .regex(/^age1[02-9ac-hj-np-z]{58}$/, { error: 'is no public key of the form age1…' })

/** What a vault is put under: a passphrase, and the public half of a recovery key; null where there is none. */
export const VaultLocks = z.strictObject({ passphrase: Passphrase, recipient: AgeRecipient.nullable() })
export type VaultLocks = z.infer<typeof VaultLocks>

/** What opens a vault: its passphrase, or the secret half of its recovery key. */
export const VaultSecret = z.string().min(1).max(500)

/** What is done to the passphrase of a vault, and by whom. `secret` opens it until now, `locks` does from then on. */
export const LocksChange = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('set'), person: PersonId, locks: VaultLocks }),
  z.strictObject({ act: z.literal('change'), person: PersonId, secret: VaultSecret, locks: VaultLocks }),
  z.strictObject({ act: z.literal('remove'), person: PersonId, secret: VaultSecret }),
])
export type LocksChange = z.infer<typeof LocksChange>

/** A key of the register. `fingerprint`: SHA-256 of its public half; `here`: its private half lies sealed in the vault. */
export const RegisteredKey = z.strictObject({
  id: KeyId,
  person: PersonId,
  name: z.string(),
  fingerprint: Digest,
  publicKey: z.string(),
  here: z.boolean(),
  registeredAt: Instant,
  registeredBy: z.string(),
  endedAt: Instant.nullable(),
  endedReason: z.string().nullable(),
  /** Since when it is known that the private half is its holder's; null: the holder has not shown it yet. */
  heldSince: Instant.nullable(),
  /** Who has compared the fingerprint with the holder: neither the holder nor whoever registered the key; null: nobody yet. */
  comparedBy: z.string().nullable(),
  /** Whether its signatures count: both of the above, and the holder has the same office as then. */
  counts: z.boolean(),
})
export type RegisteredKey = z.infer<typeof RegisteredKey>

const Made = RegisteredKey.pick({ id: true, person: true, fingerprint: true, publicKey: true })

export const keyList = query('key.list', {
  summary: 'The keys with which people sign, the newest first; those that sign no more, too.',
  input: z.strictObject({}),
  output: z.array(RegisteredKey),
})

export const keyMake = command('key.make', {
  summary: 'Makes a key for the person who acts; its private half is sealed by a passphrase that nobody keeps.',
  input: z.strictObject({ passphrase: Passphrase }),
  output: Made,
  errors: ['ACTOR_REQUIRED', 'KEY_REFUSED'],
})

/** `publicKey`: PEM (SubjectPublicKeyInfo) as OpenSSL writes it, or its 32 bytes in hexadecimal. */
export const keyRegister = command('key.register', {
  summary: 'Registers the public half of a key that a person keeps elsewhere.',
  input: z.strictObject({ person: PersonId, publicKey: z.string().min(1).max(2000) }),
  output: Made,
  errors: ['ACTOR_REQUIRED', 'KEY_REFUSED', 'PERSON_UNKNOWN'],
})

export const keyStatement = query('key.statement', {
  summary: 'The exact words that the holder of a key kept elsewhere signs, to show that the private half is theirs.',
  input: z.strictObject({ key: KeyId }),
  output: z.strictObject({ statement: z.string() }),
  errors: ['KEY_REFUSED'],
})

/** `signature`: of the holder alone, over the words of `key.statement`. Whoever else acts says to have compared the fingerprint with the holder. */
export const keyConfirm = command('key.confirm', {
  summary:
    'Confirms a key: its holder by a signature, and a second person who has compared its fingerprint with the holder.',
  input: z.strictObject({ key: KeyId, signature: z.base64().max(100).nullable().default(null) }),
  output: z.strictObject({ counts: z.boolean() }),
  errors: ['ACTOR_REQUIRED', 'KEY_REFUSED'],
})

export const keyEnd = command('key.end', {
  summary: 'Says that a key signs no more; what it signed before stays signed.',
  input: z.strictObject({ key: KeyId, reason: z.string().trim().min(1).max(500) }),
  output: z.strictObject({}),
  errors: ['ACTOR_REQUIRED', 'KEY_REFUSED'],
})
