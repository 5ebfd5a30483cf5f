// A capture whose program is killed in its middle, and that is taken up again.
import { expect, vi } from 'vitest'
import { z } from 'zod'
import { captureRun } from '../../shared/contract/capture.ts'
import { jobResume, jobShow } from '../../shared/contract/job.ts'
import { CommandId, JobId, PersonId } from '../../shared/domain/id.ts'
import type { TestArchive } from './archive.ts'

const PATIENCE = { timeout: 90_000, interval: 50 }

/** Begins a capture as the clerk. Returns its job at once. */
export async function beginCapture({ archive }: TestArchive, order: z.input<typeof captureRun.input>): Promise<JobId> {
  const context = { command: CommandId.parse(crypto.randomUUID()), actor: PersonId.parse('clerk') }
  const begun = await archive.call('capture.run', order, { ...context, signal: new AbortController().signal })
  return z.object({ job: JobId }).parse(begun).job
}

/** Waits for a moment, closes the archive as if it was killed, and opens it again. */
export async function killedAt(vault: TestArchive, job: JobId, moment: () => void): Promise<TestArchive> {
  await vi.waitFor(moment, PATIENCE)
  const again = await vault.reopen()
  expect(await again.call(jobShow, { id: job })).toMatchObject({ state: 'interrupted', resumable: true })
  return again
}

/** Takes it up and waits for its end. */
export async function resumedCapture(vault: TestArchive, id: JobId) {
  await vault.call(jobResume, { id })
  const { result } = await vi.waitFor(async () => {
    const job = await vault.call(jobShow, { id })
    expect(job.state, job.problem?.sentence).toBe('succeeded')
    return job
  }, PATIENCE)
  return captureRun.output.parse(result)
}
