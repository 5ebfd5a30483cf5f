// Operations on the files of records for their review: documents as pages, and recordings without what is redacted.
import { z } from 'zod'
import { Digest, GrantId, PersonId } from '../domain/id.ts'
import { RecordingEdit } from '../domain/review/recording-edit.ts'
import { Instant } from '../domain/time.ts'
import { job, query } from './define.ts'

const How = z.string().trim().min(1, { error: 'says not by whom or with what it was made' }).max(300)
const Pages = z.strictObject({ pages: z.int().positive() })
const errors = ['INPUT_INVALID', 'FILE_UNREADABLE', 'GRANT_UNKNOWN', 'VAULT_DAMAGED', 'DISK_FULL'] as const

export const filePagesMake = job('file-pages.make', {
  summary: 'Draws the pages of a document of a record, so that they can be looked through and redacted.',
  input: z.strictObject({ file: Digest, name: z.string().max(1000) }),
  output: Pages,
  errors: [...errors],
})

export const filePagesAttach = job('file-pages.attach', {
  summary: 'Takes in a PDF that was made of a document outside, bound to it by digests, and draws its pages.',
  input: z.strictObject({ file: Digest, pdf: GrantId, how: How }),
  output: Pages,
  errors: [...errors],
})

export const filePagesShow = query('file-pages.show', {
  summary: 'The pages of a document with their words, and what was made of a file for its review.',
  input: z.strictObject({ file: Digest }),
  output: z.strictObject({
    pages: z.array(z.strictObject({ page: z.int().positive(), picture: Digest, text: z.string() })),
    made: z.array(
      z.strictObject({
        made: Digest,
        kind: z.enum(['paper', 'edit']),
        how: z.string(),
        at: Instant,
        by: PersonId.nullable(),
      }),
    ),
  }),
})

export const fileEditMake = job('file-edit.make', {
  summary:
    'Makes a recording anew with ffmpeg: cut, muted or covered where the reviewer says, and without what its file says of itself.',
  input: z.strictObject({ file: Digest, edits: z.array(RecordingEdit).min(1).max(200) }),
  output: z.strictObject({ made: Digest, size: z.int().positive() }),
  errors: [...errors],
})

export const fileEditAttach = job('file-edit.attach', {
  summary: 'Takes in a recording that was made anew outside, bound to the one that it was made of by digests.',
  input: z.strictObject({ file: Digest, recording: GrantId, how: How }),
  output: z.strictObject({ made: Digest, size: z.int().positive() }),
  errors: [...errors],
})
