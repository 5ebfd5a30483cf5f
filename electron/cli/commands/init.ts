// Makes a new vault.
import { resolve } from 'node:path'
import { z } from 'zod'
import { Zone } from '../../../shared/domain/time.ts'
import { adviseOnPlace, createLockedVault, createVault } from '../../core/archive.ts'
import { readVaultFile } from '../../core/vault/about.ts'
import { type CommandFile, example } from '../command.ts'
import { LOST, Locks, locksOf, withLocks } from '../input/locks.ts'
import { printable } from '../text/printable.ts'

const Input = Locks.extend({ DIR: z.string().min(1), city: z.string().trim().min(1).max(200), zone: Zone })

export default ((program, runner) => {
  withLocks(program.command('init'))
    .description('Makes a new vault in a folder that is empty or does not exist yet.')
    .argument('<DIR>', 'the folder, such as Oakland.muniment')
    .requiredOption('--city <name>', 'the City whose records the vault keeps')
    .option('--zone <zone>', 'the City’s time zone', 'America/Los_Angeles')
    .addHelpText('after', example('muniment init Oakland.muniment --city "City of Oakland"'))
    .action(
      runner.alone(Input, async (surroundings, { DIR, city, zone, ...said }) => {
        const folder = resolve(surroundings.folder, DIR)
        const advice = await adviseOnPlace(folder, surroundings.place)
        if (advice !== null) surroundings.err.write(`${printable(advice)}\n`)
        const locked = said.passphraseFile !== undefined || said.makePassphrase || said.recoveryKey !== undefined
        const locks = locked ? await locksOf(surroundings, said, 'twice') : null
        if (locks === null) createVault(folder, { city, zone }, surroundings)
        else await createLockedVault(folder, { city, zone }, locks, surroundings)
        const made = said.makePassphrase && locks !== null ? locks.passphrase : null
        const { vaultId } = readVaultFile(folder)
        return {
          value: { folder, vaultId, city, zone, ...(locks !== null && { passphrase: made }) },
          lines: [
            `Made ${DIR}, the vault of ${city.replace(/^City/, 'the City')} (${zone}).`,
            ...(made === null ? [] : [`Passphrase ${made}`]),
            ...(locks === null ? [] : [LOST]),
          ],
        }
      }),
    )
}) satisfies CommandFile
