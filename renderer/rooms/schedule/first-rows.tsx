// The first series as they would be read, and what is said of the rest.
import { en } from '../../locale/en/schedule.ts'
import { translator } from '../../locale/t.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Section } from '../../ui/page.tsx'
import { PlainText } from '../../ui/plain-text.tsx'
import type { Read } from './draft.ts'
import { FindingList } from './finding-list.tsx'

const t = translator(en)
const MOST = 5

/** The table. */
export function FirstRows({ read }: { readonly read: Read }) {
  return (
    <Section title={t('firstRows')}>
      <DataTable
        label={t('firstRows')}
        rows={read.rows.slice(0, MOST)}
        keyOf={({ row }) => row}
        columns={[
          { id: 'row', title: t('row'), tight: true, cell: ({ row }) => row },
          { id: 'code', title: t('code'), heading: true, cell: ({ code }) => <PlainText text={code} /> },
          { id: 'title', title: t('seriesTitle'), cell: ({ title }) => <PlainText text={title} /> },
          { id: 'department', title: t('department'), cell: ({ department }) => <PlainText text={department} /> },
          { id: 'retention', title: t('retention'), cell: ({ retention }) => <PlainText text={retention} /> },
        ]}
      />
      <p role="status">{t('firstRowsAbout', { count: read.reading.series })}</p>
      {read.reading.findings.length > 0 && (
        <details>
          <summary>{t('findings')}</summary>
          <FindingList reading={read.reading} />
        </details>
      )}
    </Section>
  )
}
