// Every operation of the contract, found by folder, so that the main thread knows whom to ask.
import type { Operation } from '../../../shared/contract/define.ts'

const modules = import.meta.glob<Record<string, unknown>>('../../../shared/contract/*.ts', { eager: true })

/** Operations by name. */
export const operations: ReadonlyMap<string, Operation> = new Map(
  Object.values(modules)
    .flatMap((module) => Object.values(module))
    .filter(isOperation)
    .map((operation) => [operation.name, operation]),
)

function isOperation(value: unknown): value is Operation {
  return typeof value === 'object' && value !== null && 'kind' in value && 'summary' in value && 'input' in value
}
