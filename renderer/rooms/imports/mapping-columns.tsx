// The columns of a table with what stands in them, each with a choice of what it is.
import type { Table, TableColumn } from '../../../shared/contract/mapping.ts'
import type { MappingRules } from '../../../shared/domain/intake/mapping.ts'
import { en } from '../../locale/en/mapping.ts'
import { formatCount } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Picker } from '../../ui/picker.tsx'
import { PlainText } from '../../ui/plain-text.tsx'
import { type Role, roleOf, roles, withRole } from './mapping-roles.ts'

const t = translator(en)
const choices = roles.map((role) => ({ id: role, label: t(`role.${role}`) }))

interface Props {
  readonly table: Table
  readonly rules: MappingRules
  readonly onRules: (rules: MappingRules) => void
}

/** The table of columns. */
export function MappingColumns({ table, rules, onRules }: Props) {
  return (
    <DataTable<TableColumn>
      label={t('column')}
      className="mapping-columns"
      rows={table.columns}
      keyOf={({ path }) => path}
      rowClass={({ path }) => (roleOf(path, rules) === 'none' ? 'unused' : '')}
      columns={[
        { id: 'column', title: t('column'), heading: true, cell: ({ path }) => <PlainText text={path} /> },
        { id: 'samples', title: t('suchAs'), cell: ({ samples }) => <Samples samples={samples} /> },
        { id: 'filled', title: t('filled'), number: true, cell: ({ filled }) => formatCount(filled) },
        {
          id: 'role',
          title: t('whatItIs'),
          cell: ({ path }) => (
            <Picker
              label={t('whatColumnIs', { column: path })}
              labelHidden
              choices={choices}
              value={roleOf(path, rules)}
              onChange={(id) => onRules(withRole(rules, path, asRole(id), table))}
            />
          ),
        },
      ]}
    />
  )
}

function Samples({ samples }: { readonly samples: readonly string[] }) {
  return (
    <ul className="samples">
      {samples.map((sample) => (
        <li key={sample}>
          <PlainText text={sample} />
        </li>
      ))}
    </ul>
  )
}

function asRole(id: string): Role {
  return roles.find((role) => role === id) ?? 'none'
}
