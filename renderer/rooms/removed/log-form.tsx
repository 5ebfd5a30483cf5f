// Taking in a log of removed content that was kept elsewhere.
import { LogField, type RemovedRow, removedRead, removedWrite } from '../../../shared/contract/removed.ts'
import { ask, run } from '../../client/call.ts'
import { useVault } from '../../client/vault.ts'
import { TakeTable } from '../../list/take-table.tsx'
import { en } from '../../locale/en/removed.ts'
import { translator } from '../../locale/t.ts'
import { formatMoment } from '../../locale/time.ts'
import { DataTable } from '../../ui/data-table.tsx'

const t = translator(en)
const fields = LogField.options.map((id) => ({ id, label: t(`column.${id}`) }))

/** The form. */
export function LogForm({ onDone }: { readonly onDone: () => void }) {
  return (
    <TakeTable
      fields={fields}
      read={(csv, columns) => ask(removedRead, { csv, columns: columns && [...columns] })}
      take={({ account, said }) => run(removedWrite, { id: null, account, said })}
      takeWords={(count) => t('takeInLog', { count })}
      preview={(rows) => <FirstRows rows={rows} />}
      onDone={onDone}
    />
  )
}

function FirstRows({ rows }: { readonly rows: readonly RemovedRow[] }) {
  const { accounts } = useVault()
  const numbered = rows.map((row, at) => ({ ...row, at }))
  return (
    <DataTable
      label={t('log')}
      rows={numbered}
      keyOf={({ at }) => at}
      columns={[
        { id: 'what', title: t('what'), heading: true, cell: ({ said }) => t(`kind.${said.kind}`) },
        {
          id: 'account',
          title: t('account'),
          cell: ({ account }) => (account === null ? t('noAccount') : <bdi>@{accounts.get(account)?.handle}</bdi>),
        },
        { id: 'removed', title: t('removed'), cell: ({ said }) => said.removed && formatMoment(said.removed) },
        { id: 'author', title: t('author'), cell: ({ said }) => <bdi>{said.author}</bdi> },
        { id: 'by', title: t('by'), cell: ({ said }) => t(`by.${said.by}`) },
        { id: 'reason', title: t('reason'), cell: ({ said }) => <bdi>{said.reason}</bdi> },
      ]}
    />
  )
}
