// Holds: placed, released, listed.
import { z } from 'zod'
import { MunimentError } from '../../../shared/contract/error.ts'
import {
  type HoldAccount,
  holdAccounts,
  holdList,
  holdNarrow,
  holdNotice,
  holdPlace,
  holdReadOrder,
  holdRelease,
} from '../../../shared/contract/hold.ts'
import { personList } from '../../../shared/contract/people.ts'
import { HoldBasis } from '../../../shared/domain/disposition/hold.ts'
import { HoldId } from '../../../shared/domain/id.ts'
import { type CommandFile, type Context, example, type Work } from '../command.ts'
import { UsageError } from '../failure.ts'
import { accountIds } from '../input/accounts.ts'
import { mustNotExist, readPaper } from '../input/file.ts'
import { listedNumbers } from '../input/listed-numbers.ts'
import { Day, Nothing, Number1, Text } from '../input/schemas.ts'
import { count, counted, when } from '../text/number.ts'
import { table } from '../text/table.ts'

const Place = z.object({
  label: z.string().trim().min(1).max(500),
  search: z.string().trim().min(1).nullable().default(null),
  ids: z.string().min(1).optional(),
  account: z.array(z.string()).default([]),
  from: Day.nullable().default(null),
  to: Day.nullable().default(null),
  orderedBy: z.string().trim().min(1).max(200).optional(),
  basis: HoldBasis,
  matter: Text,
  attorney: Text,
  startsOn: Day.nullable().default(null),
  reviewOn: Day.nullable().default(null),
  document: z.string().min(1).optional(),
})
const Release = z.object({
  HOLD: Number1.pipe(HoldId),
  document: z.string().min(1),
  releasedBy: z.string().trim().min(1).max(200).optional(),
})

const Narrow = z.object({
  HOLD: Number1.pipe(HoldId),
  document: z.string().min(1),
  signedBy: z.string().trim().min(1).max(200),
  search: z.string().trim().min(1).nullable().default(null),
  account: z.array(z.string()).default([]),
  from: Day.nullable().default(null),
  to: Day.nullable().default(null),
})
const Notice = z.object({ HOLD: Number1.pipe(HoldId), out: z.string().min(1) })

export default ((program, runner) => {
  const hold = program
    .command('hold')
    .description('Holds: orders that stop disposition.')
    .addHelpText('after', example('muniment hold list'))
  hold
    .command('place')
    .description('Places a hold: what it covers is frozen now, and covered also when it comes later.')
    .requiredOption('--label <text>', 'its public label, which is all that reports and packets print')
    .option('--matter <text>', 'the privileged matter, printed nowhere (the subject, where --document is an e-mail)')
    .option('--attorney <name>', 'the attorney who answers for it')
    .option('--starts-on <date>', 'from when the order says that it holds (the day of an e-mail)')
    .option('--review-on <date>', 'when it is to be looked at again')
    .option('--ordered-by <name>', 'who ordered it (the sender, where --document is an e-mail)')
    .option('--search <query>', 'what it covers; without this, --ids, --account and dates: everything')
    .option('--ids <file>', 'single records that it covers, too: a file that lists their numbers')
    .option('--account <handle...>', 'accounts that it covers')
    .option('--from <date>', 'first day that it covers')
    .option('--to <date>', 'last day that it covers')
    .option('--basis <word>', HoldBasis.options.join(', '), 'other')
    .option('--document <file>', 'the written order, kept in the vault: .eml, .msg, a PDF, any file')
    .addHelpText(
      'after',
      example(
        'muniment hold place --label "Ruiz v. City" --search "dog park" --ordered-by "City Attorney" --basis litigation --document order.pdf',
      ),
    )
    .action(
      runner.inVault(Place, async ({ vault, surroundings }, { document, account, search, ids, from, to, ...order }) => {
        const accounts = await accountIds(vault, account)
        const recordIds = ids === undefined ? [] : [...listedNumbers(surroundings.folder, ids)]
        const paper = document === undefined ? null : readPaper(surroundings.folder, document)
        const mail = paper === null ? null : await vault.ask(holdReadOrder, { document: paper })
        const orderedBy = order.orderedBy ?? mail?.from ?? ''
        if (orderedBy === '') throw new UsageError('Say who ordered it: --ordered-by NAME.')
        const placed = await vault.ask(holdPlace, {
          ...order,
          orderedBy,
          matter: order.matter || (mail?.subject ?? ''),
          startsOn: order.startsOn ?? mail?.day ?? null,
          scope: { search, accounts, from, to, recordIds },
          document: paper,
        })
        const covered = await vault.ask(holdAccounts, { id: placed.id })
        return {
          value: { ...placed, accounts: covered },
          lines: [
            `Hold ${placed.id} covers ${counted(placed.covered, 'record')} now, and what comes later.`,
            ...accountLines(covered, vault.about.zone),
            ...(covered.length === 0
              ? []
              : [`The notice to their liaisons: muniment hold notice ${placed.id} --out do-not-delete.pdf`]),
          ],
        }
      }),
    )
  hold
    .command('release')
    .description('Releases a hold by a written release. Nothing is destroyed by that.')
    .argument('<HOLD>', 'its number, as “hold list” lists it')
    .requiredOption('--document <file>', 'the written release, kept in the vault')
    .option('--released-by <name>', 'the City Attorney who signed it (the person of --as)')
    .addHelpText('after', example('muniment hold release 1 --document release.pdf --released-by "City Attorney"'))
    .action(
      runner.inVault(Release, async (context, { HOLD: id, document, releasedBy }) => {
        const { vault, surroundings } = context
        const paper = readPaper(surroundings.folder, document)
        await vault.ask(holdRelease, { id, releasedBy: releasedBy ?? (await actingName(context)), document: paper })
        return { value: { id, released: true }, lines: [`Hold ${id} is released.`] }
      }),
    )
  hold
    .command('narrow')
    .description(
      'Narrows a hold by the attorney’s paper. What it no longer covers is let go; nothing is destroyed by that.',
    )
    .argument('<HOLD>', 'its number, as “hold list” lists it')
    .requiredOption('--document <file>', 'the attorney’s paper, kept in the vault')
    .requiredOption('--signed-by <name>', 'the City Attorney who signed it')
    .option('--search <query>', 'what it covers from now on; without this, --account and dates: everything')
    .option('--account <handle...>', 'accounts that it covers')
    .option('--from <date>', 'first day that it covers')
    .option('--to <date>', 'last day that it covers')
    .addHelpText(
      'after',
      example('muniment hold narrow 1 --search "dog park" --document letter.eml --signed-by attorney'),
    )
    .action(
      runner.inVault(Narrow, async ({ vault, surroundings }, { HOLD: id, document, signedBy, account, ...rest }) => {
        const scope = { ...rest, accounts: await accountIds(vault, account), recordIds: [] }
        const paper = readPaper(surroundings.folder, document)
        const done = await vault.ask(holdNarrow, { id, scope, signedBy, document: paper })
        return {
          value: done,
          lines: [`Hold ${id} covers ${counted(done.covered, 'record')} now; it was ${count(done.before)}.`],
        }
      }),
    )
  hold
    .command('accounts')
    .description(
      'Lists the accounts that a hold covers, who runs each, when each was captured last, and how to capture it now.',
    )
    .argument('<HOLD>', 'its number, as “hold list” lists it')
    .addHelpText('after', example('muniment hold accounts 1'))
    .action(
      runner.inVault(z.object({ HOLD: Number1.pipe(HoldId) }), async ({ vault }, { HOLD: id }) => {
        const value = await vault.ask(holdAccounts, { id })
        return { value, lines: accountLines(value, vault.about.zone) }
      }),
    )
  hold
    .command('notice')
    .description(
      'Writes the notice to those who run the accounts under a hold, a page for each liaison: nothing of them is to be deleted.',
    )
    .argument('<HOLD>', 'its number, as “hold list” lists it')
    .requiredOption('--out <file>', 'the PDF to write')
    .addHelpText('after', example('muniment hold notice 1 --out do-not-delete.pdf'))
    .action(
      runner.inVault(Notice, async ({ vault, surroundings }, { HOLD: id, out }) => {
        mustNotExist(surroundings.folder, out)
        const done = await vault.run(holdNotice, { id, to: await vault.grant(out, 'write') })
        return { value: done, lines: [`${out}: ${counted(done.pages, 'page')}.`] }
      }),
    )
  hold
    .command('list')
    .description('Lists every hold with how many records it froze.')
    .addHelpText('after', example('muniment hold list'))
    .action(runner.inVault(Nothing, list))
}) satisfies CommandFile

const list: Work<unknown> = async ({ vault }) => {
  // What is privileged stays in the vault: lists go to files and pipes.
  const holds = (await vault.ask(holdList, {})).map(({ hold: { matter: _, ...hold }, ...rest }) => ({ hold, ...rest }))
  const lines = table(holds, [
    { title: 'No.', value: ({ hold }) => String(hold.id), side: 'right' },
    { title: 'Label', value: ({ hold }) => hold.label, most: 40 },
    { title: 'Basis', value: ({ hold }) => hold.basis },
    { title: 'Ordered by', value: ({ hold }) => hold.orderedBy, most: 24 },
    { title: 'Placed', value: ({ hold }) => when(hold.placedAt, vault.about.zone) },
    {
      title: 'Released',
      value: ({ hold, ended }) => (ended ? 'with its request' : when(hold.releasedAt, vault.about.zone)),
    },
    { title: 'Frozen', value: ({ records }) => count(records), side: 'right' },
  ])
  return { value: holds, lines: lines.length > 0 ? lines : ['There is no hold.'] }
}

/** The accounts, then what captures each of them now. */
function accountLines(accounts: readonly HoldAccount[], zone: string): string[] {
  if (accounts.length === 0) return ['No account is registered, so there is none to capture.']
  return [
    ...table(accounts, [
      { title: 'Account', value: ({ name }) => name, most: 40 },
      { title: 'Department', value: ({ department }) => department, most: 24 },
      { title: 'Liaison', value: ({ liaison }) => liaison, most: 24 },
      { title: 'Frozen', value: ({ records }) => count(records), side: 'right' },
      { title: 'Captured last', value: ({ captured }) => (captured === null ? 'never' : when(captured, zone)) },
    ]),
    'To capture them now, before anybody deletes something:',
    ...accounts.map(
      ({ name, personal, order }) =>
        `  ${personal ? `${name} is a person’s own: ask its holder` : captureOf(name, order)}`,
    ),
  ]
}

function captureOf(name: string, order: HoldAccount['order']): string {
  const account = name.replace(': @', ':')
  const terms = order?.terms ? ` --terms ${order.terms}` : ''
  return order === null ? `muniment capture ADDRESS --account ${account}` : `muniment capture ${account}${terms}`
}

async function actingName({ vault, actor }: Context): Promise<string> {
  if (actor === null) throw new UsageError('Say who released it: --released-by NAME, or --as PERSON.')
  const person = (await vault.ask(personList, {})).find(({ id }) => id === actor)
  if (person) return person.name
  throw new MunimentError('PERSON_UNKNOWN', `Nobody in this vault is called ${actor}. Nothing was done.`)
}
