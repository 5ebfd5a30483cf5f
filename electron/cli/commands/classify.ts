// Classifies records: what a search finds, what a file lists, or everything by rules.
import { z } from 'zod'
import { bulkUndo } from '../../../shared/contract/bulk.ts'
import { seriesBesideSet } from '../../../shared/contract/retention.ts'
import { classifyRecords, classifyRules, classifySearch, rulesSave } from '../../../shared/contract/schedule.ts'
import { Rules } from '../../../shared/domain/classify/rule.ts'
import { PersonId } from '../../../shared/domain/id.ts'
import { type Answer, type CommandFile, type Context, example } from '../command.ts'
import { UsageError } from '../failure.ts'
import { readJson } from '../input/file.ts'
import { listedNumbers } from '../input/listed-numbers.ts'
import { count, counted } from '../text/number.ts'

const Input = z.object({
  search: z.string().trim().min(1).optional(),
  ids: z.string().min(1).optional(),
  rules: z.string().min(1).optional(),
  series: z.string().trim().min(1).max(200).optional(),
  reason: z.string().trim().min(1).max(2000).optional(),
  second: PersonId.optional(),
  beside: z.boolean().optional(),
  notBeside: z.boolean().optional(),
  undo: z.coerce.number().int().positive().optional(),
})
type Input = z.infer<typeof Input>

/** The contract takes so many records at once. */
const AT_ONCE = 10_000

export default ((program, runner) => {
  program
    .command('classify')
    .description('Assigns records to a series of the schedule: by hand for a reason, or by rules.')
    .option('--search <query>', 'every record that this finds')
    .option('--ids <file>', 'the records listed in a file, one number a line')
    .option('--series <code>', 'the series; “none” takes the series away')
    .option('--reason <text>', 'why')
    .option(
      '--second <person>',
      'who else stands behind it, where it shortens retention after a request, a hold or a plan',
    )
    .option('--beside', 'with --ids: a further series beside the one that the records have; the longest decides')
    .option('--not-beside', 'with --ids: no longer in that further series')
    .option('--rules <file>', 'instead: save these rules (JSON) and classify every untagged record by them')
    .option('--undo <number>', 'instead: take a decision on many records back, by the number that --search gave it')
    .addHelpText(
      'after',
      example(
        'muniment classify --search "kind:message" --series CM-2 --reason "Messages with residents"',
        'muniment classify --ids numbers.txt --series CC-1 --beside --reason "Also a contract"',
        'muniment classify --rules rules.json',
        'muniment classify --undo 3',
      ),
    )
    .action(
      runner.inVault(Input, (context, input) => {
        const ways = [input.search, input.ids, input.rules, input.undo].filter((way) => way !== undefined)
        if (ways.length !== 1) throw new UsageError('Say which records: one of --search, --ids, --rules and --undo.')
        if (input.rules !== undefined) return byRules(context, input.rules)
        if (input.undo !== undefined) return takeBack(context, input.undo, input.second ?? null)
        return byHand(context, input)
      }),
    )
}) satisfies CommandFile

async function byRules({ vault, surroundings }: Context, file: string): Promise<Answer> {
  const { set } = await vault.ask(rulesSave, { rules: readJson(surroundings.folder, file, Rules) })
  const done = await vault.run(classifyRules, {})
  return {
    value: { set, ...done },
    lines: [
      `Rule set ${set}: ${counted(done.classified, 'record')} classified of ${count(done.looked)} looked at; ${count(done.untouched)} match no rule.`,
      ...(done.conflicts > 0
        ? [`${counted(done.conflicts, 'record')} matched rules that disagree; the first in order decided.`]
        : []),
    ],
  }
}

async function takeBack({ vault }: Context, bulk: number, second: PersonId | null): Promise<Answer> {
  const done = await vault.run(bulkUndo, { bulk, second })
  const kept = done.kept > 0 ? `; ${count(done.kept)} were decided on since and stay` : ''
  return { value: done, lines: [`${counted(done.undone, 'record')} as before${kept}.`, ...leftBehind(done.guarded)] }
}

async function byHand(
  context: Context,
  { search, ids, series, reason, second, beside, notBeside }: Input,
): Promise<Answer> {
  if (beside === true || notBeside === true) return further(context, { ids, series, reason, second, beside })
  if (series === undefined || reason === undefined)
    throw new UsageError('Say the series and why: --series CODE --reason TEXT.')
  const decision = { series: series.toLowerCase() === 'none' ? null : series, reason, second: second ?? null }
  const done =
    search === undefined
      ? await listed(context, ids ?? '', decision)
      : await context.vault.run(classifySearch, { search, ...decision })
  const { guarded: left, bulk: number } = { guarded: 0, bulk: null, ...done }
  const same = done.same > 0 ? `; ${count(done.same)} were in it already` : ''
  const bulk = number !== null ? [`To take it back: muniment classify --undo ${number}`] : []
  return {
    value: done,
    lines: [`${counted(done.classified, 'record')} classified${same}.`, ...leftBehind(left), ...bulk],
  }
}

function leftBehind(left: number): string[] {
  if (left === 0) return []
  return [
    `${counted(left, 'record')} left as they are: the series would keep them shorter, and a request, a hold or a plan has touched them. Name a second person: --second PERSON.`,
  ]
}

/** Into a further series, or out of it. */
async function further(
  { vault, surroundings }: Context,
  { ids, series, reason, second, beside }: Pick<Input, 'ids' | 'series' | 'reason' | 'second' | 'beside'>,
): Promise<Answer> {
  if (ids === undefined || series === undefined || reason === undefined)
    throw new UsageError('Say the records, the series and why: --ids FILE --series CODE --reason TEXT.')
  const add = beside === true
  const records = listedNumbers(surroundings.folder, ids)
  let changed = 0
  for (let at = 0; at < records.length; at += AT_ONCE) {
    const some = records.slice(at, at + AT_ONCE)
    changed += (await vault.ask(seriesBesideSet, { records: some, series, add, reason, second: second ?? null }))
      .changed
  }
  const what = add ? `now in ${series}, too` : `no longer in ${series}`
  return { value: { changed }, lines: [`${counted(changed, 'record')} ${what}.`] }
}

async function listed(
  { vault, surroundings }: Context,
  file: string,
  decision: { series: string | null; reason: string; second: PersonId | null },
) {
  const records = listedNumbers(surroundings.folder, file)
  let [classified, same] = [0, 0]
  for (let at = 0; at < records.length; at += AT_ONCE) {
    const done = await vault.ask(classifyRecords, { records: records.slice(at, at + AT_ONCE), ...decision })
    classified += done.classified
    same += done.same
  }
  return { classified, same }
}
