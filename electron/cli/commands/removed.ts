// The log of content that is no longer shown.
import { z } from 'zod'
import { accountList } from '../../../shared/contract/people.ts'
import { type RemovedDraft, removedDrafts, removedExport, removedList } from '../../../shared/contract/removed.ts'
import { RemovalAct } from '../../../shared/domain/office/removal.ts'
import {
  removalClueWords,
  removalKindWords,
  removalStateWords,
  removedByWords,
} from '../../../shared/text/removal-words.ts'
import { type Answer, type CommandFile, type Context, example } from '../command.ts'
import { mustNotExist } from '../input/file.ts'
import { listFormat } from '../input/list-format.ts'
import { Nothing, Number1 } from '../input/schemas.ts'
import { ActInput, AddInput, actOnRemoved, addRemoved, ChangeInput, changeRemoved } from '../removed-write.ts'
import { counted } from '../text/number.ts'
import { table } from '../text/table.ts'

const Drafts = z.object({ limit: Number1.default(50) })
const Export = z.object({
  FILE: z.string().min(1),
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'takes a month as YYYY-MM' })
    .nullable()
    .default(null),
})

export default ((program, runner) => {
  const removed = program
    .command('removed')
    .description('The log of removed content, blocks and booking photos (AI 599, III; Pen. Code 13665).')
    .addHelpText('after', example('muniment removed list', 'muniment removed add --record 1834455123763200'))
  removed
    .command('list')
    .description('Lists the entries, the newest first, with what each does not say yet.')
    .addHelpText('after', example('muniment removed list --json'))
    .action(runner.inVault(Nothing, list))
  removed
    .command('drafts')
    .description('Lists records that their platform no longer shows and that the log does not mention yet.')
    .option('--limit <n>', 'how many to list (50)')
    .addHelpText('after', example('muniment removed drafts'))
    .action(runner.inVault(Drafts, drafts))
  removed
    .command('add')
    .description(
      'Writes entries down: those of a file (JSON, or a log as CSV or XLSX), or one of a record of the vault.',
    )
    .argument('[FILE]', 'entries as JSON, or a table with a line of headings')
    .option('--record <number>', 'the record that is gone, in place of a file')
    .option('--account <handle>', 'the account, where the file does not say it')
    .option('--column <field...>', 'what each column of the table is, in order; “-” for one that is left out')
    .option('--sheet <name>', 'the sheet of a workbook that has several')
    .option('--preview', 'only say what would be written down')
    .addHelpText('after', example('muniment removed add removed-2025.csv --account OaklandParks --preview'))
    .action(runner.inVault(AddInput, addRemoved))
  removed
    .command('change')
    .description('Writes another wording of an entry down; the earlier ones are kept.')
    .argument('<ENTRY>', 'its number, as “removed list” lists it')
    .argument('<FILE>', 'the whole entry as JSON')
    .addHelpText('after', example('muniment removed change 12 entry-12.json'))
    .action(runner.inVault(ChangeInput, changeRemoved))
  removed
    .command('act')
    .description('Says that an entry was sent to the attorney, reviewed, closed, appealed, opened again or is none.')
    .argument('<ENTRY>', 'its number, as “removed list” lists it')
    .argument('<ACT>', RemovalAct.options.join(', '))
    .requiredOption('--on <day>', 'when, YYYY-MM-DD')
    .requiredOption('--by <name>', 'who did it, with the title')
    .option('--words <text>', 'why, or what was asked')
    .addHelpText('after', example('muniment removed act 12 submitted --on 2026-11-12 --by "R. Adler, PIO"'))
    .action(runner.inVault(ActInput, actOnRemoved))
  removed
    .command('export')
    .description('Writes the log, or the report of one month, as CSV, XLSX or PDF, by the ending of the file.')
    .argument('<FILE>', 'the file to write')
    .option('--month <month>', 'only what was removed in this month, YYYY-MM')
    .addHelpText('after', example('muniment removed export removed-2026-11.pdf --month 2026-11'))
    .action(runner.inVault(Export, write))
}) satisfies CommandFile

async function list({ vault }: Context): Promise<Answer> {
  const entries = await vault.ask(removedList, {})
  const accounts = new Map((await vault.ask(accountList, {})).map((account) => [account.id, account]))
  const lines = table(entries, [
    { title: 'No.', value: ({ id }) => String(id), side: 'right' },
    { title: 'What', value: ({ said }) => removalKindWords[said.kind] },
    { title: 'Account', value: ({ account }) => (account === null ? '' : `@${accounts.get(account)?.handle ?? ''}`) },
    { title: 'Removed', value: ({ said }) => said.removed ?? '' },
    { title: 'By', value: ({ said }) => removedByWords[said.by] },
    { title: 'Stands at', value: ({ state }) => removalStateWords[state] },
    { title: 'Off the page by', value: ({ due }) => due ?? '' },
    { title: 'Still to be said', value: ({ open, state }) => (state === 'dismissed' ? '' : open.join(', ')), most: 60 },
  ])
  return { value: entries, lines: lines.length > 0 ? lines : ['Nothing is written down yet.'] }
}

async function drafts({ vault }: Context, { limit }: z.output<typeof Drafts>): Promise<Answer> {
  const found = await vault.ask(removedDrafts, { limit: Math.min(500, limit) })
  const lines = table(found.drafts, [
    { title: 'Record', value: ({ record }) => String(record), side: 'right' },
    { title: 'Posted', value: ({ posted }) => posted ?? '' },
    { title: 'Kind', value: ({ kind }) => kind },
    {
      title: 'Removed',
      value: ({ removed, shownUntil }) =>
        [shownUntil && `after ${shownUntil}`, removed && `by ${removed}`].filter(Boolean).join(', '),
    },
    { title: 'Seen by', value: (draft) => clue(draft) },
    { title: 'Words', value: ({ words }) => words, most: 60 },
  ])
  return { value: found, lines: lines.length > 0 ? lines : ['Nothing is gone that the log does not mention.'] }
}

function clue({ why, shownIn, shownAgain }: RemovedDraft): string {
  const capture = shownIn === null ? '' : ` (capture ${shownIn} has it)`
  return `${removalClueWords[why]}${capture}${shownAgain === null ? '' : `; shown again by ${shownAgain}`}`
}

async function write({ vault, surroundings }: Context, { FILE, month }: z.output<typeof Export>): Promise<Answer> {
  const format = listFormat(FILE)
  mustNotExist(surroundings.folder, FILE)
  const to = await vault.grant(FILE, 'write')
  const value = await vault.run(removedExport, { month, format, to })
  return { value, lines: [`${counted(value.entries, 'entry', 'entries')} written to ${FILE}.`] }
}
