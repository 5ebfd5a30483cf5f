// Everything received.
import { accessionList } from '../../../shared/contract/intake.ts'
import { accountList } from '../../../shared/contract/people.ts'
import { type CommandFile, example } from '../command.ts'
import { Nothing } from '../input/schemas.ts'
import { bytes, count, when } from '../text/number.ts'
import { table } from '../text/table.ts'

export default ((program, runner) => {
  program
    .command('accessions')
    .description('Lists everything received, newest first.')
    .addHelpText('after', example('muniment accessions'))
    .action(
      runner.inVault(Nothing, async ({ vault }) => {
        const accessions = await vault.ask(accessionList, {})
        const handles = new Map((await vault.ask(accountList, {})).map(({ id, handle }) => [id, handle]))
        const lines = table(accessions, [
          { title: 'No.', value: ({ id }) => String(id), side: 'right' },
          { title: 'Received', value: ({ receivedAt }) => when(receivedAt, vault.about.zone) },
          { title: 'Account', value: ({ account, platform }) => `${platform}:${handles.get(account) ?? account}` },
          { title: 'State', value: ({ state }) => state },
          { title: 'New records', value: ({ records }) => count(records), side: 'right' },
          { title: 'Unexplained', value: ({ unexplained }) => count(unexplained), side: 'right' },
          {
            title: 'Size',
            value: ({ packages }) => bytes(packages.reduce((sum, { size }) => sum + size, 0)),
            side: 'right',
          },
          { title: 'Files', value: ({ packages }) => packages.map(({ name }) => name).join(', '), most: 48 },
        ])
        return {
          value: accessions,
          lines: lines.length > 0 ? lines : ['Nothing has been received yet: “muniment import”.'],
        }
      }),
    )
}) satisfies CommandFile
