// Files of the searched exports that words cannot search.
import { searchFiles } from '../../../../shared/contract/request-search.ts'
import type { RequestId } from '../../../../shared/domain/id.ts'
import { useQuery } from '../../../client/query.ts'
import { en } from '../../../locale/en/request-search.ts'
import { formatBytes } from '../../../locale/number.ts'
import { translator } from '../../../locale/t.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { Waiting } from '../../../ui/delayed.tsx'
import { RefusalNotice } from '../../../ui/notice.tsx'
import { PathText } from '../../../ui/path-text.tsx'
import { address } from '../../../workspace/route.ts'

const t = translator(en)

export const fileUses = ['unread', 'quarantined', 'left-out'] as const
export type FileUse = (typeof fileUses)[number]

/** The list. */
export function FilesList({ request, files }: { readonly request: RequestId; readonly files: FileUse }) {
  const { data, refusal } = useQuery(searchFiles, { request, files, offset: 0 }, ['accessions'], 2000)
  if (!data) return refusal ? <RefusalNotice refusal={refusal} /> : <Waiting words="…" />
  const more = data.total - data.files.length
  return (
    <>
      <p className="soft">{t('filesAbout')}</p>
      <DataTable<(typeof data.files)[number]>
        label={t('files')}
        rows={data.files}
        keyOf={({ accession, name }) => `${accession} ${name}`}
        columns={[
          { id: 'file', title: t('file'), heading: true, cell: ({ name }) => <PathText path={name} /> },
          { id: 'size', title: t('size'), number: true, cell: ({ size }) => formatBytes(size) },
          {
            id: 'import',
            title: t('importExport'),
            tight: true,
            cell: ({ accession }) => <a href={address('imports', [accession])}>{t('import', { number: accession })}</a>,
          },
        ]}
      />
      {more > 0 && <p>{t('more', { count: more })}</p>}
    </>
  )
}
