// The registers of the office: liaisons, changes, departures, papers, flags, custody.

import { z } from 'zod'
import { loginList } from '../../../shared/contract/login.ts'
import {
  officeAct,
  officeFlags,
  officeLeaving,
  officeList,
  officeOverview,
  officeWording,
  officeWrite,
} from '../../../shared/contract/office.ts'
import { accountList } from '../../../shared/contract/people.ts'
import { RecordId } from '../../../shared/domain/id.ts'
import { OfficeAct, OfficeKind, OfficeSaid } from '../../../shared/domain/office/office.ts'
import { officeActWords, officeLine, officeWords, paperWords } from '../../../shared/domain/office/office-words.ts'
import { type Answer, type CommandFile, type Context, example } from '../command.ts'
import { UsageError } from '../failure.ts'
import { accountIds } from '../input/accounts.ts'
import { readJson } from '../input/file.ts'
import { Day, Nothing, Number1, RecordNumber, Text } from '../input/schemas.ts'
import { counted, when } from '../text/number.ts'
import { table } from '../text/table.ts'

const List = z.object({ KIND: OfficeKind.optional() })
const Add = z.object({
  FILE: z.string().min(1),
  account: z.string().min(1).optional(),
  record: RecordNumber.pipe(RecordId).optional(),
  entry: Number1.optional(),
})
const Act = z.object({ ENTRY: Number1, ACT: OfficeAct, on: Day, by: z.string().trim().min(1).max(200), words: Text })
const Version = z.object({ ENTRY: Number1, VERSION: Number1 })
const Leaving = z.object({ NAME: z.string().trim().min(1) })
const Flags = z.object({ from: Day, to: Day })

export default ((program, runner) => {
  const office = program
    .command('office')
    .description(
      'What the registers of the office leave open: liaisons, proofs of control, papers, what is due (AI 599, III).',
    )
    .addHelpText('after', example('muniment office', 'muniment office list change'))
    .action(runner.inVault(Nothing, overview))
  office
    .command('list')
    .description('Lists the entries of the registers, or of one.')
    .argument('[KIND]', OfficeKind.options.join(', '))
    .addHelpText('after', example('muniment office list departure'))
    .action(runner.inVault(List, list))
  office
    .command('write')
    .description('Writes an entry down from a JSON file with its kind and fields; never a password.')
    .argument('<FILE>', 'the entry as JSON, such as {"kind": "liaison", "department": "Parks", "liaison": "R. Adler"}')
    .option('--account <handle>', 'the account that it is about')
    .option('--record <number>', 'the record that it is about')
    .option('--entry <number>', 'another wording of this entry; of a paper, its next version')
    .addHelpText(
      'after',
      example('muniment office write change.json --account OaklandParks', 'muniment office write election.json'),
    )
    .action(runner.inVault(Add, write))
  office
    .command('act')
    .description('Says what was done on an entry: told, closed, looked at, no longer in use.')
    .argument('<ENTRY>', 'its number, as “office list” lists it')
    .argument('<ACT>', OfficeAct.options.join(', '))
    .requiredOption('--on <day>', 'when, YYYY-MM-DD')
    .requiredOption('--by <name>', 'who did it, with the title')
    .option('--words <text>', 'why, or what came of it')
    .addHelpText('after', example('muniment office act 4 told --on 2026-11-12 --by "R. Adler, PIO"'))
    .action(runner.inVault(Act, act))
  office
    .command('version')
    .description('Shows what an entry said in an earlier wording.')
    .argument('<ENTRY>', 'its number')
    .argument('<VERSION>', 'from 1, the oldest')
    .addHelpText('after', example('muniment office version 3 1'))
    .action(runner.inVault(Version, version))
  office
    .command('leaving')
    .description('Lists everything that a person who leaves has to hand over.')
    .argument('<NAME>', 'the person, as the registers name them')
    .addHelpText('after', example('muniment office leaving "R. Adler"'))
    .action(runner.inVault(Leaving, leaving))
  office
    .command('flags')
    .description('Lists posts in which words or dates suggest a restricted activity, for a person to look at.')
    .requiredOption('--from <day>', 'first day, YYYY-MM-DD')
    .requiredOption('--to <day>', 'last day')
    .addHelpText('after', example('muniment office flags --from 2026-08-01 --to 2026-11-03'))
    .action(runner.inVault(Flags, flags))
}) satisfies CommandFile

async function overview({ vault, surroundings }: Context): Promise<Answer> {
  const now = surroundings.clock()
  const logIns = (await vault.ask(loginList, { now })).accounts.filter(({ overdue }) => overdue)
  const value = await vault.ask(officeOverview, {})
  const due = (await vault.ask(officeList, {})).filter((entry) => entry.due !== null)
  const accounts = new Map((await vault.ask(accountList, {})).map((account) => [account.id, account.handle]))
  const unproved = value.control.filter(({ proof }) => proof === null)
  const lines = [
    ...value.gaps.map(
      ({ department, why }) =>
        `${department || 'No department'}: ${why === 'no-liaison' ? 'no liaison is named' : 'nobody stands in for the liaison'}.`,
    ),
    ...unproved.map(
      ({ account }) => `@${accounts.get(account) ?? ''}: no export or capture proves that the City controls it.`,
    ),
    ...value.missingPapers.map((what) => `Not among the papers: ${paperWords[what]}.`),
    ...logIns.map(
      ({ account, rotationDue }) =>
        `@${accounts.get(account) ?? ''}: its password was to be changed by ${rotationDue}.`,
    ),
    ...due.map((entry) => `Due ${entry.due}: entry ${entry.id}, ${officeLine(entry.said)}.`),
  ]
  return { value: { ...value, due }, lines: lines.length > 0 ? lines : ['The registers leave nothing open.'] }
}

async function list({ vault }: Context, { KIND }: z.output<typeof List>): Promise<Answer> {
  const entries = await vault.ask(officeList, { kind: KIND ?? null })
  const accounts = new Map((await vault.ask(accountList, {})).map((account) => [account.id, `@${account.handle}`]))
  const lines = table(entries, [
    { title: 'No.', value: ({ id }) => String(id), side: 'right' },
    { title: 'Register', value: ({ said }) => officeWords[said.kind] },
    { title: 'Says', value: ({ said }) => officeLine(said), most: 70 },
    { title: 'Account', value: ({ account }) => (account === null ? '' : (accounts.get(account) ?? '')) },
    { title: 'Due', value: ({ due }) => due ?? '' },
    { title: 'Done', value: ({ acts }) => acts.map((one) => `${one.on} ${actWord(one.act)}`).join(', '), most: 40 },
  ])
  return { value: entries, lines: lines.length > 0 ? lines : ['Nothing is written down yet.'] }
}

function actWord(act: string): string {
  const known = OfficeAct.safeParse(act).data
  return known === undefined ? act : officeActWords[known].toLowerCase()
}

async function write(
  { vault, surroundings }: Context,
  { FILE, account, record, entry }: z.output<typeof Add>,
): Promise<Answer> {
  const said = readJson(surroundings.folder, FILE, OfficeSaid)
  const [about = null] = await accountIds(vault, account === undefined ? [] : [account])
  const value = await vault.ask(officeWrite, { id: entry ?? null, account: about, record: record ?? null, said })
  return { value, lines: [`Entry ${value.id} is written down.`] }
}

async function act({ vault }: Context, { ENTRY: id, ACT, ...rest }: z.output<typeof Act>): Promise<Answer> {
  await vault.ask(officeAct, { id, act: ACT, ...rest })
  return { value: { id, act: ACT }, lines: [`Entry ${id}: ${officeActWords[ACT].toLowerCase()}.`] }
}

async function version({ vault }: Context, { ENTRY: id, VERSION }: z.output<typeof Version>): Promise<Answer> {
  const said = await vault.ask(officeWording, { id, version: VERSION })
  return { value: said, lines: [officeLine(said), ...(said.kind === 'paper' ? [said.text] : [])] }
}

async function leaving({ vault }: Context, { NAME }: z.output<typeof Leaving>): Promise<Answer> {
  const items = await vault.ask(officeLeaving, { person: NAME })
  return {
    value: items,
    lines:
      items.length > 0
        ? items.map(({ what, label }) => `${what}: ${label}`)
        : [`Nothing in the registers names ${NAME}.`],
  }
}

async function flags({ vault }: Context, { from, to }: z.output<typeof Flags>): Promise<Answer> {
  if (to < from) throw new UsageError('--to is before --from.')
  const value = await vault.ask(officeFlags, { from, to })
  const lines = table(value.found, [
    { title: 'Record', value: ({ record }) => String(record), side: 'right' },
    { title: 'Posted', value: ({ at }) => when(at, vault.about.zone) },
    { title: 'Perhaps', value: ({ rule }) => rule },
    {
      title: 'Because of',
      value: ({ found, election }) => (election === null ? `“${found}”` : `“${found}” before the ${election}`),
      most: 50,
    },
    { title: 'Words', value: ({ words }) => words, most: 50 },
  ])
  const own = value.elections.filter(({ entry }) => entry !== null).map(({ name, on }) => `${name} ${on}`)
  const reckoned = own.length === 0 ? 'no local election is entered' : `besides ${own.join(', ')}`
  const read = `${counted(value.read, 'post')} read, by the statewide elections; ${reckoned}. A person decides; “office write” keeps the outcome.`
  return { value, lines: [...lines, read] }
}
