// Backs the vault up, also beside an open app.
import { z } from 'zod'
import { vaultBackup } from '../../../shared/contract/vault.ts'
import { type CommandFile, example } from '../command.ts'
import { bytes, counted } from '../text/number.ts'

const Input = z.object({ DIR: z.string().min(1) })

export default ((program, runner) => {
  program
    .command('backup')
    .description('Copies the vault, checked and consistent, into a new folder while it stays open.')
    .argument('<DIR>', 'the folder of the backup; it must be empty or not exist yet')
    .addHelpText('after', example('muniment backup /mnt/backup/Oakland-2026-11-23.muniment'))
    .action(
      runner.inVault(Input, async ({ vault }, { DIR }) => {
        const copied = await vault.run(vaultBackup, { to: await vault.grant(DIR, 'write') })
        return {
          value: { ...copied, folder: DIR },
          lines: [
            `${DIR}: ${counted(copied.files, 'file')}, ${bytes(copied.bytes)}. SHA-256 of its catalog: ${copied.catalogDigest}`,
          ],
        }
      }),
    )
}) satisfies CommandFile
