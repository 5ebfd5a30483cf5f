// Operations by which an operator signs in to a site for captures of pages, on this desk alone.
import { z } from 'zod'
import { AccountId } from '../domain/id.ts'
import { job } from './define.ts'

export const captureSignIn = job('capture.sign-in', {
  summary:
    'Shows a window in which the operator signs in to a site; the log-in stays on this desk, for captures of this account’s pages.',
  input: z.strictObject({ account: AccountId, address: z.url({ protocol: /^https?$/ }).max(4000) }),
  output: z.strictObject({
    /** The hosts that will know the operator again; none where no site left anything. */
    hosts: z.array(z.string()),
  }),
  errors: ['ACCOUNT_UNKNOWN', 'ACCOUNT_PERSONAL', 'CAPTURE_REFUSED'],
})

export const captureSignOut = job('capture.sign-out', {
  summary: 'Forgets the log-in with which pages of an account were captured on this desk.',
  input: z.strictObject({ account: AccountId }),
  output: z.strictObject({}),
  errors: ['ACCOUNT_UNKNOWN', 'CAPTURE_REFUSED'],
})
