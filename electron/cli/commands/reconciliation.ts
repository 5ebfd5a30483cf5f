// The reconciliation of one accession, shown or printed.
import { z } from 'zod'
import { MunimentError } from '../../../shared/contract/error.ts'
import { accessionPrint, accessionReconciliation } from '../../../shared/contract/intake.ts'
import { AccessionId } from '../../../shared/domain/id.ts'
import { type CommandFile, example } from '../command.ts'
import { mustNotExist } from '../input/file.ts'
import { Number1 } from '../input/schemas.ts'
import { counted } from '../text/number.ts'
import { reconciliationLines } from '../text/reconciliation.ts'

const Input = z.object({
  ACCESSION: Number1.pipe(AccessionId),
  all: z.boolean().default(false),
  print: z.string().min(1).optional(),
})

export default ((program, runner) => {
  program
    .command('reconciliation')
    .description('What an export claims, and what was read, stored, merged, passed over and unknown.')
    .argument('<ACCESSION>', 'its number, as “accessions” lists it')
    .option('--all', 'every file and finding')
    .option('--print <file>', 'write it as a PDF instead')
    .addHelpText('after', example('muniment reconciliation 1', 'muniment reconciliation 1 --print reconciliation.pdf'))
    .action(
      runner.inVault(Input, async ({ vault, surroundings }, { ACCESSION: accession, all, print }) => {
        const reconciliation = await vault.ask(accessionReconciliation, { accession })
        if (reconciliation === null) {
          throw new MunimentError(
            'INPUT_INVALID',
            `There is no finished accession ${accession}. “muniment accessions” lists them.`,
          )
        }
        const unexplained = reconciliation.totals.unexplained !== 0
        if (print === undefined) {
          return {
            value: reconciliation,
            lines: reconciliationLines(reconciliation, vault.about.zone, all),
            unexplained,
          }
        }
        mustNotExist(surroundings.folder, print)
        const { pages } = await vault.run(accessionPrint, { accession, to: await vault.grant(print, 'write') })
        return { value: { file: print, pages }, lines: [`${print}: ${counted(pages, 'page')}.`], unexplained }
      }),
    )
}) satisfies CommandFile
