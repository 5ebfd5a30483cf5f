// The vault in a few lines.
import { vaultSummary } from '../../../shared/contract/vault.ts'
import { type CommandFile, example } from '../command.ts'
import { Nothing } from '../input/schemas.ts'
import { count } from '../text/number.ts'
import { facts } from '../text/table.ts'

export default ((program, runner) => {
  program
    .command('summary')
    .description('The city, how much of everything is kept, and what needs attention.')
    .addHelpText('after', example('muniment summary'))
    .action(
      runner.inVault(Nothing, async ({ vault }) => {
        const summary = await vault.ask(vaultSummary, {})
        return {
          value: summary,
          lines: [
            ...facts([
              ['City', summary.city],
              ['Time zone', summary.zone],
              ['Folder', vault.folder],
              ...Object.entries(summary.counts).map(([what, many]) => [what, count(many)] as const),
              ['ledger head', summary.ledgerHead ?? 'none yet'],
            ]),
            ...summary.interrupted.map(
              (job) => `Interrupted: “muniment jobs resume ${job}” or “muniment jobs undo ${job}”.`,
            ),
            ...summary.warnings,
          ],
        }
      }),
    )
}) satisfies CommandFile
