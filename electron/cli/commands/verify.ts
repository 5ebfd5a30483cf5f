// Verifies the vault.
import { vaultVerify } from '../../../shared/contract/vault.ts'
import { type CommandFile, example } from '../command.ts'
import { Nothing } from '../input/schemas.ts'
import { count, counted } from '../text/number.ts'
import { table } from '../text/table.ts'

export default ((program, runner) => {
  program
    .command('verify')
    .description(
      'Reads every object, package, record and ledger entry again. What is wrong is listed, and the exit code is then 1.',
    )
    .addHelpText('after', example('muniment verify'))
    .action(
      runner.inVault(Nothing, async ({ vault }) => {
        const report = await vault.run(vaultVerify, {})
        const whole = report.findings.length === 0
        return {
          value: report,
          lines: [
            ...table(Object.entries(report.checked), [
              { title: 'Checked', value: ([what]) => what },
              { title: 'How many', value: ([, many]) => count(many), side: 'right' },
            ]),
            ...report.findings.map(({ code, subject, sentence }) => `${code} ${subject}: ${sentence}`),
            whole
              ? 'Everything is as it was stored.'
              : `${counted(report.findings.length, 'finding')}; docs/verify.md explains the codes.`,
          ],
          unexplained: !whole,
        }
      }),
    )
}) satisfies CommandFile
