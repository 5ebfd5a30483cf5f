// Restores a backup into a new folder, with what was destroyed or held since.
import { resolve } from 'node:path'
import { z } from 'zod'
import { type CommandFile, example } from '../command.ts'
import { UsageError } from '../failure.ts'
import { bytes, counted } from '../text/number.ts'

const Input = z.object({
  BACKUP: z.string().min(1),
  to: z.string().min(1),
  after: z.string().min(1).optional(),
  nothingLater: z.boolean().default(false),
})

export default ((program, runner) => {
  program
    .command('restore')
    .description(
      'Restores a backup into a new folder. What was destroyed or held since is taken over before anybody can search.',
    )
    .argument('<BACKUP>', 'the folder of the backup')
    .requiredOption('--to <folder>', 'the new folder; it must be empty or not exist yet')
    .option('--after <vault>', 'the vault as it was last: its later destructions and holds are taken over')
    .option('--nothing-later', 'there is no such vault any more: what was destroyed since comes back')
    .addHelpText(
      'after',
      example('muniment restore backup-2026-11 --to Oakland-restored.muniment --after Oakland.muniment'),
    )
    .action(
      runner.alone(Input, async (surroundings, { BACKUP, to, after, nothingLater }) => {
        if ((after === undefined) !== nothingLater) {
          throw new UsageError(
            'Say which vault tells what was destroyed and held since (--after VAULT), or that there is none any more (--nothing-later).',
          )
        }
        // What destroys and searches is loaded by this command alone.
        const { restoreVault } = await import('../../core/restore-vault.ts')
        const folder = (path: string) => resolve(surroundings.folder, path)
        const later = after === undefined ? null : folder(after)
        const value = await restoreVault({ backup: folder(BACKUP), target: folder(to), later }, surroundings)
        return {
          value: { folder: to, ...value },
          lines: [
            `${to}: ${counted(value.files, 'file')}, ${bytes(value.bytes)}.`,
            ...value.destructions.map(
              ({ certificate, records }) =>
                `Destroyed again under certificate ${certificate}: ${counted(records, 'record')}.`,
            ),
            ...value.holds.map((label) => `Held again: ${label}.`),
          ],
        }
      }),
    )
}) satisfies CommandFile
