// A folder in memory for what tests write: the code under test waits for the disk after each commit (synchronous=FULL), and a suite of
// thousands of commits waits for minutes where a real disk answers them.
import { mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'

const memory = '/dev/shm'
/** The suite leaves less than 2 GB at any moment; a container may have given its memory disk 64 MB. */
const roomNeeded = 6e9

/**
 * Points the temporary folder of this process and of those that it starts at a memory disk, where there is one with room and nobody chose
 * a folder. Its content goes with the process.
 */
export function writeToQuickDisk(): void {
  if (process.env.TMPDIR !== undefined || !hasRoom()) return
  const folder = mkdtempSync(join(memory, 'muniment-tests-'))
  process.env.TMPDIR = folder
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
}

function hasRoom(): boolean {
  try {
    const disk = statfsSync(memory)
    return disk.bavail * disk.bsize >= roomNeeded
  } catch {
    return false
  }
}
