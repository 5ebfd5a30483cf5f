// Writes docs/counts.md: what was read of each sample beside what a script in another language counted in its files.
import { COLUMNS, type Column, type Counts } from './columns.ts'
import { EXPLAINED } from './explained.ts'

/** One sample: counted over the raw files, and read by the importer (null where no platform knows it yet). */
export interface Compared {
  readonly platform: string
  readonly sample: string
  readonly expected: Counts
  readonly read: Counts | null
}

const HEAD = `# What is read of the samples

Each sample export is read by its platform as an import reads it, and its raw files are counted by \`test/counts/count.py\`, a script that knows
nothing of Muniment and uses Python's standard library alone. A cell with one number says that both agree; \`read ≠ counted\` says that they do not,
and why stands below the table. The numbers are records as read, before what an export holds twice (in JSON and in HTML, say) becomes one record.

- **posts**: posts, replies, reposts, stories, pages (each version), articles, episodes, photos, videos
- **comments**, **messages** (with what happened in a conversation)
- **media**: pictures, films and files that records name, whether the export holds their bytes or not
- **edits**: further versions of what was read already; **deletions**: what is marked as deleted
- **reactions**: likes and reactions, those that stand in a message too
- **other**: albums, files, events, the profile and the like

After a change: \`npm run vitest -- --project unit counts -u\`.
`

/** Cells in which the numbers differ. */
export function differences({ expected, read }: Compared): readonly Column[] {
  return read === null ? [] : COLUMNS.filter((column) => read[column] !== expected[column])
}

/** The table, and the sentences below it. */
export function tableOf(all: readonly Compared[]): string {
  const rows = all.map(({ platform, sample, expected, read }) => {
    const cells = COLUMNS.map((column) => {
      if (read === null) return expected[column] === 0 ? '' : `(${expected[column]})`
      if (read[column] !== expected[column]) return `${read[column]} ≠ ${expected[column]}`
      return expected[column] === 0 ? '' : String(expected[column])
    })
    return [platform, read === null ? `not read: ${shortened(sample)}` : shortened(sample), ...cells]
  })
  const sentences = all.flatMap((one) =>
    differences(one).map(
      (column) => `- ${one.platform}, ${shortened(one.sample)}, ${column}: ${EXPLAINED[one.sample]?.[column] ?? '?'}`,
    ),
  )
  return `${aligned([['platform', 'sample', ...COLUMNS], ...rows])}\n${sentences.length > 0 ? `\n${sentences.join('\n')}\n` : ''}`
}

/** A table in Markdown as the formatter writes it: the first two columns to the left, numbers to the right. */
function aligned(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows
  const widths = head.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)))
  const isText = (at: number) => at < 2
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, at) => (isText(at) ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(' | ')} |`
  const rule = widths.map((width, at) => (isText(at) ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  return [line(head), line(rule), ...body.map(line)].join('\n')
}

/** The whole page. */
export function pageOf(all: readonly Compared[]): string {
  return `${HEAD}\n${tableOf(all)}`
}

/** Enough of a path to find the sample by. */
function shortened(sample: string): string {
  return sample.split('/').slice(-2).join('/')
}
