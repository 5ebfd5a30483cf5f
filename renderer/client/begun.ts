// One job that a button began: whether it runs, and how it ended.
import { useState } from 'react'
import type { z } from 'zod'
import type { Operation } from '../../shared/contract/define.ts'
import type { Refusal } from '../../shared/contract/error.ts'
import type { JobId } from '../../shared/domain/id.ts'
import { useAction } from './action.ts'
import { start } from './call.ts'
import { isUnderWay, useJobs } from './jobs.ts'

interface Begun<Arguments extends unknown[], Output> {
  /** Begins it. */
  readonly go: (...values: Arguments) => void
  readonly busy: boolean
  readonly result: Output | undefined
  readonly refusal: Pick<Refusal, 'sentence'> | null
}

/** @param input settles what it is begun with: files are chosen here; null begins nothing */
export function useJob<Input extends z.ZodType, Output extends z.ZodType, Arguments extends unknown[]>(
  operation: Operation<string, 'job', Input, Output>,
  input: (...values: Arguments) => Promise<z.input<Input> | null>,
): Begun<Arguments, z.output<Output>> {
  const [begun, setBegun] = useState<JobId | null>(null)
  const job = useJobs()?.find(({ id }) => id === begun)
  const beginning = useAction(async (...values: Arguments) => {
    const settled = await input(...values)
    if (settled !== null) setBegun(await start(operation, settled))
  })
  return {
    go: (...values) => void beginning.go(...values),
    busy: beginning.busy || (begun !== null && (job === undefined || isUnderWay(job))),
    result: job?.state === 'succeeded' ? operation.output.safeParse(job.result).data : undefined,
    refusal: beginning.refusal ?? job?.problem ?? null,
  }
}
