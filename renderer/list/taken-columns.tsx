// The columns of a table that is taken in, each with what it is taken for.
import { en } from '../locale/en/take-table.ts'
import { translator } from '../locale/t.ts'
import { DataTable } from '../ui/data-table.tsx'
import { type Choice, Picker } from '../ui/picker.tsx'
import { PlainText } from '../ui/plain-text.tsx'

const t = translator(en)
const LEFT_OUT = 'left-out'

interface Props {
  readonly headings: readonly string[]
  readonly columns: readonly (string | null)[]
  readonly fields: readonly Choice[]
  readonly onColumns: (columns: readonly (string | null)[]) => void
}

/** The table. A field that is said of another column is taken from the one that had it. */
export function TakenColumns({ headings, columns, fields, onColumns }: Props) {
  const rows = headings.map((heading, at) => ({ at, name: heading.trim() || t('unnamed', { number: at + 1 }) }))
  const choose = (at: number, id: string) => {
    const field = id === LEFT_OUT ? null : id
    onColumns(
      headings.map((_, place) => (place === at ? field : columns[place] === field ? null : (columns[place] ?? null))),
    )
  }
  return (
    <DataTable
      label={t('columns')}
      rows={rows}
      keyOf={({ at }) => at}
      columns={[
        { id: 'column', title: t('column'), heading: true, cell: ({ name }) => <PlainText text={name} /> },
        {
          id: 'what',
          title: t('whatItIs'),
          cell: ({ at, name }) => (
            <Picker
              label={t('whatColumnIs', { column: name })}
              labelHidden
              choices={[{ id: LEFT_OUT, label: t('leftOut') }, ...fields]}
              value={columns[at] ?? LEFT_OUT}
              onChange={(id) => choose(at, id)}
            />
          ),
        },
      ]}
    />
  )
}
