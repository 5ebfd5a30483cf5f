// Operations on notes and on attached files.
import { z } from 'zod'
import { GrantId } from '../domain/id.ts'
import { Attachment, Note, Subject } from '../domain/record/note.ts'
import { command, job, query } from './define.ts'
import { Paper } from './hold.ts'

const Id = z.int().positive()
const Count = z.int().nonnegative()

export const noteWrite = command('note.write', {
  summary:
    'Writes a note on a hold, a request, a message, a purge plan, an account or an entry, or another wording of one; the former is kept.',
  input: z.strictObject({ subject: Subject, note: Id.nullable(), text: z.string().trim().min(1).max(20_000) }),
  output: z.strictObject({ note: Id }),
  errors: ['SUBJECT_UNKNOWN'],
})

export const noteTakeBack = command('note.take-back', {
  summary: 'Takes a note back; what it said is kept.',
  input: z.strictObject({ note: Id }),
  output: z.strictObject({}),
  errors: ['SUBJECT_UNKNOWN'],
})

export const noteList = query('note.list', {
  summary:
    'The notes on a hold, a request, a message, a purge plan, an account or an entry, and the files attached to it, the newest first.',
  input: z.strictObject({ subject: Subject }),
  output: z.strictObject({ notes: z.array(Note), attachments: z.array(Attachment) }),
})

export const noteCounts = query('note.counts', {
  summary: 'How many notes and files stand on each hold, request, message, purge plan, account or entry that has any.',
  input: z.strictObject({ kind: Subject.shape.kind }),
  output: z.array(z.strictObject({ id: z.string(), notes: Count, attachments: Count })),
})

export const attachmentAdd = job('attachment.add', {
  summary: 'Attaches files; all of them, or none where one cannot be taken.',
  input: z.strictObject({ subject: Subject, files: z.array(GrantId).min(1).max(64) }),
  output: z.strictObject({ attachments: z.array(Id) }),
  errors: ['SUBJECT_UNKNOWN', 'GRANT_UNKNOWN', 'FILE_UNREADABLE', 'DISK_FULL'],
})

export const attachmentPaste = command('attachment.paste', {
  summary: 'Attaches a file that lies on no disk, such as a picture that was copied.',
  input: z.strictObject({ subject: Subject, document: Paper }),
  output: z.strictObject({ attachment: Id }),
  errors: ['SUBJECT_UNKNOWN'],
})

export const attachmentTakeBack = command('attachment.take-back', {
  summary: 'Takes an attached file back, with a reason; it stays listed so, and its bytes are kept.',
  input: z.strictObject({ attachment: Id, reason: z.string().trim().min(1).max(2000) }),
  output: z.strictObject({}),
  errors: ['SUBJECT_UNKNOWN'],
})

export const attachmentSave = job('attachment.save', {
  summary: 'Writes an attached file outside the vault; the copy is registered.',
  input: z.strictObject({ attachment: Id, to: GrantId }),
  output: z.strictObject({ size: Count }),
  errors: ['SUBJECT_UNKNOWN', 'GRANT_UNKNOWN', 'FILE_UNREADABLE', 'DISK_FULL'],
})
