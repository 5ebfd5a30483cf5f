// A copy of a whole vault while it is made, beside where it will lie: its maker holds a file in it, which is free again the moment that process
// ends. So a copy that is being made is told apart from one that was left when its maker was stopped, and nobody clears it away.

import { join } from 'node:path'
import { MunimentError } from '../../../shared/contract/error.ts'
import { existsSync, mkdirSync, rmSync } from './cipher/fs.ts'
import { rm } from './cipher/fs-promises.ts'
import { holdFile } from './lock.ts'

const HELD = 'being-made.sqlite'

/** Whether somebody is making a copy in a folder at this moment, in this process or another of this computer. */
export function isBeingMade(aside: string): boolean {
  const path = join(aside, HELD)
  if (!existsSync(path)) return false
  const lock = holdFile(path)
  lock?.release()
  return lock === null
}

/**
 * Makes a copy aside; what an earlier one that was stopped left there goes first. Whatever the work throws, nothing is left of it.
 * @param parts folders of the copy
 * @param work is given what it calls once all is there, before it puts the copy in its place
 * @throws MunimentError TARGET_EXISTS where another copy is being made there at this moment; and whatever the work throws
 */
export async function makeAside<Result>(
  aside: string,
  parts: readonly string[],
  work: (whole: () => void) => Promise<Result>,
): Promise<Result> {
  if (isBeingMade(aside)) {
    throw new MunimentError(
      'TARGET_EXISTS',
      `A copy of a vault is being made in ${aside} at this moment. Nothing was done; wait until it is there, or choose another place.`,
    )
  }
  await rm(aside, { recursive: true, force: true })
  let letGo = () => {}
  try {
    mkdirSync(aside, { recursive: true })
    const lock = holdFile(join(aside, HELD))
    letGo = () => {
      letGo = () => {}
      lock?.release()
      rmSync(join(aside, HELD), { force: true })
    }
    for (const part of parts) mkdirSync(join(aside, part), { recursive: true })
    return await work(() => letGo())
  } catch (error) {
    letGo()
    await rm(aside, { recursive: true, force: true })
    throw error
  }
}
