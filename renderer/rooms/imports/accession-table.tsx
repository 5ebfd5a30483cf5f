// Everything received, newest first.
import { accessionList } from '../../../shared/contract/intake.ts'
import type { Accession } from '../../../shared/domain/intake/accession.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { ListTable } from '../../list/list-table.tsx'
import { en as corrections } from '../../locale/en/corrections.ts'
import { platformWord } from '../../locale/en/domain.ts'
import { en } from '../../locale/en/imports.ts'
import { formatCount } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import { Chip } from '../../ui/chip.tsx'
import { Empty } from '../../ui/empty.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { address } from '../../workspace/route.ts'

const t = translator(en)
const tc = translator(corrections)

/** The table; while the first import runs there is nothing to say yet. */
export function AccessionTable({ importing }: { readonly importing: boolean }) {
  const { summary, accounts, people } = useVault()
  const { data, refusal } = useQuery(accessionList, {}, ['accessions'], 1000)
  if (refusal) return <RefusalNotice refusal={refusal} />
  if (!data) return null
  if (data.length === 0) {
    if (importing) return null
    return (
      <Empty icon="inbox" title={t('noImports')}>
        {t('noImportsAbout')}
      </Empty>
    )
  }
  return (
    <Section title={t('received')}>
      <ListTable<Accession>
        file="imports"
        label={t('received')}
        rows={data}
        keyOf={(row) => row.id}
        columns={[
          {
            id: 'when',
            title: t('when'),
            heading: true,
            tight: true,
            cell: (row) => (
              <a href={address('imports', [row.id])}>{formatInstant(row.receivedAt, summary.zone, 'moment')}</a>
            ),
          },
          {
            id: 'account',
            title: t('account'),
            tight: true,
            cell: (row) => (
              <>
                <span className="soft">{platformWord(accounts.get(row.account)?.platform ?? row.platform)}</span>{' '}
                <bdi>@{accounts.get(row.account)?.handle}</bdi>
              </>
            ),
          },
          {
            id: 'files',
            title: t('files'),
            cell: (row) => <bdi className="name-of-file">{row.packages.map((file) => file.name).join(', ')}</bdi>,
          },
          { id: 'by', title: t('by'), cell: (row) => (row.receivedBy ? people.get(row.receivedBy)?.name : '') },
          { id: 'records', title: t('records'), number: true, cell: (row) => formatCount(row.records) },
          { id: 'outcome', title: t('outcome'), tight: true, cell: (row) => <Outcome accession={row} /> },
        ]}
      />
    </Section>
  )
}

function Outcome({ accession }: { readonly accession: Accession }) {
  if (accession.state === 'receiving') return <Chip tone="accent">{t('receiving')}</Chip>
  if (accession.corrections.some(({ act }) => act === 'withdrawn')) return <Chip>{tc('withdrawnChip')}</Chip>
  if (accession.state === 'undone') return <Chip>{t('undone')}</Chip>
  if (accession.aside) return <Chip tone="warn">{tc('asideChip')}</Chip>
  if (accession.unexplained > 0) {
    return (
      <Chip tone="bad" icon="bad">
        {t('unexplained', { count: accession.unexplained })}
      </Chip>
    )
  }
  return (
    <Chip tone="good" icon="done">
      {t('explained')}
    </Chip>
  )
}
