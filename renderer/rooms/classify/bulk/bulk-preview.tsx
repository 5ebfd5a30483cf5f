// What a search would decide on, before anything is decided.
import type { bulkPreview } from '../../../../shared/contract/bulk.ts'
import type { Output } from '../../../client/call.ts'
import { useVault } from '../../../client/vault.ts'
import { en } from '../../../locale/en/bulk.ts'
import { formatCount } from '../../../locale/number.ts'
import { translator } from '../../../locale/t.ts'
import { formatInstant } from '../../../locale/time.ts'
import { isGuarded, StandIn } from '../../../record/stand-in.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PlainText } from '../../../ui/plain-text.tsx'

const t = translator(en)
const SHOWN = 200

type Found = Output<typeof bulkPreview>

/** The counts and some of the records. */
export function BulkPreview({ found }: { readonly found: Found }) {
  const { accounts, summary } = useVault()
  if (found.records === 0) return <Notice tone="info">{t('findsNone')}</Notice>
  return (
    <div className="bulk-preview" role="status">
      <p className="large-words">{t('finds', { count: found.records })}</p>
      {found.held > 0 && <Notice tone="warn">{t('held', { count: found.held })}</Notice>}
      <div className="cards two">
        <DataTable<Found['bySeries'][number]>
          label={t('bySeries')}
          rows={found.bySeries}
          keyOf={({ series }) => series ?? ''}
          columns={[
            { id: 'series', title: t('bySeries'), heading: true, cell: ({ series }) => series ?? t('noSeries') },
            { id: 'records', title: t('records'), number: true, cell: ({ records }) => formatCount(records) },
          ]}
        />
        <DataTable<Found['byAccount'][number]>
          label={t('byAccount')}
          rows={found.byAccount}
          keyOf={({ account }) => account}
          columns={[
            {
              id: 'account',
              title: t('account'),
              heading: true,
              cell: ({ account }) => <bdi>@{accounts.get(account)?.handle}</bdi>,
            },
            { id: 'records', title: t('records'), number: true, cell: ({ records }) => formatCount(records) },
          ]}
        />
      </div>
      <h3>{t('sample')}</h3>
      <ul className="bulk-sample">
        {found.sample.map((row) => (
          <li key={row.id}>
            <span className="soft">{row.at === null ? '' : formatInstant(row.at, summary.zone, 'day')}</span>{' '}
            <bdi>{isGuarded(row) ? <StandIn row={row} /> : <PlainText text={row.text.slice(0, SHOWN)} />}</bdi>
          </li>
        ))}
      </ul>
    </div>
  )
}
