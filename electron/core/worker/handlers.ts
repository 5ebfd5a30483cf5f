// Operations, batches and jobs found by folder: adding one touches no other file.
import type { Batch, JobHandler } from '../job/define.ts'
import type { CommandHandler, QueryHandler } from '../vault/handler.ts'

const queryModules = import.meta.glob<QueryHandler>('../*/queries/*.ts', { import: 'default', eager: true })
const commandModules = import.meta.glob<CommandHandler>('../*/commands/*.ts', { import: 'default', eager: true })
const batchModules = import.meta.glob<Batch<unknown, unknown>>('../*/batches/*.ts', { import: 'default', eager: true })
const jobModules = import.meta.glob<JobHandler>('../*/jobs/*.ts', { import: 'default' })

/** Every query by operation name. */
export const queries: ReadonlyMap<string, QueryHandler> = byName(queryModules, (handler) => handler.operation.name)
/** Every command by operation name. */
export const commands: ReadonlyMap<string, CommandHandler> = byName(commandModules, (handler) => handler.operation.name)
/** Every batch by its name. */
export const batches: ReadonlyMap<string, Batch<unknown, unknown>> = byName(batchModules, (batch) => batch.name)

/** Loads the job of an operation: PDF and image libraries come only into the thread that needs them. */
export async function loadJob(operation: string): Promise<JobHandler | undefined> {
  const path = Object.keys(jobModules).find((candidate) => fileName(candidate) === operation)
  return path === undefined ? undefined : await jobModules[path]?.()
}

function byName<Handler>(
  modules: Record<string, Handler>,
  name: (handler: Handler) => string,
): ReadonlyMap<string, Handler> {
  const handlers = new Map<string, Handler>()
  for (const [path, handler] of Object.entries(modules)) {
    if (name(handler) !== fileName(path)) throw new Error(`${path} should be named after ${name(handler)}`)
    handlers.set(name(handler), handler)
  }
  return handlers
}

function fileName(path: string): string {
  return path.replace(/^.*\/|\.ts$/g, '')
}
