// The classification rules: saved and shown.
import { z } from 'zod'
import { rulesSave, rulesShow } from '../../../shared/contract/schedule.ts'
import { Rules } from '../../../shared/domain/classify/rule.ts'
import { type CommandFile, example } from '../command.ts'
import { readJson } from '../input/file.ts'
import { Nothing } from '../input/schemas.ts'
import { counted } from '../text/number.ts'
import { table } from '../text/table.ts'

const Save = z.object({ FILE: z.string().min(1) })

export default ((program, runner) => {
  const rules = program
    .command('rules')
    .description('The rules by which records are classified.')
    .addHelpText('after', example('muniment rules show'))
  rules
    .command('save')
    .description('Saves rules from a JSON file; the set before is kept. “classify --rules” saves and applies them.')
    .argument('<FILE>', '[{"id", "name", "order", "when", "series", "reason"}, …]')
    .addHelpText('after', example('muniment rules save rules.json'))
    .action(
      runner.inVault(Save, async ({ vault, surroundings }, { FILE }) => {
        const saved = await vault.ask(rulesSave, { rules: readJson(surroundings.folder, FILE, Rules) })
        return { value: saved, lines: [`Rule set ${saved.set} is in force.`] }
      }),
    )
  rules
    .command('show')
    .description('Shows the rules in force.')
    .addHelpText('after', example('muniment rules show --json > rules.json'))
    .action(
      runner.inVault(Nothing, async ({ vault }) => {
        const { set, rules: inForce } = await vault.ask(rulesShow, {})
        const lines = table(
          inForce.toSorted((one, other) => one.order - other.order),
          [
            { title: 'Order', value: ({ order }) => String(order), side: 'right' },
            { title: 'Rule', value: ({ id, name }) => `${id}: ${name}`, most: 48 },
            { title: 'Series', value: ({ series }) => series, most: 24 },
            { title: 'When', value: ({ when }) => JSON.stringify(when), most: 60 },
          ],
        )
        return {
          value: inForce,
          lines:
            set === null
              ? ['There are no rules yet.']
              : [`Rule set ${set}, ${counted(inForce.length, 'rule')}`, ...lines],
        }
      }),
    )
}) satisfies CommandFile
