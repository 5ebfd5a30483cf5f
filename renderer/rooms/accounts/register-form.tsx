// Taking in a register of accounts that was kept elsewhere.
import { accountAdd } from '../../../shared/contract/people.ts'
import { RegisterField, registerRead } from '../../../shared/contract/register.ts'
import { ask, run } from '../../client/call.ts'
import { TakeTable } from '../../list/take-table.tsx'
import { en } from '../../locale/en/accounts.ts'
import { platformWord } from '../../locale/en/domain.ts'
import { translator } from '../../locale/t.ts'
import { DataTable } from '../../ui/data-table.tsx'

const t = translator(en)
const fields = RegisterField.options.map((id) => ({ id, label: t(id) }))

/** The form. Accounts that are registered already stay as they are. */
export function RegisterForm({ onDone }: { readonly onDone: () => void }) {
  return (
    <TakeTable
      fields={fields}
      read={async (csv, columns) => {
        const { accounts: rows, ...read } = await ask(registerRead, { csv, columns: columns && [...columns] })
        return { ...read, rows }
      }}
      take={(draft) => run(accountAdd, draft)}
      takeWords={(count) => t('takeIn', { count })}
      preview={(rows) => (
        <DataTable
          label={t('list')}
          rows={rows}
          keyOf={({ platform, handle }) => `${platform} ${handle}`}
          columns={[
            { id: 'handle', title: t('handle'), heading: true, cell: ({ handle }) => <bdi>@{handle}</bdi> },
            { id: 'platform', title: t('platform'), cell: ({ platform }) => platformWord(platform) },
            { id: 'name', title: t('name'), cell: ({ name }) => <bdi>{name}</bdi> },
            { id: 'department', title: t('department'), cell: ({ department }) => department },
            { id: 'liaison', title: t('liaison'), cell: ({ liaison }) => liaison },
          ]}
        />
      )}
      onDone={onDone}
    />
  )
}
