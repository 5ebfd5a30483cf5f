// Queries and jobs, found by folder and loaded when first asked for: parsers and PDF and image libraries come only into the threads that
// need them, so that a vault opens at once.
import type { JobHandler } from '../job/define.ts'
import type { QueryHandler } from '../vault/handler.ts'
import { nameOfFile } from './file-name.ts'

type Modules<Handler> = Record<string, () => Promise<Handler>>

const queryModules: Modules<QueryHandler> = import.meta.glob<QueryHandler>('../*/queries/*.ts', { import: 'default' })
const jobModules: Modules<JobHandler> = import.meta.glob<JobHandler>('../*/jobs/*.ts', { import: 'default' })

/** The query of an operation; undefined where there is none. */
export const loadQuery = loader(queryModules)
/** The job of an operation; undefined where there is none. */
export const loadJob = loader(jobModules)

function loader<Handler extends { readonly operation: { readonly name: string } }>(modules: Modules<Handler>) {
  const byName = new Map(Object.entries(modules).map(([path, load]) => [nameOfFile(path), load]))
  return async (operation: string): Promise<Handler | undefined> => {
    const handler = await byName.get(operation)?.()
    if (handler && handler.operation.name !== operation)
      throw new Error(`The file ${operation}.ts should be named after ${handler.operation.name}`)
    return handler
  }
}
