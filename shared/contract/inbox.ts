// Operations on the inbox: the folder of the liaisons' uploads. Nothing in it is ever moved or deleted.
import { z } from 'zod'
import { GrantId } from '../domain/id.ts'
import { InboxItem, InboxLook } from '../domain/intake/inbox.ts'
import { command, query } from './define.ts'
import { Granted } from './message.ts'

export const inboxChoose = command('inbox.choose', {
  summary: 'Says which folder the liaisons put their exports into, or that none is watched any longer.',
  input: z.strictObject({ folder: GrantId.nullable() }),
  output: z.strictObject({ chosen: z.boolean() }),
  errors: ['GRANT_UNKNOWN', 'FILE_UNREADABLE', 'INPUT_INVALID'],
})

export const InboxList = z.strictObject({
  /** Where the folder lies, to be shown; null where none was chosen. */
  place: z.string().nullable(),
  /** Why it cannot be read, in a sentence. */
  problem: z.string().nullable(),
  items: z.array(InboxItem),
})
export type InboxList = z.infer<typeof InboxList>

export const inboxList = query('inbox.list', {
  summary: 'What waits in the inbox, whether it still grows since an earlier look, and what of it was imported.',
  input: z.strictObject({ before: z.array(InboxLook).max(10_000) }),
  output: InboxList,
})

export const inboxAccept = query('inbox.accept', {
  summary: 'Leave to import files of the inbox, as long as they are what the clerk saw. The files stay where they are.',
  input: z.strictObject({ files: z.array(InboxLook).min(1).max(200) }),
  output: z.array(Granted),
  errors: ['FILE_UNREADABLE'],
})
