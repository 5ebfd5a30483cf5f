// Trying the log-in for captures of an account.
import { z } from 'zod'
import { CaptureWayName } from '../domain/capture/capture.ts'
import { AccountId } from '../domain/id.ts'
import { job } from './define.ts'

export const credentialTry = job('credential.try', {
  summary:
    'Tries whether a platform’s interface answers the log-in that is held for an account; nothing of it is kept.',
  input: z.strictObject({
    account: AccountId,
    way: CaptureWayName,
    address: z.url({ protocol: /^https?$/ }).max(4000),
  }),
  output: z.strictObject({
    /** Whether anything was answered that is no refusal. */
    works: z.boolean(),
    /** Whether a log-in was held at all. */
    held: z.boolean(),
    sentence: z.string(),
  }),
  errors: ['ACCOUNT_PERSONAL', 'ACCOUNT_UNKNOWN', 'CAPTURE_REFUSED', 'MAPPING_UNKNOWN'],
})
