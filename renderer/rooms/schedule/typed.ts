// A schedule that is typed in, series by series: read like a table that was chosen, so that nothing of it is taken otherwise.

/** A series as it is typed. */
export interface TypedSeries {
  readonly key: number
  readonly code: string
  readonly title: string
  readonly retention: string
  readonly citations: string
  readonly department: string
  readonly notes: string
}

/** What is typed of a series, with the heading under which it is read. */
const COLUMNS = [
  ['Series code', 'code'],
  ['Title', 'title'],
  ['Retention', 'retention'],
  ['Citation', 'citations'],
  ['Department', 'department'],
  ['Notes', 'notes'],
] as const satisfies readonly (readonly [heading: string, field: keyof TypedSeries])[]

/** A line in which nothing is typed yet. */
export function emptySeries(key: number): TypedSeries {
  return { key, code: '', title: '', retention: '', citations: '', department: '', notes: '' }
}

/** Whether a line can be read: a series has a title and says how long it is kept. */
export function isTyped({ title, retention }: TypedSeries): boolean {
  return title.trim() !== '' && retention.trim() !== ''
}

/** The lines that can be read as a table with its headings (RFC 4180). */
export function typedCsv(lines: readonly TypedSeries[]): string {
  const rows = lines.filter(isTyped).map((line) => COLUMNS.map(([, field]) => line[field].trim()))
  return [COLUMNS.map(([heading]) => heading), ...rows].map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`
}
