// Saying what the columns of the file are, and in which row their headings stand.
import { en } from '../../locale/en/schedule.ts'
import { translator } from '../../locale/t.ts'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { Picker } from '../../ui/picker.tsx'
import { ColumnTable } from './column-table.tsx'
import type { ColumnChoice, ColumnLine, ColumnState, Read } from './draft.ts'

const t = translator(en)

interface Props {
  readonly read: Read
  readonly lines: readonly ColumnLine[]
  readonly state: ColumnState
  readonly headerRow: number | null
  readonly onHeaderRow: (row: number) => void
  readonly onChoice: (at: number, choice: ColumnChoice) => void
}

/** The part. */
export function ColumnsPart({ read, lines, state, headerRow, onHeaderRow, onChoice }: Props) {
  const rows = read.top.map((cells, at) => ({ row: at + 1, cells: cells.filter((cell) => cell !== '').join(' | ') }))
  const beyond = headerRow !== null && headerRow > rows.length ? [{ row: headerRow, cells: '' }] : []
  return (
    <Section title={t('columns')}>
      <p className="soft">{t('columnsAbout')}</p>
      <div className="form">
        <Picker
          label={t('headerRow')}
          hint={t(read.headerRow === null ? 'headerRowNone' : 'headerRowHint')}
          placeholder={t('choose')}
          value={headerRow === null ? null : String(headerRow)}
          onChange={(id) => onHeaderRow(Number(id))}
          choices={[...rows, ...beyond]
            .filter(({ row, cells }) => cells !== '' || row === headerRow)
            .map(({ row, cells }) => ({ id: String(row), label: t('rowSuchAs', { row, cells: cells.slice(0, 80) }) }))}
        />
      </div>
      {headerRow !== null && <ColumnTable lines={lines} onChoice={onChoice} />}
      {headerRow !== null && <Problems state={state} />}
    </Section>
  )
}

function Problems({ state: { twice, undecided, enough } }: { readonly state: ColumnState }) {
  const sentences = [
    ...(twice === null ? [] : [t('twice', { field: t(`field.${twice}`) })]),
    ...(enough ? [] : [t('notEnough')]),
    ...(undecided === 0 ? [] : [t('undecided', { count: undecided })]),
  ]
  if (sentences.length === 0) return null
  return <Notice tone="warn">{sentences.join(' ')}</Notice>
}
