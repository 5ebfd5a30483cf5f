// Taking in a register of accounts that was kept elsewhere.
import { z } from 'zod'
import { AccountDraft } from '../domain/account/account.ts'
import { query } from './define.ts'

/** What a column of a register can be taken for. */
export const RegisterField = z.enum(['platform', 'handle', 'name', 'department', 'liaison', 'personal', 'nativeId'])
export type RegisterField = z.infer<typeof RegisterField>

export const registerRead = query('register.read', {
  summary:
    'Reads a register of accounts as CSV: its columns, what each is taken for, and the accounts that its rows name. Nothing is stored.',
  input: z.strictObject({ csv: z.string().max(20_000_000), columns: z.array(z.string().nullable()).nullable() }),
  output: z.strictObject({
    headings: z.array(z.string()),
    columns: z.array(z.string().nullable()),
    /** Those that the register of the vault lacks. */
    accounts: z.array(AccountDraft),
    /** Rows of accounts that the vault has already. */
    known: z.int().nonnegative(),
    problems: z.array(z.string()),
  }),
  errors: ['INPUT_INVALID'],
})
