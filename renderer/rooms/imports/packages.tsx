// The archive files as received, with their digests.
import type { Package } from '../../../shared/domain/intake/accession.ts'
import { ListTable } from '../../list/list-table.tsx'
import { en } from '../../locale/en/imports.ts'
import { formatBytes, formatCount } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { Section } from '../../ui/page.tsx'

const t = translator(en)

/** The files. */
export function Packages({ packages }: { readonly packages: readonly Package[] }) {
  return (
    <Section title={t('packages')}>
      <ListTable
        file="packages"
        label={t('packages')}
        rows={packages}
        keyOf={(file) => file.id}
        columns={[
          {
            id: 'name',
            title: t('name'),
            heading: true,
            cell: (file) => <bdi className="name-of-file">{file.name}</bdi>,
          },
          { id: 'size', title: t('size'), number: true, cell: (file) => formatBytes(file.size) },
          { id: 'members', title: t('files'), number: true, cell: (file) => formatCount(file.members) },
          { id: 'digest', title: t('digest'), cell: (file) => <span className="mono digest">{file.digest}</span> },
        ]}
      />
    </Section>
  )
}
