// Notes on, and files attached to, holds, requests, messages on these, purge plans, accounts, and entries of the office's registers.
import { z } from 'zod'
import { Digest, PersonId } from '../id.ts'
import { Instant } from '../time.ts'

/** What notes and files may be on. */
export const Subject = z.strictObject({
  kind: z.enum(['hold', 'request', 'message', 'plan', 'account', 'entry']),
  /** Its number, as the vault gives it. */
  id: z.string().min(1).max(64),
})
export type Subject = z.infer<typeof Subject>

/** One wording of a note; `text` is null where it was taken back. */
const Wording = z.strictObject({ text: z.string().nullable(), at: Instant, by: PersonId.nullable() })

/** A note with every wording that it had, the newest first. */
export const Note = z.strictObject({ id: z.int().positive(), wordings: z.array(Wording).min(1) })
export type Note = z.infer<typeof Note>

/** A file that is attached; `digest` is null since its bytes were removed with a record under an order. */
export const Attachment = z.strictObject({
  id: z.int().positive(),
  name: z.string(),
  mime: z.string(),
  size: z.int().nonnegative().nullable(),
  digest: Digest.nullable(),
  at: Instant,
  by: PersonId.nullable(),
  takenBack: z.strictObject({ at: Instant, by: PersonId.nullable(), reason: z.string() }).nullable(),
})
export type Attachment = z.infer<typeof Attachment>

/** The largest file that is attached: a day of video at most, never a disk image by mistake. */
export const MOST_ATTACHED = 2_000_000_000

/** The largest file that can be pasted, in bytes: what has no place on a disk travels as text. */
export const MOST_PASTED = 20_000_000
