// Operations that take single items in by hand.
import { z } from 'zod'
import { HandEntry } from '../domain/hand-entry.ts'
import { AccessionId, AccountId, GrantId } from '../domain/id.ts'
import { job } from './define.ts'

export const handEnter = job('hand.enter', {
  summary: 'Takes in one post, comment or message by hand, with pictures, PDFs or mails that show it.',
  input: z.strictObject({ account: AccountId, entry: HandEntry, files: z.array(GrantId).max(50) }),
  output: z.strictObject({ accession: AccessionId, unexplained: z.int().nonnegative() }),
  errors: ['ACCOUNT_UNKNOWN', 'GRANT_UNKNOWN', 'DISK_FULL', 'FILE_UNREADABLE', 'INPUT_INVALID'],
})
