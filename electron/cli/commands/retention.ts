// How the schedule is applied: what its series can hold of what may not be destroyed, what is kept together, and the days of events.
import { z } from 'zod'
import { eventRulesSave, eventRulesShow, eventSet } from '../../../shared/contract/record-event.ts'
import {
  retentionUnit,
  retentionUnitShow,
  scheduleQuestion,
  seriesAnswer,
  seriesReview,
} from '../../../shared/contract/retention.ts'
import { PersonId, RecordId } from '../../../shared/domain/id.ts'
import { EventRules } from '../../../shared/domain/retention/event-rule.ts'
import { KeptUnit } from '../../../shared/domain/retention/unit.ts'
import { Exclusion, Protection } from '../../../shared/domain/schedule/series.ts'
import { type CommandFile, example, type Work } from '../command.ts'
import { UsageError } from '../failure.ts'
import { mustNotExist, readJson, readPaper } from '../input/file.ts'
import { Day, RecordNumber } from '../input/schemas.ts'
import { counted } from '../text/number.ts'
import { table } from '../text/table.ts'

const NONE = 'none'
const SECOND = 'who else stands behind what may let records go sooner after a request, a hold or a plan'
const Answer = z.object({
  CODES: z.array(z.string().min(1)).min(1),
  holds: z.array(z.string()).min(1),
  basis: z.string().trim().min(1).max(2000),
  second: PersonId.nullable().default(null),
})

const Question = z.object({ FILE: z.string().min(1) })
const Event = z.object({
  CODE: z.string().min(1),
  RECORDS: z.array(RecordNumber.pipe(RecordId)),
  search: z.string().optional(),
  on: Day.nullable().default(null),
  reason: z.string().trim().min(1).max(2000),
  second: PersonId.nullable().default(null),
})
const Review = z.object({
  CODES: z.array(z.string()),
  lasting: z.enum(['yes', 'no']),
  basis: z.string().trim().min(1).max(2000),
  second: PersonId,
})
const EventRulesFile = z.object({ FILE: z.string().min(1).nullable(), second: PersonId.nullable().default(null) })
const Unit = z.object({
  UNIT: KeptUnit.nullable().default(null),
  attorney: z.string().optional(),
  date: z.string().optional(),
  reason: z.string().optional(),
  document: z.string().min(1).optional(),
  second: PersonId.nullable().default(null),
})
const Decided = z.object({ attorney: PersonId, date: Day, reason: z.string().trim().min(1).max(2000) })

export default ((program, runner) => {
  const retention = program
    .command('retention')
    .description('How the schedule is applied to records.')
    .addHelpText('after', example('muniment retention answer 704 --holds none --basis "City Clerk: read 40 posts"'))
  retention
    .command('answer')
    .description(
      'Answers for series whether they can hold what Gov. Code 34090(a)–(e) protects; without it nothing goes.',
    )
    .argument('<CODES...>', 'codes of the series, as “schedule show” prints them')
    .requiredOption('--holds <kind...>', `${NONE}, or letters of 34090: ${Exclusion.options.join(', ')}`)
    .requiredOption('--basis <text>', 'who looked, and at what')
    .option('--second <person>', SECOND)
    .addHelpText('after', example('muniment retention answer 100 110 --holds e --basis "Minutes themselves" --as dana'))
    .action(
      runner.inVault(Answer, async ({ vault }, { CODES: series, holds, ...said }) => {
        const { answered, same } = await vault.ask(seriesAnswer, { series, kinds: kindsSaid(holds), ...said })
        return {
          value: { answered, same },
          lines: [`${counted(answered, 'series', 'series')} answered for; ${same} said the same before.`],
        }
      }),
    )
  retention
    .command('review')
    .description('Records that series marked historical were reviewed: whether they are of lasting value.')
    .argument('<CODES...>', 'codes of the series, as “schedule show” prints them')
    .requiredOption('--lasting <yes|no>', 'no: their records wait for no archive any more')
    .requiredOption('--basis <text>', 'who looked, and at what')
    .requiredOption('--second <person>', 'who else stands behind it')
    .addHelpText(
      'after',
      example(
        'muniment retention review 704 --lasting no --basis "City Archivist: looked through 2010 to 2019" --second dana --as rosa',
      ),
    )
    .action(
      runner.inVault(Review, async ({ vault }, { CODES: series, lasting, ...said }) => {
        const value = await vault.ask(seriesReview, { series, lasting: lasting === 'yes', ...said })
        return { value, lines: [`${counted(value.reviewed, 'series', 'series')} reviewed.`] }
      }),
    )
  retention
    .command('question')
    .description(
      'Writes the page that asks the City Clerk and attorney, where no series of the schedule names social media.',
    )
    .argument('<FILE>', 'the PDF to write')
    .addHelpText('after', example('muniment retention question question.pdf'))
    .action(
      runner.inVault(Question, async ({ vault, surroundings }, { FILE }) => {
        mustNotExist(surroundings.folder, FILE)
        const value = await vault.run(scheduleQuestion, { to: await vault.grant(FILE, 'write') })
        return { value, lines: [`${FILE}: ${counted(value.pages, 'page')}.`] }
      }),
    )
  retention
    .command('event')
    .description('Says when what a series waits for (closed, superseded …) came for records; without it nothing goes.')
    .argument('<CODE>', 'code of the legend that waits, such as CL')
    .argument('[RECORDS...]', 'their numbers, as “records” lists them')
    .option('--search <query>', 'instead of numbers: everything that it finds')
    .option('--on <date>', 'the day on which it came; left out: an earlier day is taken back')
    .requiredOption('--reason <text>', 'how it is known')
    .option('--second <person>', SECOND)
    .addHelpText(
      'after',
      example('muniment retention event CL --search "series:210 Ruiz" --on 2026-05-04 --reason "Dismissed" --as dana'),
    )
    .action(
      runner.inVault(Event, async ({ vault }, { CODE: code, RECORDS: records, search = null, ...said }) => {
        const value = await vault.ask(eventSet, { code, records, search, ...said })
        return { value, lines: [`${counted(value.set, 'record')} changed; ${value.same} said the same before.`] }
      }),
    )
  retention
    .command('event-rules')
    .description('Shows the standing rules that give the days of events, or saves those of a file in their place.')
    .argument('[FILE]', 'JSON: a list of {name, code, source, accounts, since, until, reason}, as --json shows them')
    .option('--second <person>', SECOND)
    .addHelpText(
      'after',
      example('muniment retention event-rules', 'muniment retention event-rules rules.json --as dana'),
    )
    .action(
      runner.inVault(EventRulesFile, async ({ vault, surroundings }, { FILE, second }) => {
        if (FILE !== null)
          await vault.ask(eventRulesSave, { rules: readJson(surroundings.folder, FILE, EventRules), second })
        const { rules } = await vault.ask(eventRulesShow, {})
        const lines = table(rules, [
          { title: 'Rule', value: ({ name }) => name, most: 40 },
          { title: 'Event', value: ({ code }) => code },
          { title: 'Its day', value: ({ source }) => (source.kind === 'day' ? source.on : source.kind) },
          { title: 'Accounts', value: ({ accounts }) => accounts.join(', ') || 'all' },
          { title: 'Made', value: ({ since, until }) => `${since ?? '…'} to ${until ?? '…'}` },
        ])
        return { value: rules, lines: lines.length > 0 ? lines : ['There is no standing rule for events yet.'] }
      }),
    )
  retention
    .command('unit')
    .description('Shows what is kept and destroyed together, or records what was decided with the City Attorney.')
    .argument('[UNIT]', KeptUnit.options.join(' or '))
    .option('--attorney <person>', 'short name of the City Attorney with whom it was decided')
    .option('--date <date>', 'when it was decided')
    .option('--reason <text>', 'why')
    .option('--document <file>', 'the attorney’s paper')
    .option('--second <person>', SECOND)
    .addHelpText(
      'after',
      example('muniment retention unit thread --attorney hana --date 2026-11-02 --reason "As practised" --as dana'),
    )
    .action(runner.inVault(Unit, unit))
}) satisfies CommandFile

const unit: Work<z.output<typeof Unit>> = async ({ vault, surroundings }, { UNIT, document, second, ...said }) => {
  if (UNIT !== null) {
    const decided = Decided.safeParse(said)
    if (!decided.success) throw new UsageError('A decision needs --attorney, --date and --reason.')
    const { date: decidedOn, ...rest } = decided.data
    const paper = document === undefined ? null : readPaper(surroundings.folder, document)
    await vault.ask(retentionUnit, { unit: UNIT, ...rest, decidedOn, document: paper, second })
  }
  const shown = await vault.ask(retentionUnitShow, {})
  const lines = table(shown.decisions, [
    { title: 'Decided', value: ({ decidedOn }) => decidedOn },
    { title: 'Unit', value: ({ unit: kept }) => kept },
    { title: 'With', value: ({ attorney }) => attorney },
    { title: 'Why', value: ({ reason }) => reason, most: 60 },
  ])
  const usual = shown.decided ? [] : ['Nobody has decided it yet; this is what counts until then.']
  return { value: shown, lines: [`Kept and destroyed together: the ${shown.unit}.`, ...usual, ...lines] }
}

function kindsSaid(words: readonly string[]): Protection {
  if (words.length === 1 && words[0] === NONE) return []
  const kinds = Protection.safeParse(words)
  if (kinds.success) return kinds.data
  throw new UsageError(`--holds takes “${NONE}” alone, or each of ${Exclusion.options.join(', ')} at most once.`)
}
