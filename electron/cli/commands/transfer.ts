// A copy for the archive: records of permanent and historical series as a BagIt bag.
import { z } from 'zod'
import { transferMake } from '../../../shared/contract/transfer.ts'
import { type CommandFile, example } from '../command.ts'
import { mustNotExist } from '../input/file.ts'
import { bytes, count, counted } from '../text/number.ts'

const Input = z.object({ search: z.string().min(1), out: z.string().min(1) })

export default ((program, runner) => {
  program
    .command('transfer')
    .description(
      'Copies records of permanent and historical series for the archive, as a BagIt bag. The vault keeps them.',
    )
    .requiredOption('--search <query>', 'the records, such as series:CC-1')
    .requiredOption('--out <folder>', 'the bag to write')
    .addHelpText(
      'after',
      example(
        'muniment transfer --search series:CC-1 --out Bag-2026',
        'cd Bag-2026 && sha256sum -c manifest-sha256.txt',
      ),
    )
    .action(
      runner.inVault(Input, async ({ vault, surroundings }, { search, out }) => {
        mustNotExist(surroundings.folder, out)
        const made = await vault.run(transferMake, { search, to: await vault.grant(out, 'write') })
        return {
          value: made,
          lines: [
            `${counted(made.records, 'record')} with ${counted(made.media, 'media file')} in ${out}: ${counted(made.files, 'file')}, ${bytes(made.bytes)}.`,
            `Copy ${made.id}. SHA-256 of its manifest, for the archive’s receipt: ${made.digest}`,
            ...(made.leftOut > 0 ? [`${count(made.leftOut)} locked or restricted were left out.`] : []),
          ],
        }
      }),
    )
}) satisfies CommandFile
