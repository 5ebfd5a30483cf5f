// The list written into a file, as it is shown or with every column.
import { recordExport } from '../../../shared/contract/record.ts'
import type { GrantId } from '../../../shared/domain/id.ts'
import type { ListFormat } from '../../../shared/domain/record/record.ts'
import { RecordColumn } from '../../../shared/domain/record/record-list.ts'
import { start } from '../../client/call.ts'
import { WriteMenu } from '../../list/write-menu.tsx'
import { en as records } from '../../locale/en/records.ts'
import { en } from '../../locale/en/search.ts'
import { translator } from '../../locale/t.ts'
import { useListShape, writtenColumns } from './list-shape.ts'

const t = translator(en)
const tr = translator(records)

/** The button, and beside it how far the writing is. */
export function ExportMenu({ words }: { readonly words: string }) {
  const [{ order, columns }] = useListShape()
  const write = (columns: readonly RecordColumn[]) => (format: ListFormat, to: GrantId) =>
    start(recordExport, { search: words, live: true, order, columns: [...columns], format, to })
  return (
    <WriteMenu
      title={tr('title')}
      file="records"
      openKey="e"
      write={write(writtenColumns(columns))}
      more={[{ id: 'all', label: t('exportAll'), format: 'xlsx', write: write(RecordColumn.options) }]}
    />
  )
}
