// Under `accounts`: a register that was kept elsewhere, taken in.
import type { Command } from 'commander'
import { z } from 'zod'
import { accountAdd } from '../../shared/contract/people.ts'
import { registerRead } from '../../shared/contract/register.ts'
import { type Answer, type Context, example, type Runner } from './command.ts'
import { tableCsv } from './input/table.ts'
import { counted } from './text/number.ts'

const Input = z.object({
  FILE: z.string().min(1),
  column: z.array(z.string()).default([]),
  sheet: z.string().optional(),
  preview: z.boolean().default(false),
})

/** Adds the command below `accounts`. */
export function addRegister(accounts: Command, runner: Runner): void {
  accounts
    .command('import')
    .description(
      'Registers the accounts of a list that was kept elsewhere, as CSV or XLSX; those that are there stay as they are.',
    )
    .argument('<FILE>', 'a table with a line of headings')
    .option(
      '--column <field...>',
      'what each column is, in order: platform, handle, name, department, liaison, nativeId; “-” for none',
    )
    .option('--sheet <name>', 'the sheet of a workbook that has several')
    .option('--preview', 'only say what would be registered')
    .addHelpText('after', example('muniment accounts import register.xlsx --preview'))
    .action(runner.inVault(Input, takeIn))
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
