// Everything that a clerk is warned of around a vault when it is opened.

import { resolve } from 'node:path'
import { readdirSync } from '../cipher/fs.ts'
import { conflictCopies } from './conflicts.ts'
import type { Place } from './judge.ts'
import { unfinishedCopies } from './unfinished.ts'
import { warningOf, warningOfConflicts, warningOfUnfinished } from './words.ts'

/** The sentences, none where all is well. */
export function warningsAround(folder: string, place: Place): string[] {
  return [
    warningOf(place),
    warningOfConflicts(conflictCopies(readdirSync(folder))),
    warningOfUnfinished(unfinishedCopies(resolve(folder))),
  ].filter((sentence) => sentence !== null)
}
