// The jobs of a vault for a support file: how many of each kind ended how, and how long they took.
import type { Operation } from '../../../shared/contract/define.ts'
import { ErrorCode } from '../../../shared/contract/error.ts'
import type { SupportFile } from '../../../shared/contract/support.ts'
import { JobState } from '../../../shared/domain/job.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { jobTallies } from '../vault/repository/support.ts'

const contract = import.meta.glob<Record<string, Operation>>('../../../shared/contract/*.ts', { eager: true })
const operations = new Set(Object.values(contract).flatMap((module) => Object.values(module).map(({ name }) => name)))

/** Jobs by operation, state and code. Labels, inputs, results and sentences are not read at all. */
export function supportJobs(db: Driver): SupportFile['jobs'] {
  return jobTallies(db).map(({ kind, state, code, jobs, mean, most }) => ({
    operation: operations.has(kind) ? kind : 'other',
    state: JobState.safeParse(state).data ?? 'other',
    code: code === null ? null : (ErrorCode.safeParse(code).data ?? 'OTHER'),
    jobs,
    secondsMean: seconds(mean),
    secondsMost: seconds(most),
  }))
}

function seconds(ms: number | null): number | null {
  return ms === null ? null : Math.max(0, Math.round(ms) / 1000)
}
