// Where the rows lie: which table among the files, which sheet or list in it, and whether its first row holds headings.
import type { Table } from '../../../shared/contract/mapping.ts'
import type { MappingRules } from '../../../shared/domain/intake/mapping.ts'
import { en } from '../../locale/en/mapping.ts'
import { translator } from '../../locale/t.ts'
import { Picker } from '../../ui/picker.tsx'

const t = translator(en)
const ROOT = '\u0000'

interface Props {
  readonly tables: readonly Table[]
  readonly table: Table
  readonly onFile: (file: string) => void
  readonly onLook: (look: Pick<MappingRules, 'sheet' | 'list' | 'header'>) => void
}

/** The choices that there are; nothing where there is only one way. */
export function MappingPlace({ tables, table, onFile, onLook }: Props) {
  const { form, sheets, lists, suggestion } = table
  const { sheet, list, header } = suggestion
  const hasCells = form === 'csv' || form === 'xlsx'
  if (tables.length < 2 && sheets.length < 2 && lists.length < 2 && !hasCells) return null
  return (
    <div className="form wide">
      <div className="form-row">
        {tables.length > 1 && (
          <Picker
            label={t('file')}
            choices={tables.map(({ file }) => ({ id: file, label: file }))}
            value={table.file}
            onChange={onFile}
          />
        )}
        {sheets.length > 1 && (
          <Picker
            label={t('sheet')}
            choices={sheets.map((name) => ({ id: name, label: name }))}
            value={sheet ?? sheets[0] ?? null}
            onChange={(id) => onLook({ sheet: id, list, header })}
          />
        )}
        {lists.length > 1 && (
          <Picker
            label={t('list')}
            choices={lists.map((one) => ({
              id: one.list ?? ROOT,
              label: one.list ?? t('listRoot'),
              detail: t('listRows', { count: one.rows }),
            }))}
            value={list ?? ROOT}
            onChange={(id) => onLook({ sheet, list: id === ROOT ? null : id, header })}
          />
        )}
      </div>
      {hasCells && (
        <label className="check">
          <input
            type="checkbox"
            checked={header}
            onChange={(event) => onLook({ sheet, list, header: event.target.checked })}
          />
          {t('hasHeader')}
        </label>
      )}
    </div>
  )
}
