// A plain table for a few hundred rows; longer lists use the grid.
import type { Key, ReactNode } from 'react'

export interface Column<Row> {
  readonly id: string
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  readonly number?: boolean
  /** Dates, chips and buttons stay on one line. */
  readonly tight?: boolean
  /** What somebody wrote: it takes the room that others leave, and a few lines of it are enough here. */
  readonly prose?: boolean
  /** The column that names the row. */
  readonly heading?: boolean
}

interface Props<Row> {
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => Key
  readonly footer?: ReactNode
  readonly rowClass?: (row: Row) => string
  readonly className?: string
}

/** A table that scrolls sideways inside its own frame and can be reached by keyboard. */
export function DataTable<Row>({ label, columns, rows, keyOf, footer, rowClass, className = '' }: Props<Row>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="table-frame" aria-label={label} tabIndex={0}>
      <table className={`table ${className}`}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={classOf(column)}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} className={rowClass?.(row) ?? ''}>
              {columns.map((column) => (
                <Cell key={column.id} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
        {footer && <tfoot>{footer}</tfoot>}
      </table>
    </section>
  )
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const className = classOf(column)
  if (column.heading) {
    return (
      <th scope="row" className={className}>
        {inFewLines(column, row)}
      </th>
    )
  }
  return <td className={className}>{inFewLines(column, row)}</td>
}

function inFewLines<Row>({ prose = false, cell }: Column<Row>, row: Row): ReactNode {
  return prose ? <div className="few-lines">{cell(row)}</div> : cell(row)
}

function classOf<Row>({ number = false, tight = false, prose = false }: Column<Row>): string {
  return number ? 'number' : tight ? 'tight' : prose ? 'prose' : ''
}
