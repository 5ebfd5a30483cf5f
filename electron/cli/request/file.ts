// The file of a request and the portal's export at the command line.
import type { Command } from 'commander'
import { z } from 'zod'
import { noteCounts } from '../../../shared/contract/note.ts'
import { requestFile, requestPortal, requestPortalPlan } from '../../../shared/contract/request-life.ts'
import { RequestId } from '../../../shared/domain/id.ts'
import { type Context, example, type Runner } from '../command.ts'
import { readPaper } from '../input/file.ts'
import { counted } from '../text/number.ts'
import { table } from '../text/table.ts'

const One = z.object({ ID: RequestId })
const Portal = z.object({ FILE: z.string().min(1), take: z.array(z.string()).optional() })

/** Adds the commands. */
export function addFile(request: Command, runner: Runner): void {
  request
    .command('file')
    .description('Its trail, messages and parts, and what the portal says of it.')
    .argument('<ID>', 'the City’s number for it')
    .addHelpText('after', example('muniment request file 26-0007'))
    .action(runner.inVault(One, showFile))
  request
    .command('portal')
    .description('Reads the portal’s export (CSV) and says what each row would do; --take does it.')
    .argument('<FILE>', 'the export')
    .option('--take <numbers...>', 'the portal’s numbers of those to take in; “new” for all that are new and open')
    .addHelpText('after', example('muniment request portal requests.csv --take 26-801 26-802'))
    .action(runner.inVault(Portal, takePortal))
}

async function showFile({ vault }: Context, { ID: id }: z.infer<typeof One>) {
  const value = await vault.ask(requestFile, { id })
  const files = await vault.ask(noteCounts, { kind: 'message' })
  const { events, messages, parts, portal } = value
  const lines = [
    ...table(events, [
      { title: 'On', value: ({ on }) => on },
      { title: 'What', value: ({ kind, other }) => (other === null ? kind : `${kind} ${other}`) },
      { title: 'Words', value: ({ words }) => words, most: 60 },
      { title: 'By', value: ({ by }) => by ?? '' },
    ]),
    ...messages.map(
      ({ id: number, direction, channel, on, party, text }) =>
        `Message ${number}, ${on}, ${direction} by ${channel}, ${party}${attached(files, number)}: ${text}`,
    ),
    ...parts.map(({ number, title, state, answer }) => `Part ${number}, ${title}: ${state}. ${answer}`.trim()),
    ...(portal?.difference ? [portal.difference] : []),
  ]
  return { value, lines }
}

/** How many files and notes hang on a message. */
function attached(counts: z.output<typeof noteCounts.output>, message: number): string {
  const found = counts.find(({ id }) => id === String(message))
  if (found === undefined) return ''
  const told = [
    ...(found.attachments === 0 ? [] : [counted(found.attachments, 'file')]),
    ...(found.notes === 0 ? [] : [counted(found.notes, 'note')]),
  ]
  return ` (${told.join(', ')}: “note list message ${message}”)`
}

async function takePortal({ vault, surroundings }: Context, { FILE, take }: z.infer<typeof Portal>) {
  const file = readPaper(surroundings.folder, FILE)
  const plan = await vault.ask(requestPortalPlan, { file })
  if (take === undefined) {
    const rows = table(plan.rows, [
      { title: 'Number', value: ({ row }) => row.number },
      { title: 'Received', value: ({ row }) => row.receivedOn ?? '' },
      { title: 'Status', value: ({ row }) => row.status },
      { title: 'Would be', value: ({ sentence }) => sentence, most: 70 },
    ])
    const unknown = plan.unknown.length > 0 ? [`Kept without being understood: ${plan.unknown.join(', ')}.`] : []
    return { value: plan, lines: [...rows, ...plan.problems, ...unknown] }
  }
  const open = plan.rows.filter(({ outcome, row }) => outcome === 'new' && !row.closed).map(({ row }) => row.number)
  const numbers = take.flatMap((one) => (one === 'new' ? open : [one]))
  const value = await vault.ask(requestPortal, { file, numbers })
  const { opened, changed, held } = value
  const lines = [`${opened.length} opened, ${changed.length} brought up to date; they hold ${counted(held, 'record')}.`]
  return { value, lines }
}
