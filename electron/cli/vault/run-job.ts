// Follows a job to its end: progress shown, interruption turned into a cancel, the end told in words.
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { ErrorCode, MunimentError } from '../../../shared/contract/error.ts'
import { jobCancel, jobShow } from '../../../shared/contract/job.ts'
import { type CommandId, JobId } from '../../../shared/domain/id.ts'
import { Job } from '../../../shared/domain/job.ts'
import type { Surroundings } from '../surroundings.ts'
import { progressView } from '../text/progress.ts'

/** Whether news came or not, a job is looked at again after this time. */
const LOOK_EVERY_MS = 400
/** The stage of a job that has told nothing yet. */
const WAITING = 'waiting'
/** How many looks at a waiting job it takes to say so. */
const PATIENCE = 5
const Started = z.strictObject({ job: JobId })

export interface JobDoor {
  /** Calls an operation, whatever the person interrupts meanwhile. */
  call(operation: string, input: unknown, command: CommandId | null): Promise<unknown>
  commandId(): CommandId
  subscribe(listener: () => void): () => void
  readonly surroundings: Pick<Surroundings, 'err' | 'onInterrupt'>
}

/**
 * Starts a job and follows it.
 * @returns the job's result
 * @throws MunimentError as `followJob`
 */
export async function runJob(door: JobDoor, operation: string, input: unknown): Promise<unknown> {
  return followJob(door, Started.parse(await door.call(operation, input, null)).job)
}

/**
 * Follows a job to its end; Ctrl-C cancels it.
 * @returns the job's result
 * @throws MunimentError CANCELLED, or what the job failed of; the sentence says how to go on
 */
export async function followJob(door: JobDoor, id: JobId): Promise<unknown> {
  const view = progressView(door.surroundings.err, () => performance.now())
  const news = newsFrom(door)
  const forget = door.surroundings.onInterrupt(() => {
    // A job that has just ended by itself needs no cancelling: its own end is told.
    door.call(jobCancel.name, { id }, door.commandId()).catch(() => {})
  })
  let last: Job | null = null
  let waited = 0
  try {
    for (;;) {
      const job = Job.parse(await door.call(jobShow.name, { id }, null))
      if (job.state === 'succeeded' && last?.total)
        view.show({ ...last, done: last.total, rate: null, secondsLeft: null })
      if (job.state !== 'queued' && job.state !== 'running') return ending(job)
      // A job that starts soon need not be announced as waiting.
      if (job.stage !== WAITING || ++waited > PATIENCE) view.show(job)
      last = job
      await news.next()
    }
  } finally {
    view.end()
    forget()
    news.stop()
  }
}

function newsFrom(door: JobDoor): { next(): Promise<void>; stop(): void } {
  let arrived = Promise.withResolvers<void>()
  const stop = door.subscribe(() => arrived.resolve())
  return {
    next: async () => {
      await Promise.race([arrived.promise, setTimeout(LOOK_EVERY_MS)])
      arrived = Promise.withResolvers<void>()
    },
    stop,
  }
}

function ending(job: Job): unknown {
  if (job.state === 'succeeded') return job.result
  const ways = [
    ...(job.resumable ? [`take it up again with “muniment jobs resume ${job.id}”`] : []),
    ...(job.undoable ? [`take back what it stored with “muniment jobs undo ${job.id}”`] : []),
    ...(job.droppable ? [`drop what it fetched with “muniment jobs undo ${job.id}”`] : []),
  ]
  const goOn = ways.length === 0 ? '' : ` You can ${ways.join(', or ')}.`
  if (job.state === 'cancelled') throw new MunimentError('CANCELLED', `Cancelled.${goOn}`)
  const code = ErrorCode.safeParse(job.problem?.code)
  const sentence = job.problem?.sentence ?? 'The job was interrupted. What it had stored is kept.'
  throw new MunimentError(code.success ? code.data : 'UNEXPECTED', `${sentence}${goOn}`)
}
