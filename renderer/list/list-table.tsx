// A table that can be written into a file as it is shown.
import { type ComponentProps, useRef } from 'react'
import { DataTable } from '../ui/data-table.tsx'
import { shownTable } from './table-text.ts'
import { WriteMenu } from './write-menu.tsx'
import { writeShown } from './write-shown.ts'

type Props<Row> = ComponentProps<typeof DataTable<Row>> & {
  /** What its files are called, without the day and the ending. */
  readonly file: string
}

/** The table under its button. */
export function ListTable<Row>({ file, ...table }: Props<Row>) {
  const whole = useRef<HTMLDivElement>(null)
  return (
    <div className="written-list" ref={whole}>
      <div className="list-tools">
        <WriteMenu
          title={table.label}
          file={file}
          write={(format, to) => {
            const shown = whole.current?.querySelector('table')
            return writeShown(table.label, shown ? shownTable(shown) : { columns: [], rows: [] }, format, to)
          }}
        />
      </div>
      <DataTable<Row> {...table} />
    </div>
  )
}
