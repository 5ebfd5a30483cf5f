// One build at a time in one tree: two test runs started together must not write the same out/ folder.
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'

/**
 * Runs the work while holding the lock file; waits for a living holder, and takes over from a dead one.
 *
 * @param file made for the time of the work, holding the number of this process; its folder must exist
 */
export async function withBuildLock(file: string, work: () => Promise<void>): Promise<void> {
  while (!acquire(file)) {
    if (!holderLives(file)) rmSync(file, { force: true })
    await setTimeout(100)
  }
  try {
    await work()
  } finally {
    rmSync(file, { force: true })
  }
}

function acquire(file: string): boolean {
  // A link appears with its content at once; a file opened and then written could be read while still empty.
  const own = `${file}-${process.pid}`
  writeFileSync(own, String(process.pid))
  try {
    linkSync(own, file)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  } finally {
    rmSync(own, { force: true })
  }
}

function holderLives(file: string): boolean {
  try {
    return process.kill(Number(readFileSync(file, 'utf8')), 0)
  } catch (error) {
    // Another user's process may not be asked, but it lives.
    return codeOf(error) === 'EPERM'
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
