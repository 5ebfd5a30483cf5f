// The list of records: one line each, in the order and the columns that the clerk chose.
import { useCallback } from 'react'
import type { RecordId } from '../../../shared/domain/id.ts'
import type { RecordColumn, RecordOrder } from '../../../shared/domain/record/record-list.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/records.ts'
import { en as searching } from '../../locale/en/search.ts'
import { translator } from '../../locale/t.ts'
import { Empty } from '../../ui/empty.tsx'
import { Grid } from '../../ui/grid.tsx'
import { type ListShape, MARKS, tracksOf } from './list-shape.ts'
import { cellClass, RecordCells } from './record-cells.tsx'
import type { RoomSearch } from './use-record-search.ts'

const t = translator(en)
const ts = translator(searching)
const ROW = 32

interface Props {
  readonly search: RoomSearch
  readonly shape: ListShape
  readonly active: number
  readonly onActive: (row: number) => void
  readonly onOpen: (row: number) => void
  readonly onUnknown: (id: RecordId) => void
}

/** The grid. */
export function RecordGrid({ search, shape, active, onActive, onOpen }: Props) {
  const { summary, accounts } = useVault()
  const { found, want } = search
  const sight = useCallback((first: number, last: number) => want(first, last), [want])
  const { tracks, least } = tracksOf(shape.columns)
  if (found.counted && found.rows === 0) {
    return (
      <Empty icon="search" title={t('none')}>
        {t('noneAbout')}
      </Empty>
    )
  }
  return (
    <Grid
      className={`record-grid ${least === '0' ? '' : 'wide'}`}
      style={{ '--tracks': tracks, '--least': least }}
      label={t('list', { order: ts(`order.${shape.order}`).toLowerCase() })}
      head={<Head shape={shape} />}
      rows={found.rows}
      counted={found.counted}
      rowHeight={ROW}
      active={active}
      onActive={onActive}
      onOpen={onOpen}
      onSight={sight}
      nameOf={(index) => found.row(index)?.id.toString()}
      drawRow={(index) => {
        const row = found.row(index)
        if (!row) return <Coming />
        return (
          <RecordCells
            row={row}
            account={accounts.get(row.account)}
            zone={summary.zone}
            terms={found.terms}
            columns={shape.columns}
          />
        )
      }}
    />
  )
}

function Head({ shape }: { readonly shape: ListShape }) {
  const { columns, order } = shape
  const marks = columns.filter((column) => MARKS.includes(column))
  const shown = columns.filter((column) => !MARKS.includes(column))
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of a grid that is not a table element
    // biome-ignore lint/a11y/useFocusableInteractive: the focus moves through the rows below
    <div role="row" aria-rowindex={1} className="record-line record-head">
      {[...shown, ...(marks.length > 0 ? (['state'] as const) : [])].map((column) => (
        // biome-ignore lint/a11y/useSemanticElements: as above
        // biome-ignore lint/a11y/useFocusableInteractive: as above
        <div key={column} role="columnheader" className={cellClass(column)} aria-sort={sortOf(column, marks, order)}>
          {column === 'state' ? ts(`column.${marks.at(-1) ?? column}`) : ts(`column.${column}`)}
        </div>
      ))}
    </div>
  )
}

/** Which way a column is sorted, for screen readers. */
function sortOf(column: RecordColumn, marks: readonly RecordColumn[], order: RecordOrder) {
  if (column === 'when' && order === 'newest') return 'descending'
  if (column === 'when' && order === 'oldest') return 'ascending'
  if (column === 'account' && order === 'account') return 'ascending'
  return column === 'state' && order === 'series' && marks.includes('series') ? 'ascending' : undefined
}

function Coming() {
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of a grid that is not a table element
    // biome-ignore lint/a11y/useFocusableInteractive: the focus is on the row
    <div role="gridcell" className="record-line coming">
      <span className="visually-hidden">…</span>
    </div>
  )
}
