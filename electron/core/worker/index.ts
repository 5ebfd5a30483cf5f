// The entry of every worker thread: one role each.
import { parentPort, workerData } from 'node:worker_threads'
import type { WorkerStart } from './protocol.ts'
import { startReader } from './reader.ts'
import { startJob } from './run-job.ts'
import { startWriter } from './writer.ts'

if (parentPort === null) throw new Error('a worker is started by the archive, not by hand')

// Only the archive starts this file, with data of this shape.
const start = workerData as WorkerStart
if (start.role === 'writer') startWriter(parentPort, start)
else if (start.role === 'reader') startReader(parentPort, start.folder)
else await startJob(parentPort, start.folder, start.job)
