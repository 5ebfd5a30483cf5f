// Operations by which one person's work goes to another.
import { z } from 'zod'
import { GrantId, PersonId } from '../domain/id.ts'
import { Handover, OpenWork } from '../domain/people/handover.ts'
import { command, job, query } from './define.ts'

export const handoverOpen = query('handover.open', {
  summary: 'What is open: requests with their dates, holds, drafts, jobs, keys and the head of the ledger.',
  input: z.strictObject({ person: PersonId.nullable(), asOf: z.int() }),
  output: OpenWork,
})

export const handoverList = query('handover.list', {
  summary: 'Every hand-over with what was open then, the newest first.',
  input: z.strictObject({}),
  output: z.array(Handover),
})

export const handoverGive = command('handover.give', {
  summary: 'Hands over what is open to a successor: it is written down as it stands, and signed by the one who goes.',
  input: z.strictObject({ to: PersonId, reason: z.string().trim().min(1).max(500), ends: z.boolean() }),
  output: z.strictObject({ id: z.int().positive() }),
  errors: ['ACTOR_REQUIRED', 'PERSON_UNKNOWN', 'INPUT_INVALID'],
})

export const handoverTake = command('handover.take', {
  summary: 'Takes over what was handed over: the second signature. What the vault knows as assigned goes over with it.',
  input: z.strictObject({ id: z.int().positive() }),
  output: z.strictObject({ accounts: z.int().nonnegative(), custodian: z.boolean() }),
  errors: ['PERSON_UNKNOWN', 'INPUT_INVALID'],
})

export const handoverPrint = job('handover.print', {
  summary: 'Writes a hand-over as a tagged PDF, with a line for each signature.',
  input: z.strictObject({ id: z.int().positive(), to: GrantId }),
  output: z.strictObject({ pages: z.int().positive() }),
  errors: ['GRANT_UNKNOWN', 'INPUT_INVALID', 'FILE_UNREADABLE', 'DISK_FULL'],
})
