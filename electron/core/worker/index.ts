// The entry of every worker thread: one role each.
import { parentPort, workerData } from 'node:worker_threads'
import { holdKey } from '../vault/cipher/keyring.ts'
import type { WorkerStart } from './protocol.ts'

if (parentPort === null) throw new Error('a worker is started by the archive, not by hand')

// Only the archive starts this file, with data of this shape.
const start = workerData as WorkerStart
if (start.key !== null) holdKey(start.folder, start.key)
// Each role loads what it needs and no more.
if (start.role === 'writer') (await import('./writer.ts')).startWriter(parentPort, start)
else if (start.role === 'reader') (await import('./reader.ts')).startReader(parentPort, start.folder)
else await (await import('./run-job.ts')).startJob(parentPort, start.folder, start.job)
