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
      if (read === null) return `(${expected[column]})`
      return read[column] === expected[column] ? String(expected[column]) : `${read[column]} ≠ ${expected[column]}`
    })
    return `| ${platform} | ${read === null ? 'not read: ' : ''}${shortened(sample)} | ${cells.map((cell) => (cell === '0' || cell === '(0)' ? '' : cell)).join(' | ')} |`
  })
  const sentences = all.flatMap((one) =>
    differences(one).map(
      (column) => `- ${one.platform}, ${shortened(one.sample)}, ${column}: ${EXPLAINED[one.sample]?.[column] ?? '?'}`,
    ),
  )
  const head = `| platform | sample | ${COLUMNS.join(' | ')} |\n|---|---|${COLUMNS.map(() => '---:').join('|')}|`
  return `${[head, ...rows].join('\n')}\n${sentences.length > 0 ? `\n${sentences.join('\n')}\n` : ''}`
}

/** The whole page. */
export function pageOf(all: readonly Compared[]): string {
  return `${HEAD}\n${tableOf(all)}`
}

/** Enough of a path to find the sample by. */
function shortened(sample: string): string {
  return sample.split('/').slice(-2).join('/')
}
