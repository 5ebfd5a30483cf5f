// How the schedule is applied: what its series can hold of what may not be destroyed.
import { z } from 'zod'
import { seriesAnswer } from '../../../shared/contract/retention.ts'
import { Exclusion, Protection } from '../../../shared/domain/series.ts'
import { type CommandFile, example } from '../command.ts'
import { UsageError } from '../failure.ts'
import { counted } from '../text/number.ts'

const NONE = 'none'
const Answer = z.object({
  CODES: z.array(z.string().min(1)).min(1),
  holds: z.array(z.string()).min(1),
  basis: z.string().trim().min(1).max(2000),
})

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
    .addHelpText('after', example('muniment retention answer 100 110 --holds e --basis "Minutes themselves" --as dana'))
    .action(
      runner.inVault(Answer, async ({ vault }, { CODES: series, holds, basis }) => {
        const { answered, same } = await vault.ask(seriesAnswer, { series, kinds: kindsSaid(holds), basis })
        return {
          value: { answered, same },
          lines: [`${counted(answered, 'series', 'series')} answered for; ${same} said the same before.`],
        }
      }),
    )
}) satisfies CommandFile

function kindsSaid(words: readonly string[]): Protection {
  if (words.length === 1 && words[0] === NONE) return []
  const kinds = Protection.safeParse(words)
  if (kinds.success) return kinds.data
  throw new UsageError(`--holds takes “${NONE}” alone, or each of ${Exclusion.options.join(', ')} at most once.`)
}
