// Purge plans: what may be destroyed, what may not, and why. Nothing is destroyed by a plan.
import { basename } from 'node:path'
import { z } from 'zod'
import { dispositionSettled } from '../../../shared/contract/approval.ts'
import { type PlanSummary, purgeList, purgePlan, purgeSetTerms, purgeTerms } from '../../../shared/contract/purge.ts'
import { PlanFile } from '../../../shared/domain/disposition/disposition.ts'
import type { ListedRow } from '../../../shared/domain/disposition/listed.ts'
import { officeFileWords } from '../../../shared/domain/disposition/office-file.ts'
import { PersonId } from '../../../shared/domain/id.ts'
import { type CommandFile, type Context, example } from '../command.ts'
import { UsageError } from '../failure.ts'
import { mustNotExist, readJson, readText } from '../input/file.ts'
import { Day, Nothing } from '../input/schemas.ts'
import { addAnswer } from '../purge/answer.ts'
import { addApproval } from '../purge/approve.ts'
import { addExecution } from '../purge/execute.ts'
import { listedLines } from '../purge/listed.ts'
import { addState } from '../purge/state.ts'
import { count, counted, when } from '../text/number.ts'
import { settledBy } from '../text/settled.ts'
import { table } from '../text/table.ts'

const Plan = z.object({
  custody: z.boolean().default(false),
  asOf: Day,
  out: z.string().min(1),
  pdf: z.string().min(1).optional(),
  csv: z.string().min(1).optional(),
  xlsx: z.string().min(1).optional(),
  openRequests: z.string().min(1).optional(),
  openRequestsOf: Day.optional(),
  claims: z.string().min(1).optional(),
  openRequestsNumber: z.string().trim().min(1).optional(),
  claimsOf: Day.optional(),
  claimsNumber: z.string().trim().min(1).optional(),
})

const Terms = z.object({
  listsWithin: z.coerce.number().int().min(1).max(366).optional(),
  reason: z.string().trim().max(2000).default(''),
  second: PersonId.nullable().default(null),
})

export default ((program, runner) => {
  const purge = program
    .command('purge')
    .description('Purge plans and reports, their approval and their execution.')
    .addHelpText('after', example('muniment purge list'))
  purge
    .command('plan')
    .description('Lists what may be destroyed as of a date, what may not, and why. Nothing is destroyed.')
    .requiredOption('--as-of <date>', 'the day for which it is reckoned')
    .requiredOption('--out <file>', 'the plan to write: JSON with its digest and its records')
    .option('--custody', 'a plan to give up custody of what an archive has a copy of and has signed for')
    .option('--pdf <file>', 'the report to write as a PDF')
    .option('--csv <file>', 'the list to write as CSV')
    .option('--xlsx <file>', 'the list to write as a workbook')
    .option('--open-requests <file>', 'the open requests, CSV')
    .option('--open-requests-of <date>', 'the day that this list is of; today unless said')
    .option('--open-requests-number <heading>', 'the column with its numbers, where it is known by no usual heading')
    .option(
      '--claims <file>',
      'the claims and suits, CSV; without both lists the plan is a report and cannot be executed',
    )
    .option('--claims-of <date>', 'the day that this list is of; today unless said')
    .option('--claims-number <heading>', 'the column with its numbers, where it is known by no usual heading')
    .addHelpText(
      'after',
      example(
        'muniment purge plan --as-of 2026-11-23 --out plan.json --open-requests requests.csv --claims claims.csv',
        'muniment purge plan --custody --as-of 2026-11-23 --out custody.json --open-requests requests.csv --claims claims.csv',
      ),
    )
    .action(
      runner.inVault(Plan, async (context, input) => {
        if ((input.openRequests === undefined) !== (input.claims === undefined)) {
          throw new UsageError('Give both lists or neither: --open-requests CSV --claims CSV.')
        }
        const { vault, surroundings } = context
        const summary = await vault.run(purgePlan, {
          kind: input.custody ? 'custody' : 'destruction',
          asOf: input.asOf,
          openRequests: listFile(context, input.openRequests, input.openRequestsOf, input.openRequestsNumber),
          claims: listFile(context, input.claims, input.claimsOf, input.claimsNumber),
          to: {
            plan: await target(context, input.out),
            pdf: await target(context, input.pdf),
            csv: await target(context, input.csv),
            xlsx: await target(context, input.xlsx),
          },
        })
        const plan = readJson(surroundings.folder, input.out, PlanFile)
        return { value: plan, lines: planLines(summary, input.out, plan.listed?.rows ?? []) }
      }),
    )
  addState(purge, runner)
  addAnswer(purge, runner)
  addApproval(purge, runner)
  addExecution(purge, runner)
  purge
    .command('list')
    .description('Lists the plans made so far, newest first.')
    .addHelpText('after', example('muniment purge list'))
    .action(
      runner.inVault(Nothing, async ({ vault }) => {
        const plans = await vault.ask(purgeList, {})
        const lines = table(plans, [
          { title: 'No.', value: ({ id }) => String(id), side: 'right' },
          { title: 'Kind', value: ({ kind }) => kind },
          { title: 'As of', value: ({ asOf }) => asOf },
          { title: 'Made', value: ({ madeAt }) => when(madeAt, vault.about.zone) },
          { title: 'Eligible', value: ({ eligible }) => count(eligible), side: 'right' },
          { title: 'Kept', value: ({ excluded }) => count(excluded), side: 'right' },
          { title: 'SHA-256', value: ({ digest }) => digest },
        ])
        return { value: plans, lines: lines.length > 0 ? lines : ['No plan has been made: “muniment purge plan”.'] }
      }),
    )
  purge
    .command('terms')
    .description('Shows how old the lists may be that a plan is checked against, or sets it.')
    .option('--lists-within <days>', 'days after which a list is too old for a plan that is to be executed')
    .option('--reason <text>', 'why')
    .option('--second <person>', 'who else stands behind lists that may be older than before')
    .addHelpText('after', example('muniment purge terms --lists-within 14'))
    .action(
      runner.inVault(Terms, async ({ vault }, { listsWithin, ...said }) => {
        const terms =
          listsWithin === undefined
            ? await vault.ask(purgeTerms, {})
            : await vault.ask(purgeSetTerms, { listsWithinDays: listsWithin, ...said })
        const { listsBy } = await vault.ask(dispositionSettled, {})
        return {
          value: terms,
          lines: [
            `A list may be ${counted(terms.listsWithinDays, 'day')} old.`,
            `Settled by ${settledBy(listsBy, vault.about.zone)}.`,
          ],
        }
      }),
    )
}) satisfies CommandFile

function listFile(
  { surroundings }: Context,
  file: string | undefined,
  datedOn: z.infer<typeof Day> | undefined,
  column: string | undefined,
) {
  if (file === undefined) return null
  const csv = readText(surroundings.folder, file)
  return { name: basename(file), csv, datedOn: datedOn ?? null, numberColumn: column ?? null }
}

async function target({ vault, surroundings }: Context, file: string | undefined) {
  if (file === undefined) return null
  mustNotExist(surroundings.folder, file)
  return vault.grant(file, 'write')
}

function planLines(summary: PlanSummary, file: string, listed: readonly ListedRow[]): string[] {
  return [
    summary.kind === 'custody'
      ? `As of ${summary.asOf}: custody of ${counted(summary.eligible, 'record')} may be given up, of ${count(summary.excluded)} not.`
      : `As of ${summary.asOf}: ${counted(summary.eligible, 'record')} may be destroyed, ${count(summary.excluded)} may not.`,
    ...(summary.waiting === 0
      ? []
      : [
          `Of those that may, ${count(summary.waiting)} wait for their package, which also holds a record under a hold.`,
        ]),
    ...summary.custody.map(
      ({ name, records, receipt }) =>
        `${receipt.archive} has signed for ${name}: ${counted(records, 'record')}, receipt of ${receipt.signedOn}.`,
    ),
    '',
    ...table(summary.bySeries, [
      { title: 'Series', value: ({ series }) => series, most: 24 },
      { title: 'Title', value: ({ title }) => title, most: 48 },
      { title: 'Eligible', value: ({ eligible }) => count(eligible), side: 'right' },
    ]),
    ...(summary.bySeries.length > 0 ? [''] : []),
    ...summary.files.map(
      ({ kind, eligible, kept }) =>
        `${officeFileWords[kind].many}: ${count(eligible)} may be destroyed, ${count(kept)} may not.`,
    ),
    ...table(summary.byReason, [
      { title: 'Kept', value: ({ records }) => count(records), side: 'right' },
      { title: 'Because', value: ({ sentence }) => sentence, most: 100 },
    ]),
    ...listedLines(listed),
    ...summary.notes.filter((note) => note.startsWith('Before anybody can approve it')),
    '',
    `${file}, SHA-256 ${summary.digest}`,
    ...(summary.executable
      ? []
      : [
          'This is a report and cannot be executed: it needs both lists, open requests and claims, and neither too old.',
        ]),
  ]
}
