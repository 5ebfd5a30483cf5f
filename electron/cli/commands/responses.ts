// How soon the City answered what the public asked.
import { extname } from 'node:path'
import { z } from 'zod'
import { accountList } from '../../../shared/contract/people.ts'
import { responseMark, responsePrint, responseReport } from '../../../shared/contract/response.ts'
import { RecordId } from '../../../shared/domain/id.ts'
import { Instant } from '../../../shared/domain/time.ts'
import { unmeasuredWords, verdictWords } from '../../../shared/text/response-words.ts'
import { type Answer, type CommandFile, type Context, example } from '../command.ts'
import { UsageError } from '../failure.ts'
import { mustNotExist } from '../input/file.ts'
import { Day, RecordNumber } from '../input/schemas.ts'
import { counted, when } from '../text/number.ts'
import { table } from '../text/table.ts'

const Period = z.object({ from: Day, to: Day, out: z.string().min(1).optional() })
const Mark = z.object({
  RECORD: RecordNumber.pipe(RecordId),
  ANSWER: z.enum(['asks', 'no', 'rules']),
  reason: z.string().trim().min(1),
})

export default ((program, runner) => {
  program
    .command('responses')
    .description('Response times: what the public asked and reported, and when the City first answered (AI 599, III).')
    .requiredOption('--from <day>', 'first day on which something was asked, YYYY-MM-DD')
    .requiredOption('--to <day>', 'last day')
    .option('--out <file>', 'write counts by account and month into a file instead: PDF or CSV, by its ending')
    .addHelpText('after', example('muniment responses --from 2026-07-01 --to 2026-09-30'))
    .action(runner.inVault(Period, report))
  program
    .command('mark-query')
    .description('Says by hand whether something that the public wrote asks or reports anything.')
    .argument('<RECORD>', 'its number, as “responses” or “records” prints it')
    .argument('<ANSWER>', 'asks, no, or rules to leave it to the rules again')
    .requiredOption('--reason <words>', 'why')
    .addHelpText('after', example('muniment mark-query 1834455123763200 no --reason "Only thanks"'))
    .action(runner.inVault(Mark, mark))
}) satisfies CommandFile

async function report(context: Context, { from, to, out }: z.output<typeof Period>): Promise<Answer> {
  const { vault, surroundings } = context
  if (out !== undefined) return print(context, { from, to, out })
  const value = await vault.ask(responseReport, { from, to, asOf: Instant.parse(surroundings.clock()) })
  const accounts = new Map((await vault.ask(accountList, {})).map((account) => [account.id, `@${account.handle}`]))
  const months = table(value.months, [
    { title: 'Account', value: ({ account }) => accounts.get(account) ?? '' },
    { title: 'Month', value: ({ month }) => month },
    ...(['within-48', 'within-72', 'late', 'unanswered', 'pending', 'not-measurable'] as const).map((verdict) => ({
      ...{ title: verdictWords[verdict], side: 'right' as const },
      value: ({ counts }: (typeof value.months)[number]) => String(counts[verdict] ?? 0),
    })),
  ])
  const rows = table(value.rows, [
    { title: 'Record', value: ({ record }) => String(record), side: 'right' },
    { title: 'Asked', value: ({ at }) => when(at, vault.about.zone) },
    {
      title: 'Verdict',
      value: ({ verdict, why }) => (why === null ? verdictWords[verdict] : unmeasuredWords[why]),
      most: 40,
    },
    { title: 'Hours', value: ({ hours }) => hours?.toFixed(1) ?? '', side: 'right' },
    { title: 'Words', value: ({ words }) => words, most: 50 },
  ])
  const none = 'Nothing that the public asked or reported was found in this period.'
  const years = [
    ...value.yearsWithout.map((year) => `Nobody entered the City’s holidays of ${year}.`),
    ...value.yearsReckoned.map((year) => `The City’s holidays of ${year} are reckoned, and copied from no list.`),
  ]
  return { value, lines: value.total === 0 ? [none] : [...months, '', ...rows, ...years] }
}

async function print(
  { vault, surroundings }: Context,
  { from, to, out }: { from: z.output<typeof Day>; to: z.output<typeof Day>; out: string },
) {
  const format = z.enum(['pdf', 'csv']).safeParse(extname(out).slice(1).toLowerCase())
  if (!format.success) throw new UsageError(`“${out}” must end with .pdf or .csv.`)
  mustNotExist(surroundings.folder, out)
  const into = await vault.grant(out, 'write')
  const value = await vault.run(responsePrint, { from, to, format: format.data, into })
  return {
    value,
    lines: [`${counted(value.asked, 'question or report', 'questions or reports')} reckoned; written to ${out}.`],
  }
}

async function mark({ vault }: Context, { RECORD: record, ANSWER, reason }: z.output<typeof Mark>): Promise<Answer> {
  const asks = ANSWER === 'rules' ? null : ANSWER === 'asks'
  await vault.ask(responseMark, { record, asks, reason })
  return { value: { record, asks }, lines: [asks === null ? 'The rules decide again.' : 'It is written down.'] }
}
