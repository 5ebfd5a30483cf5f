// The decisions on many records that were made in this vault, each with what takes it back.
import { bulkList } from '../../../../shared/contract/bulk.ts'
import type { Output } from '../../../client/call.ts'
import { useQuery } from '../../../client/query.ts'
import { useVault } from '../../../client/vault.ts'
import { ListTable } from '../../../list/list-table.tsx'
import { en } from '../../../locale/en/bulk.ts'
import { formatCount } from '../../../locale/number.ts'
import { translator } from '../../../locale/t.ts'
import { formatInstant } from '../../../locale/time.ts'
import { Section } from '../../../ui/page.tsx'
import { ResumeBulk } from './resume-bulk.tsx'
import { UndoBulk } from './undo-bulk.tsx'

const t = translator(en)
const shown = { limit: 50 }

type Bulk = Output<typeof bulkList>[number]

/** The table. */
export function BulkTable() {
  const { zone } = useVault().summary
  const { data } = useQuery(bulkList, shown, ['records', 'jobs'], 1000)
  if (!data) return null
  return (
    <Section title={t('before')}>
      {data.length === 0 ? (
        <p className="soft">{t('none')}</p>
      ) : (
        <ListTable<Bulk>
          file="bulk-decisions"
          label={t('before')}
          rows={data}
          keyOf={({ id }) => id}
          columns={[
            { id: 'when', title: t('when'), tight: true, cell: ({ madeAt }) => formatInstant(madeAt, zone, 'moment') },
            { id: 'who', title: t('who'), cell: ({ madeBy }) => <bdi>{madeBy ?? t('unknown')}</bdi> },
            { id: 'records', title: t('records'), number: true, cell: ({ records }) => formatCount(records) },
            { id: 'series', title: t('series'), heading: true, cell: ({ series }) => series ?? t('noSeries') },
            { id: 'reason', title: t('reason'), cell: ({ reason }) => <bdi>{reason}</bdi> },
            { id: 'state', title: t('state'), tight: true, cell: (bulk) => <State bulk={bulk} /> },
          ]}
        />
      )}
    </Section>
  )
}

function State({ bulk }: { readonly bulk: Bulk }) {
  if (bulk.undoneAt !== null) return t('undone')
  return (
    <span className="bulk-state">
      {bulk.endedAt === null ? t('stopped') : t('stands')}
      {bulk.job !== null && <ResumeBulk bulk={bulk.id} job={bulk.job} />}
      <UndoBulk bulk={bulk.id} />
    </span>
  )
}
