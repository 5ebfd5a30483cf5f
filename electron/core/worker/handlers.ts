// What the writer runs, found by folder: adding a command or a batch touches no other file. Loaded before it is asked for, because a
// transaction cannot wait.
import type { Batch } from '../job/define.ts'
import type { CommandHandler } from '../vault/handler.ts'
import { nameOfFile } from './file-name.ts'

const commandModules = import.meta.glob<CommandHandler>('../*/commands/*.ts', { import: 'default', eager: true })
const batchModules = import.meta.glob<Batch<unknown, unknown>>('../*/batches/*.ts', { import: 'default', eager: true })

/** Every command by operation name. */
export const commands: ReadonlyMap<string, CommandHandler> = byName(commandModules, (handler) => handler.operation.name)
/** Every batch by its name. */
export const batches: ReadonlyMap<string, Batch<unknown, unknown>> = byName(batchModules, (batch) => batch.name)

function byName<Handler>(
  modules: Record<string, Handler>,
  name: (handler: Handler) => string,
): ReadonlyMap<string, Handler> {
  const handlers = new Map<string, Handler>()
  for (const [path, handler] of Object.entries(modules)) {
    if (name(handler) !== nameOfFile(path)) throw new Error(`${path} should be named after ${name(handler)}`)
    handlers.set(name(handler), handler)
  }
  return handlers
}
