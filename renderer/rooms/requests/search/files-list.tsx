// Files of the searched exports that words cannot search, a page at a time.
import { useState } from 'react'
import { searchFiles } from '../../../../shared/contract/request-search.ts'
import type { RequestId } from '../../../../shared/domain/id.ts'
import { useQuery } from '../../../client/query.ts'
import { en } from '../../../locale/en/request-search.ts'
import { formatBytes } from '../../../locale/number.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Waiting } from '../../../ui/delayed.tsx'
import { RefusalNotice } from '../../../ui/notice.tsx'
import { PathText } from '../../../ui/path-text.tsx'
import { address } from '../../../workspace/route.ts'

const t = translator(en)
/** So many come at once. */
const PAGE = 200

export const fileUses = ['unread', 'quarantined', 'left-out'] as const
export type FileUse = (typeof fileUses)[number]

/** The list. */
export function FilesList({ request, files }: { readonly request: RequestId; readonly files: FileUse }) {
  const [offset, setOffset] = useState(0)
  const { data, refusal } = useQuery(searchFiles, { request, files, offset }, ['accessions'], 2000)
  if (!data) return refusal ? <RefusalNotice refusal={refusal} /> : <Waiting words="…" />
  const last = offset + data.files.length
  return (
    <>
      <p className="soft">{t('filesAbout')}</p>
      <DataTable<(typeof data.files)[number]>
        label={t('files')}
        rows={data.files}
        keyOf={({ accession, name }) => `${accession} ${name}`}
        columns={[
          {
            id: 'file',
            title: t('file'),
            heading: true,
            cell: ({ name, finding }) => (
              <>
                <PathText path={name} />
                {finding !== null && <span className="hint">{finding}</span>}
              </>
            ),
          },
          { id: 'size', title: t('size'), number: true, cell: ({ size }) => formatBytes(size) },
          {
            id: 'import',
            title: t('importExport'),
            tight: true,
            cell: ({ accession }) => <a href={address('imports', [accession])}>{t('import', { number: accession })}</a>,
          },
        ]}
      />
      {data.total > data.files.length && (
        <div className="form-actions start">
          <Button icon="left" onPress={() => setOffset(Math.max(0, offset - PAGE))} disabled={offset === 0}>
            {t('filesBefore')}
          </Button>
          <span role="status">{t('filesPlace', { first: offset + 1, last, total: data.total })}</span>
          <Button onPress={() => setOffset(last)} disabled={last >= data.total}>
            {t('filesNext')}
          </Button>
        </div>
      )}
    </>
  )
}
