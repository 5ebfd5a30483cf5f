// Showing a credential: the vault learns that it was shown, by whom and why, and never what it is.
import { z } from 'zod'
import { command } from './define.ts'

export const passwordReveal = command('password.reveal', {
  summary:
    'Writes down that somebody is about to be shown a credential out of the sealed file. The credential is not told.',
  input: z.strictObject({
    /** The entry of the register that says who answers for it. */
    id: z.int().positive(),
    by: z.string().trim().min(1).max(200),
    reason: z.string().trim().min(1).max(500),
  }),
  output: z.strictObject({ label: z.string() }),
  errors: ['STEWARDSHIP_REFUSED'],
})
