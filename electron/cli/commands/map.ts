// Says what the columns of a table are: suggests a mapping, tries it on the first rows, saves it under a name.
import { z } from 'zod'
import { MunimentError } from '../../../shared/contract/error.ts'
import { mappingList, mappingPreview, mappingSave, mappingSuggest } from '../../../shared/contract/mapping.ts'
import { PlatformName } from '../../../shared/domain/account/account.ts'
import { ColumnPath } from '../../../shared/domain/intake/column-path.ts'
import { MappingName, MappingRules } from '../../../shared/domain/intake/mapping.ts'
import { type Answer, type CommandFile, type Context, example } from '../command.ts'
import { mustExist, readJson } from '../input/file.ts'
import { savedMapping } from '../input/mapping.ts'
import { Nothing } from '../input/schemas.ts'
import { mappingLines, previewRowsLines, tableLines } from '../text/mapping.ts'
import { counted, when } from '../text/number.ts'
import { table } from '../text/table.ts'

const Files = z.array(z.string().min(1)).min(1).max(200)
const Suggest = z.object({
  FILE: Files,
  platform: PlatformName.optional(),
  sheet: z.string().max(200).optional(),
  list: ColumnPath.optional(),
  header: z.boolean().default(true),
})
const Preview = z.object({ FILE: Files, mapping: MappingName.optional(), rules: z.string().min(1).optional() })
const Save = z.object({ NAME: MappingName, rules: z.string().min(1) })
const Show = z.object({ NAME: MappingName })

export default ((program, runner) => {
  const map = program
    .command('map')
    .description('Mappings: what the columns of a table (CSV, JSON, JSON Lines, XLSX) are.')
    .addHelpText('after', example('muniment map suggest posts.csv'))
  map
    .command('suggest')
    .description(
      'Tells the columns of tables and suggests what they are. With --json the suggestion can be edited and saved.',
    )
    .argument('<FILE...>', 'tables, or archives that hold them')
    .option('--platform <name>', 'what the rows are of')
    .option('--sheet <name>', 'the sheet of a workbook, where it is not the first')
    .option(
      '--list <path>',
      'the keys that lead to the rows in JSON, such as data.posts, where it is not the longest list',
    )
    .option('--no-header', 'the first row of the table is a row already')
    .addHelpText(
      'after',
      example('muniment map suggest posts.csv', 'muniment map suggest posts.csv --json > found.json'),
    )
    .action(runner.inVault(Suggest, suggest))
  map
    .command('preview')
    .description('Shows the first ten rows as the records that an import would make. Nothing is stored.')
    .argument('<FILE...>', 'tables, or archives that hold them')
    .option('--mapping <name>', 'a saved mapping')
    .option('--rules <file>', 'a mapping that is not saved yet, as JSON')
    .addHelpText('after', example('muniment map preview posts.csv --rules rules.json'))
    .action(runner.inVault(Preview, preview))
  map
    .command('save')
    .description(
      'Saves a mapping under a name. One of that name stays as an earlier version; imports keep the one that they used.',
    )
    .argument('<NAME>', 'its name')
    .requiredOption('--rules <file>', 'what the columns are, as “suggest --json” prints it under "suggestion"')
    .addHelpText('after', example('muniment map save "Agency posts" --rules rules.json'))
    .action(
      runner.inVault(Save, async ({ vault, surroundings }, { NAME: name, rules }) => {
        const mapping = { name, rules: readJson(surroundings.folder, rules, MappingRules) }
        const saved = await vault.ask(mappingSave, { mapping })
        return { value: saved, lines: [`Mapping “${saved.name}”, version ${saved.version}, is saved.`] }
      }),
    )
  map
    .command('show')
    .description('Shows a saved mapping.')
    .argument('<NAME>', 'its name')
    .addHelpText('after', example('muniment map show "Agency posts"'))
    .action(
      runner.inVault(Show, async (context, { NAME: name }) => {
        const saved = await savedMapping(context.vault, name)
        return { value: saved, lines: mappingLines(saved, context.vault.about.zone) }
      }),
    )
  map
    .command('list')
    .description('The saved mappings.')
    .addHelpText('after', example('muniment map list'))
    .action(
      runner.inVault(Nothing, async ({ vault }) => {
        const saved = await vault.ask(mappingList, { name: null })
        const lines = table(saved, [
          { title: 'Mapping', value: ({ name }) => name, most: 60 },
          { title: 'Version', value: ({ version }) => String(version), side: 'right' },
          { title: 'Rows of', value: ({ rules }) => rules.platform },
          { title: 'Saved', value: ({ savedAt }) => when(savedAt, vault.about.zone) },
        ])
        return { value: saved, lines: lines.length === 0 ? ['There are no mappings yet.'] : lines }
      }),
    )
}) satisfies CommandFile

async function granted({ vault, surroundings }: Context, files: readonly string[]): Promise<string[]> {
  for (const file of files) mustExist(surroundings.folder, file)
  return Promise.all(files.map((file) => vault.grant(file, 'read')))
}

async function suggest(context: Context, input: z.output<typeof Suggest>): Promise<Answer> {
  const { FILE, platform, sheet = null, list = null, header } = input
  const look = sheet === null && list === null && header ? null : { sheet, list, header }
  const found = await context.vault.ask(mappingSuggest, { sources: await granted(context, FILE), look })
  const value = found.tables.map((one) =>
    platform === undefined ? one : { ...one, suggestion: { ...one.suggestion, platform } },
  )
  if (value.length === 0) {
    const why = found.refusals.length > 0 ? found.refusals.join(' ') : 'None of these files is a table.'
    throw new MunimentError('PACKAGE_REFUSED', `${why} Nothing was stored.`)
  }
  return { value, lines: [...value.flatMap(tableLines), ...found.refusals] }
}

async function preview(context: Context, { FILE, mapping, rules }: z.output<typeof Preview>): Promise<Answer> {
  if ((mapping === undefined) === (rules === undefined)) {
    throw new MunimentError('INPUT_INVALID', 'Say either --mapping NAME or --rules FILE. Nothing was done.')
  }
  const said =
    rules === undefined
      ? (await savedMapping(context.vault, MappingName.parse(mapping))).rules
      : readJson(context.surroundings.folder, rules, MappingRules)
  const found = await context.vault.ask(mappingPreview, { sources: await granted(context, FILE), rules: said })
  if (found.refusals.length > 0)
    throw new MunimentError('PACKAGE_REFUSED', `${found.refusals.join(' ')} Nothing was stored.`)
  const none = found.tried === 0 ? ['No row of these files can be read with this mapping.'] : []
  const failed = found.failed === 0 ? [] : [`${counted(found.failed, 'row')} would be no record.`]
  const lines = [
    ...previewRowsLines(found.rows, context.vault.about.zone),
    `${counted(found.tried, 'row')} tried.`,
    ...none,
    ...failed,
    ...found.problems,
    ...found.unfit,
    'Nothing was stored.',
  ]
  return { value: found, lines, unexplained: found.tried === 0 }
}
