// Copies that were made for an archive, and the receipts that the archive signed for them.
import { z } from 'zod'
import { transferList, transferReceipt } from '../../../shared/contract/transfer.ts'
import { Digest } from '../../../shared/domain/id.ts'
import { type CommandFile, example } from '../command.ts'
import { readPaper } from '../input/file.ts'
import { Day, Nothing, Number1, Text } from '../input/schemas.ts'
import { count, counted, when } from '../text/number.ts'
import { table } from '../text/table.ts'

const Receipt = z.object({
  COPY: Number1,
  bag: Digest,
  archive: z.string().trim().min(1),
  signedBy: z.string().trim().min(1),
  title: Text,
  signedOn: Day,
  document: z.string().min(1),
})

export default ((program, runner) => {
  const transfers = program
    .command('transfers')
    .description('Copies for the archive that “transfer” made, and the receipts that the archive signed.')
    .addHelpText('after', example('muniment transfers list'))
  transfers
    .command('list')
    .description('Lists the copies with the digest of each bag, and who signed for it.')
    .addHelpText('after', example('muniment transfers list'))
    .action(
      runner.inVault(Nothing, async ({ vault }) => {
        const { zone } = vault.about
        const value = await vault.ask(transferList, {})
        if (value.length === 0) return { value, lines: ['No copy was made for an archive yet.'] }
        return {
          value,
          lines: table(value, [
            { title: 'Copy', value: ({ id }) => String(id), side: 'right' },
            { title: 'Bag', value: ({ name }) => name, most: 40 },
            { title: 'Made', value: ({ madeAt }) => when(madeAt, zone) },
            { title: 'Records', value: ({ records }) => count(records), side: 'right' },
            { title: 'In the vault', value: ({ inVault }) => count(inVault), side: 'right' },
            {
              title: 'Receipt',
              value: ({ receipt }) =>
                receipt === null ? 'none' : `${receipt.archive}, ${receipt.signedBy}, ${receipt.signedOn}`,
              most: 60,
            },
            { title: 'SHA-256 of the manifest', value: ({ bag }) => bag },
          ]),
        }
      }),
    )
  transfers
    .command('receipt')
    .description(
      'Records the receipt that the archive signed for a copy. The paper is kept; nothing is destroyed by it.',
    )
    .argument('<COPY>', 'its number, as “transfers list” lists it')
    .requiredOption('--bag <digest>', 'the SHA-256 of the manifest that the paper names')
    .requiredOption('--archive <name>', 'the archive that received it')
    .requiredOption('--signed-by <name>', 'who signed for the archive')
    .option('--title <text>', 'their title')
    .requiredOption('--signed-on <date>', 'the day on the paper')
    .requiredOption('--document <file>', 'the signed paper; you say with it that you have seen it')
    .addHelpText(
      'after',
      example(
        'muniment transfers receipt 1 --bag 9f86d0…0f00a08 --archive "County Archives" --signed-by "Ann Ito" --signed-on 2026-11-30 --document receipt.pdf --as rosa',
      ),
    )
    .action(
      runner.inVault(Receipt, async ({ vault, surroundings }, { COPY: id, document, ...signed }) => {
        const paper = readPaper(surroundings.folder, document)
        const value = await vault.ask(transferReceipt, { id, ...signed, document: paper })
        return {
          value,
          lines: [`Copy ${id}: the receipt for ${counted(value.records, 'record')} is recorded. The vault keeps them.`],
        }
      }),
    )
}) satisfies CommandFile
