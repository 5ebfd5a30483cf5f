// A job's thread: parsing, inflating, hashing and rendering, with a reading connection and a port to the writer.
import { join } from 'node:path'
import type { MessagePort } from 'node:worker_threads'
import { MunimentError } from '../../../shared/contract/error.ts'
import type { JobContext, Progress } from '../job/define.ts'
import { keyStreams } from '../job/stream.ts'
import { openReader } from '../vault/catalog/open.ts'
import { turns } from './attention.ts'
import { loadJob } from './load.ts'
import { yieldToOthers } from './low-priority.ts'
import { progressReports } from './progress-reports.ts'
import type { BatchAnswer, BatchMessage, FromJob, JobStart } from './protocol.ts'
import { refusalOf, unknownOperation } from './refusal.ts'

/** Runs one job to its end; the main thread aborts it by a message `abort`. */
export async function startJob(port: MessagePort, folder: string, start: JobStart): Promise<void> {
  yieldToOthers()
  const send = (message: FromJob) => port.postMessage(message)
  const abort = new AbortController()
  port.on('message', () => abort.abort())
  const db = openReader(join(folder, 'catalog.sqlite'))
  const progress = progressReports((latest) => send({ type: 'progress', progress: latest }))
  const context: JobContext = {
    id: start.id,
    db,
    folder,
    dataFolders: start.dataFolders,
    files: (grant) => start.files[grant],
    browser: start.browser,
    credential: (account) => start.credentials[account] ?? null,
    classifyBrought: async (job, brought) =>
      (await import('../retention/classify/brought.ts')).classifyBrought(job, brought),
    signal: abort.signal,
    actor: start.actor,
    startedAt: start.startedAt,
    checkpoint: start.checkpoint,
    random: keyStreams(start.seed),
    progress: progress.report,
    write: batchWriter(start.writer, turns(start.attention), progress),
  }
  try {
    const handler = await loadJob(start.operation)
    if (!handler) throw unknownOperation(start.operation)
    const result = await handler.run(context, start.input)
    progress.flush()
    send({ type: 'done', result })
  } catch (error) {
    progress.flush()
    send({ type: 'failed', refusal: refusalOf(error) })
  } finally {
    db.close()
    start.writer.close()
    port.close()
  }
}

function batchWriter(
  writer: MessagePort,
  turn: () => Promise<void>,
  progress: { latest: () => Progress | null },
): JobContext['write'] {
  const waiting = new Map<number, (answer: BatchAnswer) => void>()
  let calls = 0
  writer.on('message', (answer: BatchAnswer) => {
    waiting.get(answer.call)?.(answer)
    waiting.delete(answer.call)
  })
  return async <Payload, Result>(batch: { readonly name: string }, payload: Payload, checkpoint?: unknown) => {
    await turn()
    return new Promise<Result>((resolve, reject) => {
      const call = ++calls
      waiting.set(call, (answer) => {
        // The writer ran this very batch: its value is of the type the batch declares.
        if (answer.ok) resolve(answer.value as Result)
        else reject(new MunimentError(answer.refusal.code, answer.refusal.sentence))
      })
      const saved = checkpoint === undefined ? null : { value: checkpoint, progress: progress.latest() }
      writer.postMessage({ call, batch: batch.name, payload, checkpoint: saved } satisfies BatchMessage)
    })
  }
}
