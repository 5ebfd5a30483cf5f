// What a clerk is told of the place of a vault, and which places are refused.
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { Place } from './judge.ts'

/** What is wrong with the place of a vault that is opened all the same, in words; null where nothing is. */
export function warningOf(place: Place): string | null {
  if (place.kind === 'synced') {
    return `This vault lies in ${place.service}, which copies files while they are in use: it can damage the vault, or make a second one of it when two computers have it open. Keep it open on one computer only, and move it to a folder of this computer that is not synchronised; a copy for safety is made under Settings, Safety.`
  }
  if (place.kind !== 'guest') return null
  return 'This vault lies in a folder that this computer has from another system on the same machine, where a database can be damaged. Open it from one of the two only, or move it to a disk of this one.'
}

/**
 * Lets no vault be made or opened on another computer's disk: SQLite's log needs memory that only processes of one computer share, so two
 * desks there would write over each other.
 * @param doing what was asked for: a vault made or opened
 * @throws MunimentError PLACE_UNSAFE; nothing is changed
 */
export function refuseNetwork(place: Place, doing: 'made' | 'opened'): void {
  if (place.kind !== 'network') return
  const next =
    doing === 'made'
      ? 'Choose a folder on a disk of this computer; backups may go to the network.'
      : 'Read a copy of it, or, while nobody has it open, copy the whole folder to a disk of this computer, open it there, and work with that one alone.'
  throw new MunimentError(
    'PLACE_UNSAFE',
    `That folder is on the disk of another computer, where a vault cannot be kept safely: two desks could write over each other. It was not ${doing}, and nothing was changed. ${next}`,
  )
}

/** Copies of a whole vault beside this one that were never finished, told by their paths; null where there are none. */
export function warningOfUnfinished(paths: readonly string[]): string | null {
  if (paths.length === 0) return null
  const list = paths.map((path) => `“${path}”`).join(', ')
  const [they, it, them] = paths.length === 1 ? ['lies', 'It holds', 'it'] : ['lie', 'They hold', 'them']
  return `Beside this vault ${they} what a restore, a backup or a move left when it was stopped: ${list}. ${it} records that can be read without a passphrase, and no later destruction reaches ${them}. Delete ${them}, or do it again to the same place, which clears ${them} away.`
}

/** Copies of the catalog that a synchronising program made, told by name; null where there are none. */
export function warningOfConflicts(names: readonly string[]): string | null {
  if (names.length === 0) return null
  const list = names.map((name) => `“${name}”`).join(', ')
  const they = names.length === 1 ? 'lies a copy of it' : 'lie copies of it'
  return `Beside the vault’s own files ${they} that a synchronising program makes when two computers changed the same file: ${list}. What was decided on the other computer may be in there and is not in this vault. Keep it until you have looked: open a copy of the vault with that file as catalog.sqlite. Two vaults cannot be joined; what is missing here has to be entered again.`
}
