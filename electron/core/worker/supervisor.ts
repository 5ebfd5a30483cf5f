// Jobs in their threads: a short queue, one of a kind at a time, progress with rate and time left, cancel.
import { MessageChannel, Worker } from 'node:worker_threads'
import { type Refusal, toRefusal } from '../../../shared/contract/error.ts'
import type { Topic } from '../../../shared/domain/event.ts'
import type { JobId } from '../../../shared/domain/id.ts'
import type { Job, JobState } from '../../../shared/domain/job.ts'
import { Instant } from '../../../shared/domain/time.ts'
import jobBegin from '../job/batches/job.begin.ts'
import jobEnd from '../job/batches/job.end.ts'
import type { BrowserProgram } from '../job/browser-program.ts'
import type { Progress } from '../job/define.ts'
import { keyFor } from '../vault/cipher/keyring.ts'
import type { AttentionMark } from './attention.ts'
import { clockPort } from './clock-port.ts'
import type { CredentialTable } from './credentials.ts'
import { jobEnds } from './job-ends.ts'
import { waitForOneAnother } from './lanes.ts'
import { WORKER_LIMITS } from './limits.ts'
import { type Pace, paced } from './pace.ts'
import type { FromJob, GrantTable, JobStart, Stamp, WorkerStart } from './protocol.ts'
import type { Thread } from './thread.ts'

const AT_ONCE = 2

export interface SupervisorOptions {
  readonly folder: string
  readonly dataFolders: readonly string[]
  readonly workerFile: string
  readonly writer: Thread
  /** Set while somebody is at the keys. */
  readonly attention: AttentionMark
  readonly stamp: () => Stamp
  readonly clock: () => Instant
  readonly files: () => GrantTable
  readonly credentials: (operation: string) => CredentialTable
  readonly changed: (topics: readonly Topic[]) => void
  /** What captures pages, or null. */
  readonly browser: BrowserProgram | null
}

interface Running {
  readonly kind: string
  /** Null from its turn on until its thread is started. */
  worker: Worker | null
  readonly pace: Pace
  cancelled: boolean
}

type Queued = { readonly id: JobId; readonly kind: string }

export interface Supervisor {
  /** Starts a job as soon as it is its turn. */
  enqueue(id: JobId, kind: string): void
  /** Asks a job to stop at its next safe point. */
  cancel(id: JobId): void
  /** A job row with what only the running thread knows. */
  live(job: Job): Job
  /** Stops everything; running jobs are found interrupted at the next opening. */
  close(): Promise<void>
}

/** Runs jobs: at most two at once, never two that wait for one another. */
export function superviseJobs(options: SupervisorOptions): Supervisor {
  const queue: Queued[] = []
  const running = new Map<JobId, Running>()
  let closing = false

  const internal = (batch: string, payload: unknown) =>
    options.writer.call({ type: 'internal', batch, payload, stamp: options.stamp() })

  const ends = jobEnds((end) => internal(jobEnd.name, end))

  const next = () => {
    if (closing || running.size >= AT_ONCE) return
    const place = queue.findIndex((job) => ![...running.values()].some((one) => waitForOneAnother(one.kind, job.kind)))
    const [job] = place < 0 ? [] : queue.splice(place, 1)
    if (job) void run(job).finally(next)
  }

  const run = async ({ id, kind }: Queued) => {
    const port = new MessageChannel()
    const pace = paced()
    // Its place is taken before anything is waited for: two of a kind could slip in otherwise.
    const current: Running = { kind, worker: null, pace, cancelled: false }
    running.set(id, current)
    try {
      const begun = await jobRow(internal, id)
      if (closing) return
      // What a job writes is written by whoever asked for it.
      const stamp = { ...options.stamp(), actor: begun.actor }
      const start: JobStart = {
        ...begun,
        id,
        files: options.files(),
        browser: options.browser,
        dataFolders: options.dataFolders,
        credentials: options.credentials(kind),
        writer: port.port2,
        attention: options.attention,
      }
      const clock = clockPort(options.clock)
      options.writer.tell({ type: 'batches', port: port.port1, clock, job: id, stamp }, [port.port1, clock])
      const data: WorkerStart = { role: 'job', folder: options.folder, key: keyFor(options.folder), job: start }
      const worker = new Worker(options.workerFile, {
        workerData: data,
        transferList: [port.port2],
        resourceLimits: WORKER_LIMITS,
        // What a job leaves open on purpose is not closed at its end (trace/files.ts); Windows has no such locks, and keeps open files from going.
        trackUnmanagedFds: process.platform === 'win32',
      })
      current.worker = worker
      if (current.cancelled) worker.postMessage('abort')
      const end = await finished(worker, (progress) => {
        pace.report(progress)
        options.changed(['jobs'])
      })
      if (closing) return
      await ends.tell({ id, kind, ...toEnd(end, current.cancelled) })
    } catch (error) {
      await ends.tell({ id, kind, ...toEnd({ type: 'failed', refusal: toRefusal(error) }, false) })
    } finally {
      running.delete(id)
      options.changed(['jobs'])
    }
  }

  return {
    enqueue: (id, kind) => {
      queue.push({ id, kind })
      queueMicrotask(next)
    },
    cancel: (id) => {
      const waiting = queue.findIndex((job) => job.id === id)
      const [job] = waiting < 0 ? [] : queue.splice(waiting, 1)
      if (job) void ends.tell({ ...job, state: 'cancelled', result: null, problem: null })
      const current = running.get(id)
      if (!current) return
      current.cancelled = true
      current.worker?.postMessage('abort')
    },
    live: (job) => running.get(job.id)?.pace.onto(job) ?? ends.onto(job),
    close: async () => {
      closing = true
      ends.stop()
      await Promise.all([...running.values()].map(({ worker }) => worker?.terminate()))
    },
  }
}

async function jobRow(internal: (batch: string, payload: unknown) => Promise<unknown>, id: JobId) {
  // The writer answers with what this very batch declares.
  const begun = (await internal(jobBegin.name, { id })) as ReturnType<typeof jobBegin.run>
  if (begun === null || begun.startedAt === null) throw new Error('the job was not written down')
  return {
    operation: begun.kind,
    input: begun.input,
    actor: begun.actor,
    seed: begun.seed,
    checkpoint: begun.checkpoint,
    startedAt: Instant.parse(begun.startedAt),
  }
}

type End = Extract<FromJob, { type: 'done' | 'failed' }>

function finished(worker: Worker, progress: (progress: Progress) => void): Promise<End> {
  return new Promise((resolve) => {
    worker.on('message', (message: FromJob) => {
      if (message.type === 'progress') progress(message.progress)
      else resolve(message)
    })
    worker.once('error', (error) => resolve({ type: 'failed', refusal: toRefusal(error) }))
    worker.once('exit', () => resolve({ type: 'failed', refusal: died }))
  })
}

const died: Refusal = {
  code: 'UNEXPECTED',
  sentence: 'The job ended without a word. What it had stored is kept; resume or undo it.',
}

function toEnd(end: End, cancelled: boolean): { state: JobState; result: unknown; problem: Job['problem'] } {
  if (end.type === 'done') return { state: 'succeeded', result: end.result, problem: null }
  return { state: cancelled ? 'cancelled' : 'failed', result: null, problem: end.refusal }
}
