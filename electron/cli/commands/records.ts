// Lists records.
import { z } from 'zod'
import { MunimentError } from '../../../shared/contract/error.ts'
import { accountList } from '../../../shared/contract/people.ts'
import { recordExport, recordOutline, recordPage } from '../../../shared/contract/record.ts'
import type { RecordId } from '../../../shared/domain/id.ts'
import { type RecordRow, standingOf } from '../../../shared/domain/record/record.ts'
import { type Beside, RecordColumn, RecordOrder } from '../../../shared/domain/record/record-list.ts'
import { standIn } from '../../../shared/text/stand-in.ts'
import { type CommandFile, type Context, example } from '../command.ts'
import { mustNotExist } from '../input/file.ts'
import { listFormat } from '../input/list-format.ts'
import { Number1, Text } from '../input/schemas.ts'
import { counted, when } from '../text/number.ts'
import { table } from '../text/table.ts'

const Input = z.object({
  search: Text,
  account: z.string().trim().min(1).optional(),
  series: z.string().trim().min(1).optional(),
  limit: Number1.default(50),
  order: RecordOrder.default('newest'),
  columns: Text.transform((text) => (text === '' ? [] : text.split(',').map((one) => one.trim()))).pipe(
    z.array(RecordColumn),
  ),
  out: z.string().min(1).optional(),
})

const PAGE = 500
const ANCHORS_EVERY = 10_000

export default ((program, runner) => {
  program
    .command('records')
    .description('Lists records, newest first unless said; --json gives {"total", "rows"}.')
    .option('--search <query>', 'words, “phrases” and filters such as kind:post, has:photo, after:2024, untagged')
    .option('--account <handle>', 'of one account')
    .option('--series <code>', 'of one series')
    .option('--limit <n>', 'how many to list (50)')
    .option('--order <order>', 'newest, oldest, account, series or relevance')
    .option('--columns <list>', `columns of the file, by commas (all): ${RecordColumn.options.join(', ')}`)
    .option('--out <file>', 'write all that is found into a file instead: CSV, XLSX or PDF, by its ending')
    .addHelpText('after', example('muniment records --search "\\"road closure\\" before:2024" --limit 20'))
    .action(
      runner.inVault(Input, async (context, input) => {
        const search = searchOf(input)
        if (input.out !== undefined) return writeList(context, search, input)
        const { rows, explained, hints } = await firstRows(context, search, input)
        const { total } = await context.vault.ask(recordOutline, { search, every: ANCHORS_EVERY, live: false })
        return { value: { total, rows }, lines: [...(await listing(context, rows, total, explained)), ...hints] }
      }),
    )
}) satisfies CommandFile

/** Writes the list as the room does; the value says how many records it holds. */
async function writeList(
  { vault, surroundings }: Context,
  search: string,
  { out: file = '', order, columns }: z.infer<typeof Input>,
) {
  const format = listFormat(file)
  mustNotExist(surroundings.folder, file)
  const to = await vault.grant(file, 'write')
  const value = await vault.run(recordExport, {
    search,
    live: false,
    order,
    ...(columns.length > 0 ? { columns } : {}),
    format,
    to,
  })
  return { value, lines: [`${counted(value.records, 'record')} written to ${file}.`] }
}

/** Options as filters of the search language; an “or” in the query must not escape them. */
function searchOf({ search, account, series }: z.infer<typeof Input>): string {
  const filters = [...(account ? [`account:${quoted(account)}`] : []), ...(series ? [`series:${quoted(series)}`] : [])]
  if (filters.length === 0) return search
  return [search === '' ? '' : `(${search})`, ...filters].join(' ').trim()
}

function quoted(value: string): string {
  return `"${value.replaceAll('"', '')}"`
}

async function firstRows({ vault }: Context, search: string, { limit, order }: z.infer<typeof Input>) {
  const rows: RecordRow[] = []
  let hints: readonly string[] = []
  let before: RecordId | null = null
  let beside: Beside = null
  for (;;) {
    const wanted = Math.min(PAGE, limit - rows.length)
    const page: z.infer<typeof recordPage.output> = await vault.ask(recordPage, {
      search,
      order,
      before,
      beside,
      limit: wanted,
      live: false,
    })
    if (page.problems.length > 0) throw new MunimentError('INPUT_INVALID', page.problems.join(' '))
    rows.push(...page.rows)
    if (before === null) hints = page.hints
    before = page.rows.at(-1)?.id ?? null
    beside = page.besides.at(-1) ?? null
    if (page.rows.length < wanted || rows.length >= limit) return { rows, explained: page.explained, hints }
  }
}

async function listing(
  { vault }: Context,
  rows: readonly RecordRow[],
  total: number,
  explained: string,
): Promise<string[]> {
  const handles = new Map(
    (await vault.ask(accountList, {})).map(({ id, platform, handle }) => [id, `${platform}:${handle}`]),
  )
  return [
    ...table(rows, [
      { title: 'Record', value: ({ id }) => String(id), side: 'right' },
      { title: 'Made', value: ({ at }) => when(at, vault.about.zone) },
      { title: 'Account', value: ({ account }) => handles.get(account) ?? String(account), most: 24 },
      { title: 'Kind', value: (row) => (standingOf(row) === 'live' ? row.kind : `${row.kind} (${standingOf(row)})`) },
      { title: 'Series', value: ({ series }) => series ?? '–', most: 20 },
      { title: 'Text', value: (row) => standIn(row) ?? row.text, most: 60 },
    ]),
    `${explained}: ${counted(total, 'record')}${rows.length < total ? `, the first ${rows.length} listed` : ''}.`,
  ]
}
