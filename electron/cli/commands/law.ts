// The law that dates and withholdings rest on, and its confirmation by the City Attorney.
import { z } from 'zod'
import { lawConfirm, lawFees, lawShow, lawWithdraw } from '../../../shared/contract/law.ts'
import { type CommandFile, example, type Work } from '../command.ts'
import { UsageError } from '../failure.ts'
import { readJson } from '../input/file.ts'
import { Nothing } from '../input/schemas.ts'
import { entryLines, sureness } from '../law/entry.ts'
import { addRuleFiles } from '../law/files.ts'
import { counted } from '../text/number.ts'
import { table } from '../text/table.ts'

const Act = z.object({ RULE: z.string().min(1), statement: z.string().trim().min(1) })

const show: Work<unknown> = async ({ vault }) => {
  const shown = await vault.ask(lawShow, {})
  const lines = table(shown.entries, [
    { title: 'Rule', value: ({ id }) => id },
    { title: 'Section', value: ({ citation }) => citation, most: 30 },
    { title: 'From', value: ({ validFrom }) => validFrom ?? '' },
    { title: 'How sure', value: sureness },
    { title: 'What it says', value: ({ text }) => text, most: 60 },
  ])
  return { value: shown, lines }
}

const File = z.object({ FILE: z.string().min(1) })
const feesHelp = `
FILE is JSON: { "name": "Master Fee Schedule", "validFrom": "2027-01-01", "source": "Resolution 90000",
  "lines": [{ "kind": "copy", "words": "Paper copy", "per": "page", "cents": 10 }] }
“kind” is copy, media, postage, certification or programming. Search, review, redaction and inspection cost nothing.`

export default ((program, runner) => {
  const law = program
    .command('law')
    .description('The rules that dates and withholdings rest on; by itself it lists them.')
    .addHelpText('after', example('muniment law'))
    .action(runner.inVault(Nothing, show))
  law
    .command('show')
    .description('Shows a rule whole, with what its use asks and the words of a letter.')
    .argument('<RULE>', 'the rule, as “law” prints it')
    .addHelpText('after', example('muniment law show gov-7927.705'))
    .action(
      runner.inVault(z.object({ RULE: z.string().min(1) }), async ({ vault }, { RULE: rule }) => {
        const { entries } = await vault.ask(lawShow, {})
        const value = entries.find(({ id }) => id === rule)
        if (value === undefined)
          throw new UsageError(`There is no rule “${rule}”; “muniment law” lists those there are.`)
        return { value, lines: entryLines(value) }
      }),
    )
  law
    .command('confirm')
    .description('The City Attorney confirms a rule, or that a bill kept ready is law now.')
    .argument('<RULE>', 'the rule, as “law” prints it')
    .requiredOption('--statement <text>', 'what was checked, and against what')
    .addHelpText('after', example('muniment law confirm cpra-10-days --statement "Read at leginfo" --as dana'))
    .action(
      runner.inVault(Act, async ({ vault }, { RULE: rule, statement }) => {
        const value = await vault.ask(lawConfirm, { rule, statement })
        return {
          value,
          lines: [`${rule} is confirmed; ${counted(value.moved.length, 'date')} of open requests moved.`],
        }
      }),
    )
  law
    .command('withdraw')
    .description('The City Attorney takes a confirmation back.')
    .argument('<RULE>', 'the rule, as “law” prints it')
    .requiredOption('--statement <text>', 'why')
    .addHelpText('after', example('muniment law withdraw cpra-10-days --statement "Amended" --as dana'))
    .action(
      runner.inVault(Act, async ({ vault }, { RULE: rule, statement }) => {
        const value = await vault.ask(lawWithdraw, { rule, statement })
        return {
          value,
          lines: [`${rule} is not confirmed; ${counted(value.moved.length, 'date')} of open requests moved.`],
        }
      }),
    )
  law
    .command('fees')
    .description('Enters the City’s schedule of fees for copies; one entered before is kept.')
    .argument('<FILE>', 'the schedule, JSON')
    .addHelpText('after', `${feesHelp}\n${example('muniment law fees fees-2027.json')}`)
    .action(
      runner.inVault(File, async ({ vault, surroundings }, { FILE }) => {
        const draft = readJson(surroundings.folder, FILE, lawFees.input)
        const value = await vault.ask(lawFees, draft)
        return {
          value,
          lines: [`“${draft.name}” counts from ${draft.validFrom}: ${counted(draft.lines.length, 'line')}.`],
        }
      }),
    )
  addRuleFiles(law, runner)
}) satisfies CommandFile
