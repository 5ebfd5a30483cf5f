// Under `accounts`: a register that was kept elsewhere, taken in, and the register written out.
import type { Command } from 'commander'
import { z } from 'zod'
import { listWrite } from '../../shared/contract/list.ts'
import { accountAdd, accountList } from '../../shared/contract/people.ts'
import { registerRead } from '../../shared/contract/register.ts'
import type { Account } from '../../shared/domain/account/account.ts'
import { platformName } from '../../shared/text/names.ts'
import { type Answer, type Context, example, type Runner } from './command.ts'
import { mustNotExist } from './input/file.ts'
import { listFormat } from './input/list-format.ts'
import { tableCsv } from './input/table.ts'
import { counted } from './text/number.ts'

const Input = z.object({
  FILE: z.string().min(1),
  column: z.array(z.string()).default([]),
  sheet: z.string().optional(),
  preview: z.boolean().default(false),
})

const Export = z.object({ FILE: z.string().min(1) })

/** The columns, under headings by which the register is read again. */
const columns: readonly { readonly title: string; readonly value: (account: Account) => string }[] = [
  { title: 'Platform', value: ({ platform }) => platformName(platform) },
  { title: 'Handle', value: ({ handle }) => handle },
  { title: 'Name', value: ({ name }) => name },
  { title: 'Department', value: ({ department }) => department },
  { title: 'Liaison', value: ({ liaison }) => liaison },
  { title: 'Personal account of', value: ({ personal }) => personal ?? '' },
  { title: 'Account id', value: ({ nativeId }) => nativeId ?? '' },
]

/** Adds the commands below `accounts`. */
export function addRegister(accounts: Command, runner: Runner): void {
  accounts
    .command('import')
    .description(
      'Registers the accounts of a list that was kept elsewhere, as CSV or XLSX; those that are there stay as they are.',
    )
    .argument('<FILE>', 'a table with a line of headings')
    .option(
      '--column <field...>',
      'what each column is, in order: platform, handle, name, department, liaison, personal, nativeId; “-” for none',
    )
    .option('--sheet <name>', 'the sheet of a workbook that has several')
    .option('--preview', 'only say what would be registered')
    .addHelpText('after', example('muniment accounts import register.xlsx --preview'))
    .action(runner.inVault(Input, takeIn))
  accounts
    .command('export')
    .description('Writes the register as CSV, XLSX or PDF, by the ending of the file; it can be taken in again.')
    .argument('<FILE>', 'the file to write')
    .addHelpText('after', example('muniment accounts export accounts.csv'))
    .action(runner.inVault(Export, write))
}

async function takeIn({ vault, surroundings }: Context, input: z.output<typeof Input>): Promise<Answer> {
  const csv = await tableCsv(vault, surroundings.folder, input.FILE, input.sheet)
  const columns = input.column.length === 0 ? null : input.column.map((one) => (one === '-' ? null : one))
  const read = await vault.ask(registerRead, { csv, columns })
  if (!input.preview) for (const draft of read.accounts) await vault.ask(accountAdd, draft)
  const done = input.preview ? 'would be registered' : 'registered'
  return {
    value: read,
    lines: [
      `${counted(read.accounts.length, 'account')} ${done}, ${counted(read.known, 'row')} known before.`,
      ...read.problems,
    ],
    unexplained: read.problems.length > 0,
  }
}

async function write({ vault, surroundings }: Context, { FILE }: z.output<typeof Export>): Promise<Answer> {
  const format = listFormat(FILE)
  mustNotExist(surroundings.folder, FILE)
  const accounts = await vault.ask(accountList, {})
  const value = await vault.run(listWrite, {
    title: 'Accounts',
    columns: columns.map(({ title }) => ({ title, number: false })),
    rows: accounts.map((account) => columns.map(({ value: cell }) => cell(account))),
    format,
    to: await vault.grant(FILE, 'write'),
  })
  return { value, lines: [`${counted(value.rows, 'account')} written to ${FILE}.`] }
}
