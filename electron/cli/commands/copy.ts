// Makes a copy of a vault to read, also while somebody has it open.
import { resolve } from 'node:path'
import { z } from 'zod'
import { copyToRead } from '../../core/copy-to-read.ts'
import { type CommandFile, example } from '../command.ts'
import { unlock } from '../vault/connection.ts'
import { vaultFolder } from '../vault/open-vault.ts'

const Input = z.object({ DIR: z.string().min(1) })

export default ((program, runner) => {
  program
    .command('copy')
    .description(
      'Makes a copy that can be read and never changed, whoever has the vault open; the vault is told of it.',
    )
    .argument('<DIR>', 'the folder of the copy; it must be empty or not exist yet')
    .addHelpText('after', example('muniment --vault /srv/Oakland.muniment copy Oakland-to-read.muniment'))
    .action(
      runner.alone(Input, async (surroundings, { DIR }, options) => {
        const folder = vaultFolder(surroundings, options.vault)
        const target = resolve(surroundings.folder, DIR)
        await unlock(folder, surroundings, options.vaultPassphraseFile)
        await copyToRead(folder, target, surroundings)
        return {
          value: { folder: target, of: folder },
          lines: [`${DIR}: a copy of ${folder} to read. “muniment --vault ${DIR} records” searches it.`],
        }
      }),
    )
}) satisfies CommandFile
