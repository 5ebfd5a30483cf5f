// Where a plan stands, what is taken out of it, its newer lists, and how the office goes about approvals.
import { basename } from 'node:path'
import type { Command } from 'commander'
import { z } from 'zod'
import {
  dispositionOffice,
  dispositionSettle,
  dispositionSettled,
  type PlanState,
  purgeLists,
  purgeState,
  purgeStrike,
} from '../../../shared/contract/approval.ts'
import { ApprovalRole } from '../../../shared/domain/disposition/approval.ts'
import { listedTold } from '../../../shared/domain/disposition/listed-judge.ts'
import { OfficeFileRef } from '../../../shared/domain/disposition/office-file.ts'
import { PersonId, RecordId } from '../../../shared/domain/id.ts'
import { example, type Runner } from '../command.ts'
import { UsageError } from '../failure.ts'
import { readJson, readText } from '../input/file.ts'
import { Day, Number1, RecordNumber } from '../input/schemas.ts'
import { counted } from '../text/number.ts'
import { settledBy } from '../text/settled.ts'
import { facts, table } from '../text/table.ts'
import { listedLines } from './listed.ts'
import { planNamed } from './plan.ts'

const One = z.object({ FILE: z.string().min(1) })
const Reason = z.string().trim().min(1).max(500)
const Strike = One.extend({
  record: z.array(RecordNumber.pipe(RecordId)).default([]),
  ids: z.string().min(1).optional(),
  file: z.array(z.string()).default([]),
  reason: Reason,
})
const Lists = One.extend({
  openRequests: z.string().min(1),
  claims: z.string().min(1),
  datedOn: Day.nullable().default(null),
  openRequestsNumber: z.string().trim().min(1).nullable().default(null),
  claimsNumber: z.string().trim().min(1).nullable().default(null),
})
const Office = z.object({
  chain: z.array(ApprovalRole).optional(),
  approvalDays: Number1.optional(),
  alone: z.enum(['yes', 'no']).optional(),
  reason: Reason.optional(),
  second: PersonId.nullable().default(null),
})

/** Adds the commands. */
export function addState(purge: Command, runner: Runner): void {
  purge
    .command('state')
    .description('Shows where a plan stands: who has signed, how old its lists are, and what is missing.')
    .argument('<FILE>', 'the plan')
    .addHelpText('after', example('muniment purge state plan.json'))
    .action(
      runner.inVault(One, async (context, { FILE }) => {
        const { id: plan } = await planNamed(context, FILE)
        const value = await context.vault.ask(purgeState, { plan, at: context.surroundings.clock() })
        return { value, lines: stateLines(value) }
      }),
    )
  purge
    .command('strike')
    .description('Takes records out of a plan, so that they stay. Earlier approvals stand.')
    .argument('<FILE>', 'the plan')
    .option('--record <number...>', 'the records, as “records” prints their numbers')
    .option('--ids <file>', 'file with a JSON array of their numbers')
    .option('--file <kind/number...>', 'files of the office, such as request-file/26-0007')
    .requiredOption('--reason <text>', 'why')
    .addHelpText(
      'after',
      example('muniment purge strike plan.json --record 1469840752123904 --reason "Historic" --as rosa'),
    )
    .action(
      runner.inVault(Strike, async (context, { FILE, record, ids, file, reason }) => {
        const more = ids === undefined ? [] : readJson(context.surroundings.folder, ids, z.array(RecordId))
        const records = [...record, ...more]
        const files = file.map(fileNamed)
        if (records.length + files.length === 0)
          throw new UsageError('Name the records: --record or --ids; or files of the office: --file.')
        const { id: plan } = await planNamed(context, FILE)
        const value = await context.vault.ask(purgeStrike, { plan, records, files, reason })
        const lines = [`${counted(value.struck, 'line')} taken out; what is left is still approved.`]
        return { value, lines: [...lines, ...matesLines(value)] }
      }),
    )
  purge
    .command('lists')
    .description('Gives a plan newer lists of open requests and claims.')
    .argument('<FILE>', 'the plan')
    .requiredOption('--open-requests <file>', 'the open requests, CSV')
    .requiredOption('--claims <file>', 'the claims and suits, CSV')
    .option('--dated-on <date>', 'the day that they tell the state of; today unless said')
    .option('--open-requests-number <heading>', 'the column with the numbers, where it is known by no usual heading')
    .option('--claims-number <heading>', 'the same of the other list')
    .addHelpText('after', example('muniment purge lists plan.json --open-requests requests.csv --claims claims.csv'))
    .action(
      runner.inVault(Lists, async (context, { FILE, datedOn, ...given }) => {
        const { id: plan } = await planNamed(context, FILE)
        const list = (file: string, numberColumn: string | null) => ({
          name: basename(file),
          csv: readText(context.surroundings.folder, file),
          datedOn,
          numberColumn,
        })
        await context.vault.ask(purgeLists, {
          plan,
          openRequests: list(given.openRequests, given.openRequestsNumber),
          claims: list(given.claims, given.claimsNumber),
        })
        return { value: { plan }, lines: ['The plan is checked against these lists from now on.'] }
      }),
    )
  purge
    .command('office')
    .description('Shows who approves destruction in this office; with options, settles it.')
    .option('--chain <role...>', `who approves, of ${ApprovalRole.options.join(', ')}`)
    .option('--approval-days <days>', 'for how many days an approval counts')
    .option('--alone <yes|no>', 'whether one person may plan, approve and execute; the certificate says so')
    .option('--reason <text>', 'why')
    .option('--second <person>', 'who else stands behind what asks for less than before')
    .addHelpText(
      'after',
      example(
        'muniment purge office --chain department-head city-attorney city-clerk city-auditor --reason "Resolution 26-101" --as rosa',
      ),
    )
    .action(
      runner.inVault(Office, async ({ vault }, { reason, alone, second, ...more }) => {
        const before = await vault.ask(dispositionOffice, {})
        const given = Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined))
        const office = { ...before, ...given, ...(alone === undefined ? {} : { alone: alone === 'yes' }) }
        const changed = alone !== undefined || Object.keys(given).length > 0
        if (changed && reason === undefined) throw new UsageError('Say why: --reason.')
        const value =
          changed && reason !== undefined ? await vault.ask(dispositionSettle, { office, reason, second }) : before
        return {
          value,
          lines: facts([
            ['Approve', value.chain.join(', ')],
            ['An approval counts', counted(value.approvalDays, 'day')],
            ['One person may do all', value.alone ? 'yes' : 'no'],
            ['Settled by', settledBy((await vault.ask(dispositionSettled, {})).officeBy, vault.about.zone)],
          ]),
        }
      }),
    )
}

function matesLines({ withThread }: Pick<PlanState, 'withThread'>): string[] {
  return withThread === 0
    ? []
    : [`${counted(withThread, 'more record stays', 'more records stay')} with their threads.`]
}

function stateLines({ digest, roles, struck, withThread, lists, listed, missing }: PlanState): string[] {
  return [
    `SHA-256 ${digest}`,
    ...table(roles, [
      { title: 'No.', value: ({ approval }) => (approval === null ? '' : String(approval.id)), side: 'right' },
      { title: 'Office', value: ({ role }) => role },
      { title: 'State', value: ({ state }) => state },
      { title: 'Name', value: ({ approval }) => approval?.name ?? '', most: 30 },
      { title: 'How', value: ({ approval }) => approval?.way ?? '' },
      { title: 'Until', value: ({ lapsesOn }) => lapsesOn ?? '' },
    ]),
    `${counted(struck.length, 'record')} taken out.`,
    ...matesLines({ withThread }),
    ...lists.map(
      ({ kind, name, rows, datedOn, stale }) =>
        `${kind}: ${name}, of ${datedOn}, ${counted(rows, 'row')}${stale ? ', too old' : ''}.`,
    ),
    ...listedLines(listed.rows),
    ...listedTold(listed),
    ...(missing.length === 0
      ? ['Nothing is missing: another person can execute it.']
      : ['Missing:', ...missing.map((one) => `- ${one}`)]),
  ]
}

/** `request-file/26-0007`. */
function fileNamed(text: string): OfficeFileRef {
  const [kind, ...id] = text.split('/')
  const file = OfficeFileRef.safeParse({ kind, id: id.join('/') })
  if (file.success) return file.data
  throw new UsageError(`“${text}” names no file: write its kind, a slash and its number, such as request-file/26-0007.`)
}
