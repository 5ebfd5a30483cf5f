// A line of the list: the cells of a record, one for each column chosen; what marks it stands together at the end.
import { memo, type ReactNode } from 'react'
import type { Account } from '../../../shared/domain/account/account.ts'
import type { RecordColumn } from '../../../shared/domain/record/record-list.ts'
import type { SearchTerm } from '../../../shared/text/tokens.ts'
import { authorWord, platformWord, word } from '../../locale/en/domain.ts'
import { en } from '../../locale/en/records.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import { isGuarded, StandIn } from '../../record/stand-in.tsx'
import { LineText } from './line-text.tsx'
import { MARKS } from './list-shape.ts'
import type { ListedRow } from './record-pages.ts'
import { RowMarks } from './row-marks.tsx'

const t = translator(en)

interface Props {
  readonly row: ListedRow
  readonly account: Account | undefined
  readonly zone: string
  readonly terms: readonly SearchTerm[]
  readonly columns: readonly RecordColumn[]
}

/** The cells of a record. */
export const RecordCells = memo(function RecordCells({ columns, ...line }: Props) {
  const marks = columns.filter((column) => MARKS.includes(column))
  return (
    <div className="record-line" role="presentation">
      {columns
        .filter((column) => !MARKS.includes(column))
        .map((column) => (
          <Cell key={column} name={column}>
            {drawn(column, line, columns)}
          </Cell>
        ))}
      {marks.length > 0 && (
        <Cell name="state">
          <RowMarks row={line.row} columns={marks} />
        </Cell>
      )}
    </div>
  )
})

/** The class of a column: a kind and words found also stand within the text, under shorter names. */
export function cellClass(column: RecordColumn): string {
  return column === 'kind' || column === 'words' ? `cell-column-${column}` : `cell-${column}`
}

function Cell({ name, children }: { readonly name: RecordColumn; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of a grid that is not a table element
    // biome-ignore lint/a11y/useFocusableInteractive: the focus is on the row
    <div role="gridcell" className={cellClass(name)}>
      {children}
    </div>
  )
}

function drawn(
  column: RecordColumn,
  { row, account, zone, terms }: Omit<Props, 'columns'>,
  columns: readonly RecordColumn[],
): ReactNode {
  switch (column) {
    case 'when':
      return <When row={row} zone={zone} />
    case 'platform':
      return platformWord(account?.platform ?? '?')
    case 'account':
      return (
        <>
          <span className="glyph" aria-hidden="true">
            {platformWord(account?.platform ?? '?').slice(0, 2)}
          </span>
          <bdi className="cell-handle">
            {columns.includes('author') ? account?.handle : authorWord(row.author, account)}
          </bdi>
        </>
      )
    case 'author':
      return <bdi>{authorWord(row.author, account)}</bdi>
    case 'kind':
      return word(row.kind)
    case 'text':
      return (
        <>
          {row.kind !== 'post' && !columns.includes('kind') && <span className="cell-kind">{word(row.kind)}</span>}
          {isGuarded(row) ? <StandIn row={row} /> : <LineText text={row.text} terms={terms} />}
        </>
      )
    case 'words':
      return <bdi>{row.found.join(', ')}</bdi>
    case 'number':
      return row.id
    case 'platform-id':
      return <bdi>{row.nativeId}</bdi>
    default:
      return null
  }
}

function When({ row, zone }: Pick<Props, 'row' | 'zone'>) {
  if (row.at === null) return <span className="soft">{t('noTime')}</span>
  return (
    <>
      <span className="cell-day">{formatInstant(row.at, zone, 'day')}</span>
      <span className="cell-clock soft">{formatInstant(row.at, zone, 'clock')}</span>
    </>
  )
}
