// The list of records: one line each, newest first.
import { useCallback } from 'react'
import type { RecordId } from '../../../shared/domain/id.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/records.ts'
import { translator } from '../../locale/t.ts'
import { Empty } from '../../ui/empty.tsx'
import { Grid } from '../../ui/grid.tsx'
import { RecordCells } from './record-cells.tsx'
import type { RoomSearch } from './use-record-search.ts'

const t = translator(en)
const ROW = 32

interface Props {
  readonly search: RoomSearch
  readonly active: number
  readonly onActive: (row: number) => void
  readonly onOpen: (row: number) => void
  readonly onUnknown: (id: RecordId) => void
}

/** The grid. */
export function RecordGrid({ search, active, onActive, onOpen }: Props) {
  const { summary, accounts } = useVault()
  const { found, want } = search
  const sight = useCallback((first: number, last: number) => want(first, last), [want])
  if (found.counted && found.rows === 0) {
    return (
      <Empty icon="search" title={t('none')}>
        {t('noneAbout')}
      </Empty>
    )
  }
  return (
    <Grid
      className="record-grid"
      label={t('list')}
      head={<Head />}
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
        return <RecordCells row={row} account={accounts.get(row.account)} zone={summary.zone} terms={found.terms} />
      }}
    />
  )
}

function Head() {
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of a grid that is not a table element
    // biome-ignore lint/a11y/useFocusableInteractive: the focus moves through the rows below
    <div role="row" aria-rowindex={1} className="record-line record-head">
      {(['when', 'account', 'text', 'state'] as const).map((column) => (
        // biome-ignore lint/a11y/useSemanticElements: as above
        // biome-ignore lint/a11y/useFocusableInteractive: as above
        <div key={column} role="columnheader" className={`cell-${column}`}>
          {t(column)}
        </div>
      ))}
    </div>
  )
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
