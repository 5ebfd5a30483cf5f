// Every capture, newest first, with its outcome in plain words.
import { captureList } from '../../../shared/contract/capture.ts'
import type { Capture } from '../../../shared/domain/capture/capture.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { ListTable } from '../../list/list-table.tsx'
import { en } from '../../locale/en/captures.ts'
import { platformWord } from '../../locale/en/domain.ts'
import { formatCount } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import { Chip } from '../../ui/chip.tsx'
import { Empty } from '../../ui/empty.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { PlainText } from '../../ui/plain-text.tsx'
import { address } from '../../workspace/route.ts'
import { outcomeTone, outcomeWord } from './words.ts'

const t = translator(en)

/** The table; while the first capture runs there is nothing to say yet. */
export function CaptureTable({ running }: { readonly running: boolean }) {
  const { summary, accounts } = useVault()
  const { data, refusal } = useQuery(captureList, {}, ['captures', 'accessions'], 1000)
  if (refusal) return <RefusalNotice refusal={refusal} />
  if (!data || (data.length === 0 && running)) return null
  if (data.length === 0) {
    return (
      <Empty icon="image" title={t('none')}>
        {t('noneAbout')}
      </Empty>
    )
  }
  return (
    <Section title={t('list')}>
      <ListTable<Capture>
        file="captures"
        label={t('list')}
        rows={data}
        keyOf={(row) => row.id}
        columns={[
          {
            id: 'when',
            title: t('when'),
            heading: true,
            tight: true,
            cell: (row) => (
              <a href={address('captures', [row.id])}>{formatInstant(row.startedAt, summary.zone, 'moment')}</a>
            ),
          },
          {
            id: 'account',
            title: t('account'),
            tight: true,
            cell: ({ account }) => (
              <>
                <span className="soft">{platformWord(accounts.get(account)?.platform ?? '')}</span>{' '}
                <bdi>@{accounts.get(account)?.handle}</bdi>
              </>
            ),
          },
          {
            id: 'outcome',
            title: t('outcome'),
            tight: true,
            cell: (row) => <Chip tone={outcomeTone(row)}>{outcomeWord(row)}</Chip>,
          },
          { id: 'words', title: t('inWords'), cell: ({ sentence }) => <PlainText text={sentence} /> },
          { id: 'items', title: t('items'), number: true, cell: ({ items }) => formatCount(items) },
        ]}
      />
    </Section>
  )
}
