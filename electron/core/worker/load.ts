// Everything that answers or does something, found by folder and loaded when first asked for: adding an operation touches no other
// file, parsers and PDF and image libraries come only into the threads that need them, and a vault opens at once.
import type { Batch, JobHandler } from '../job/define.ts'
import type { CommandHandler, QueryHandler } from '../vault/handler.ts'
import { nameOfFile } from './file-name.ts'

type Modules<Handler> = Record<string, () => Promise<Handler>>
type AnyBatch = Batch<unknown, unknown>
type Answers = { readonly operation: { readonly name: string } }

const queryModules: Modules<QueryHandler> = import.meta.glob<QueryHandler>('../*/queries/*.ts', { import: 'default' })
const jobModules: Modules<JobHandler> = import.meta.glob<JobHandler>('../*/jobs/*.ts', { import: 'default' })
const commandModules: Modules<CommandHandler> = import.meta.glob<CommandHandler>('../*/commands/*.ts', {
  import: 'default',
})
const batchModules: Modules<AnyBatch> = import.meta.glob<AnyBatch>('../*/batches/*.ts', { import: 'default' })

/** The query of an operation; undefined where there is none. */
export const loadQuery = loader(queryModules, nameOfOperation)
/** The job of an operation; undefined where there is none. */
export const loadJob = loader(jobModules, nameOfOperation)
/** The command of an operation; undefined where there is none. */
export const loadCommand = loader(commandModules, nameOfOperation)
/** A batch by its name; undefined where there is none. */
export const loadBatch = loader(batchModules, (batch) => batch.name)

function nameOfOperation(handler: Answers): string {
  return handler.operation.name
}

function loader<Handler>(modules: Modules<Handler>, nameOf: (handler: Handler) => string) {
  const byName = new Map(Object.entries(modules).map(([path, load]) => [nameOfFile(path), load]))
  return async (name: string): Promise<Handler | undefined> => {
    const handler = await byName.get(name)?.()
    if (handler && nameOf(handler) !== name)
      throw new Error(`The file ${name}.ts should be named after ${nameOf(handler)}`)
    return handler
  }
}
