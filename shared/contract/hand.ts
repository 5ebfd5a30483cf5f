// Operations that take single items in by hand.
import { z } from 'zod'
import { AccessionId, AccountId, Digest, GrantId } from '../domain/id.ts'
import { HandEntry } from '../domain/intake/hand-entry.ts'
import { command, job } from './define.ts'

/** Base 64 of at most 64 MB. */
const Bytes = z.base64().max(90_000_000)

export const handPaste = command('hand.paste', {
  summary: 'Keeps a picture from the clipboard, which is no file, aside until the entry is made that it shows.',
  input: z.strictObject({ bytes: Bytes }),
  output: z.strictObject({ digest: Digest }),
  errors: ['DISK_FULL'],
})

/** What was kept aside, and the name that it shall have. */
export const Pasted = z.strictObject({ name: z.string().trim().min(1).max(255), digest: Digest })
export type Pasted = z.infer<typeof Pasted>

export const handEnter = job('hand.enter', {
  summary: 'Takes in one post, comment or message by hand, with pictures, PDFs or mails that show it.',
  input: z.strictObject({
    account: AccountId,
    entry: HandEntry,
    files: z.array(GrantId).max(50),
    pasted: z.array(Pasted).max(50).default([]),
  }),
  output: z.strictObject({ accession: AccessionId, unexplained: z.int().nonnegative() }),
  errors: ['ACCOUNT_UNKNOWN', 'GRANT_UNKNOWN', 'DISK_FULL', 'FILE_UNREADABLE', 'INPUT_INVALID'],
})
