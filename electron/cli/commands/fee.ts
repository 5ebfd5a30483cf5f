// Fees for copies: drawn up by the schedule in force, invoiced, paid, waived.
import { z } from 'zod'
import { FeeChoice, feeDraft, feeInvoice, feeList, feeSettle } from '../../../shared/contract/fee.ts'
import { RequestId } from '../../../shared/domain/id.ts'
import { dollars, feeTotal } from '../../../shared/domain/request/fee.ts'
import { type CommandFile, example } from '../command.ts'
import { readJson } from '../input/file.ts'
import { Day, Number1 } from '../input/schemas.ts'
import { table } from '../text/table.ts'

const ID = RequestId
const List = z.object({ ID, on: Day })
const Draft = z.object({ ID, FILE: z.string().min(1), number: Number1.optional() })
const Invoice = z.object({ ID, NUMBER: Number1, on: Day })
const Settle = Invoice.extend({ how: z.enum(['paid', 'waived']), words: z.string().trim().min(1) })

const id = 'the City’s number of the request'
const draftHelp = `
FILE is JSON, a list: [{ "line": 0, "quantity": 12 }]. “line” counts the lines of the schedule in force from 0.
Programming also needs "because" and "attorney", a City attorney in the register (Gov. Code 7922.575(b)).`

export default ((program, runner) => {
  const fee = program
    .command('fee')
    .description('Fees for copies. Searching, review, redaction and inspection cost nothing.')
    .addHelpText('after', example('muniment fee list 26-0007 --on 2026-11-20'))
  fee
    .command('list')
    .description('Lists what a requester was asked to pay, and the schedule in force on a day.')
    .argument('<ID>', id)
    .requiredOption('--on <date>', 'the day')
    .addHelpText('after', example('muniment fee list 26-0007 --on 2026-11-20'))
    .action(
      runner.inVault(List, async ({ vault }, { ID: request, on }) => {
        const value = await vault.ask(feeList, { request, on })
        const lines = [
          ...table(value.fees, [
            { title: 'Number', value: ({ number }) => String(number), side: 'right' },
            { title: 'Stands', value: ({ state }) => state },
            { title: 'Total', value: ({ lines: of }) => dollars(feeTotal(of)), side: 'right' },
          ]),
          ...(value.schedule === null ? ['No fee schedule is in force.'] : []),
          ...(value.schedule === null ? [] : [`“${value.schedule.name}” from ${value.schedule.validFrom}:`]),
          ...(value.schedule?.lines ?? []).map(
            ({ words, per, cents }, at) => `${at}: ${words}, ${dollars(cents)} per ${per}`,
          ),
          ...value.waiting.map(
            ({ id: rule, name, validFrom }) =>
              `“${name}” from ${validFrom} waits: nothing is charged by it until the City Attorney confirms it (law confirm ${rule}).`,
          ),
        ]
        return { value, lines }
      }),
    )
  fee
    .command('draft')
    .description('Draws fees up by the schedule in force today.')
    .argument('<ID>', id)
    .argument('<FILE>', 'lines and quantities, JSON')
    .option('--number <n>', 'the draft that is changed; left out for a new one')
    .addHelpText('after', `${draftHelp}\n${example('muniment fee draft 26-0007 copies.json')}`)
    .action(
      runner.inVault(Draft, async ({ vault, surroundings }, { ID: request, FILE, number = null }) => {
        const lines = readJson(surroundings.folder, FILE, z.array(FeeChoice))
        const value = await vault.ask(feeDraft, { request, number, lines })
        return { value, lines: [`Fees ${value.number}: ${dollars(value.cents)}.`] }
      }),
    )
  fee
    .command('invoice')
    .description('Enters that fees were asked for.')
    .argument('<ID>', id)
    .argument('<NUMBER>', 'the fees')
    .requiredOption('--on <date>', 'the day')
    .addHelpText('after', example('muniment fee invoice 26-0007 1 --on 2026-11-20'))
    .action(
      runner.inVault(Invoice, async ({ vault }, { ID: request, NUMBER: number, on }) => {
        const value = await vault.ask(feeInvoice, { request, number, on })
        return { value, lines: [`Fees ${number} are invoiced.`] }
      }),
    )
  fee
    .command('settle')
    .description('Enters that fees were paid or waived.')
    .argument('<ID>', id)
    .argument('<NUMBER>', 'the fees')
    .requiredOption('--how <how>', 'paid or waived')
    .requiredOption('--on <date>', 'the day')
    .requiredOption('--words <text>', 'the receipt, or why it was waived')
    .addHelpText('after', example('muniment fee settle 26-0007 1 --how paid --on 2026-11-25 --words "Receipt 7"'))
    .action(
      runner.inVault(Settle, async ({ vault }, { ID: request, NUMBER: number, how, on, words }) => {
        const value = await vault.ask(feeSettle, { request, number, how, on, words })
        return { value, lines: [`Fees ${number} are ${how}.`] }
      }),
    )
}) satisfies CommandFile
