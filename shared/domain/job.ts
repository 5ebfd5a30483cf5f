// Long work as rows: state, stage, progress, and what can be done with it.
import { z } from 'zod'
import { JobId } from './id.ts'
import { Instant } from './time.ts'

/** A job found "running" at opening becomes `interrupted`; it can be resumed or undone (design §3). */
export const JobState = z.enum(['queued', 'running', 'succeeded', 'failed', 'cancelled', 'interrupted'])
export type JobState = z.infer<typeof JobState>

export const Job = z.strictObject({
  id: JobId,
  kind: z.string(),
  label: z.string(),
  state: JobState,
  stage: z.string(),
  done: z.number().nonnegative(),
  total: z.number().nonnegative().nullable(),
  unit: z.string(),
  rate: z.number().nonnegative().nullable(),
  secondsLeft: z.number().nonnegative().nullable(),
  createdAt: Instant,
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  result: z.unknown(),
  problem: z.strictObject({ code: z.string(), sentence: z.string() }).nullable(),
  /** Whether it can be taken up where it stopped. */
  resumable: z.boolean(),
  /** Whether what it stored can be taken back as if it had not begun. */
  undoable: z.boolean(),
  /** Whether it is a capture that broke off, and what it had fetched lies beside the vault's records until it is gone on with or dropped. */
  droppable: z.boolean(),
})
export type Job = z.infer<typeof Job>
