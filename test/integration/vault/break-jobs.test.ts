// Jobs at the moments that are hard to hit: just begun, and just ended on a full disk.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import beginBatch from '../../../electron/core/intake/batches/intake.begin.ts'
import { insertJob, jobStart } from '../../../electron/core/vault/repository/job.ts'
import { jobEnds } from '../../../electron/core/worker/job-ends.ts'
import { JobId } from '../../../shared/domain/id.ts'
import { Job } from '../../../shared/domain/job.ts'
import { Instant } from '../../../shared/domain/time.ts'
import { digest, memoryCatalog } from '../../support/catalog.ts'

const id = JobId.parse('0123456789abcdef01234567')
const actor = { person: null, osUser: 'tester', machine: 'desk' }
const now = Instant.parse(1000)

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('an import has its checkpoint from the very transaction that writes its accession down', () => {
  const db = memoryCatalog(0)
  insertJob(db, { id, kind: 'intake.import', label: '', input: {}, actor, seed: digest('seed'), at: now })
  const context = {
    db,
    folder: '',
    now,
    actor,
    note: () => {},
    revoke: () => {},
    afterwards: () => {},
    random: (bytes: number) => new Uint8Array(bytes),
  }
  const packages = [{ id: 'p', part: 0, name: 'export.zip', form: 'zip' as const, size: 1, digest: digest('package') }]
  const begun = beginBatch.run(context, {
    job: id,
    accession: { account: 1, platform: 'x', layout: 'current', parser: 'x/1', generatedAt: null, packages },
    members: [],
    leftOut: [],
    inside: [],
    attorney: null,
    mapping: null,
    checkpoint: {
      platform: 'x',
      stage: 'media',
      mediaDone: 0,
      file: 0,
      position: 0,
      findings: [],
      unlisted: {},
      merkle: { leaves: 0, peaks: [] },
      media: { named: 0, missing: 0 },
    },
  })
  expect(jobStart(db, id)?.checkpoint).toEqual(begun)
  expect(db.all('SELECT id FROM accession')).toEqual([{ id: begun.accession }])
})

test('an end that cannot be written is told all the same, and written once there is room', async () => {
  const written: unknown[] = []
  let full = true
  const ends = jobEnds(async (end) => {
    if (full) throw new Error('database or disk is full')
    written.push(end)
  })
  const problem = { code: 'DISK_FULL', sentence: 'The disk is full.' }
  const end = { id, kind: 'vault.verify', state: 'failed' as const, result: null, problem }
  await ends.tell(end)
  expect(ends.onto(running)).toMatchObject({ state: 'failed', problem })
  await vi.advanceTimersByTimeAsync(3500)
  expect(written).toEqual([])
  full = false
  await vi.advanceTimersByTimeAsync(3500)
  expect(written).toEqual([end])
  expect(ends.onto(running)).toEqual(running)
})

const running = Job.parse({
  id,
  kind: 'vault.verify',
  label: '',
  state: 'running',
  stage: 'files',
  done: 0,
  total: null,
  unit: 'files',
  rate: null,
  secondsLeft: null,
  createdAt: 1,
  startedAt: 1,
  endedAt: null,
  result: null,
  problem: null,
  resumable: false,
  undoable: false,
  droppable: false,
})
