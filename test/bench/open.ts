// The built archive, as the app opens it.
import { randomBytes } from 'node:crypto'
import { join, resolve } from 'node:path'
import type { createVault as CreateVault, openArchive as OpenArchive } from '../../electron/core/archive.ts'
import type { BrowserProgram } from '../../electron/core/job/browser-program.ts'
import { Instant, Zone } from '../../shared/domain/time.ts'

const out = resolve(import.meta.dirname, '../../out/main')

/**
 * Opens a vault with the real clock, unless another is given, and real randomness; makes it first when asked to.
 * @param browser what captures pages, where any are
 */
export async function openBuilt(folder: string, make: boolean, browser?: BrowserProgram, clock = () => Date.now()) {
  const built: { openArchive: typeof OpenArchive; createVault: typeof CreateVault } = await import(
    join(out, 'archive.js')
  )
  const options = {
    clock: () => Instant.parse(clock()),
    random: (bytes: number) => new Uint8Array(randomBytes(bytes)),
  }
  if (make) built.createVault(folder, { city: 'City of Alder Bay', zone: Zone.parse('America/Los_Angeles') }, options)
  return built.openArchive(folder, {
    ...options,
    workerFile: join(out, 'worker.js'),
    osUser: 'bench',
    machine: 'bench',
    ...(browser && { browser }),
  })
}
