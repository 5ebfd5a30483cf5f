// Operations on jobs.
import { z } from 'zod'
import { JobId } from '../domain/id.ts'
import { Job } from '../domain/job.ts'
import { command, query } from './define.ts'

export const jobList = query('job.list', {
  summary: 'Jobs under way and ended, newest first.',
  input: z.strictObject({ limit: z.int().min(1).max(200) }),
  output: z.array(Job),
})

export const jobShow = query('job.show', {
  summary: 'One job, with its progress or its result.',
  input: z.strictObject({ id: JobId }),
  output: Job,
  errors: ['JOB_UNKNOWN'],
})

export const jobCancel = command('job.cancel', {
  summary: 'Asks a job to stop at its next safe point.',
  input: z.strictObject({ id: JobId }),
  output: z.strictObject({}),
  errors: ['JOB_UNKNOWN'],
})

export const jobResume = command('job.resume', {
  summary: 'Takes an interrupted job up from its last checkpoint.',
  input: z.strictObject({ id: JobId }),
  output: z.strictObject({ operation: z.string() }),
  errors: ['JOB_UNKNOWN', 'JOB_NOT_RESUMABLE'],
})

export const jobUndo = command('job.undo', {
  summary:
    'Takes back what an interrupted or cancelled job had stored, as if it had not begun; of an interrupted capture, drops what it had fetched.',
  input: z.strictObject({ id: JobId }),
  /** The job that takes it back; null where it is gone already, as what a capture had fetched is. */
  output: z.strictObject({ operation: z.string().nullable() }),
  errors: ['JOB_UNKNOWN', 'JOB_NOT_RESUMABLE'],
})
