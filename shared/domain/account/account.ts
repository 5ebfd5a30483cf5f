// A City presence on a platform.
import { z } from 'zod'
import { AccountId } from '../id.ts'

/** Platforms by lower-case name, as on the command line (design §6). */
export const PlatformName = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/)
  .brand<'PlatformName'>()
export type PlatformName = z.infer<typeof PlatformName>

export const AccountDraft = z.strictObject({
  platform: PlatformName,
  handle: z.string().trim().min(1).max(200),
  name: z.string().trim().max(200),
  department: z.string().trim().max(200),
  liaison: z.string().trim().max(200),
  nativeId: z.string().max(100).nullable(),
  /** Whose own account it is, where it is not the City's: an officer or employee. */
  personal: z.string().trim().min(1).max(200).optional(),
})
export type AccountDraft = z.infer<typeof AccountDraft>

export const Account = AccountDraft.extend({ id: AccountId, records: z.int().nonnegative() })
export type Account = z.infer<typeof Account>
