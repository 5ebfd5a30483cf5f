// The columns of a schedule file with what stands in them; each is said, or left out on purpose.
import { ScheduleField } from '../../../shared/domain/schedule/column.ts'
import { en } from '../../locale/en/schedule.ts'
import { translator } from '../../locale/t.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Picker } from '../../ui/picker.tsx'
import { PlainText } from '../../ui/plain-text.tsx'
import type { ColumnChoice, ColumnLine } from './draft.ts'

const t = translator(en)
const choices = [
  { id: 'left-out', label: t('leftOut') },
  ...ScheduleField.options.map((field) => ({ id: field, label: t(`field.${field}`) })),
]

interface Props {
  readonly lines: readonly ColumnLine[]
  readonly onChoice: (at: number, choice: ColumnChoice) => void
}

/** The table. */
export function ColumnTable({ lines, onChoice }: Props) {
  const rows = lines.map((line, at) => ({ ...line, at, name: line.header || t('unnamed', { number: at + 1 }) }))
  return (
    <DataTable
      label={t('columns')}
      className="schedule-columns"
      rows={rows}
      keyOf={({ at }) => at}
      rowClass={({ choice }) => (choice === null ? 'undecided' : '')}
      columns={[
        { id: 'column', title: t('column'), heading: true, cell: ({ name }) => <PlainText text={name} /> },
        {
          id: 'samples',
          title: t('suchAs'),
          cell: ({ samples }) => (
            <span className="schedule-samples">
              <PlainText text={samples.join(' · ')} />
            </span>
          ),
        },
        {
          id: 'what',
          title: t('whatItIs'),
          cell: ({ at, name, choice }) => (
            <Picker
              label={t('whatColumnIs', { column: name })}
              labelHidden
              placeholder={t('choose')}
              choices={choices}
              value={choice}
              onChange={(id) => onChoice(at, ScheduleField.safeParse(id).data ?? 'left-out')}
            />
          ),
        },
      ]}
    />
  )
}
