// What marks a record at the end of its line: media, versions, state, series.
import { standingOf } from '../../../shared/domain/record/record.ts'
import type { RecordColumn } from '../../../shared/domain/record/record-list.ts'
import { word } from '../../locale/en/domain.ts'
import { en } from '../../locale/en/records.ts'
import { translator } from '../../locale/t.ts'
import { Chip } from '../../ui/chip.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { ListedRow } from './record-pages.ts'

const t = translator(en)

interface Props {
  readonly row: ListedRow
  readonly columns: readonly RecordColumn[]
}

/** The marks that are chosen and that there is something to say of. */
export function RowMarks({ row, columns }: Props) {
  return (
    <>
      {columns.includes('media') && row.media > 0 && (
        <span className="cell-media soft" title={t('media', { count: row.media })}>
          <Icon name="image" />
          <span className="visually-hidden">{t('media', { count: row.media })}</span>
          {row.media > 1 && <span aria-hidden="true">{row.media}</span>}
        </span>
      )}
      {columns.includes('versions') && row.versions > 1 && (
        <Chip icon="versions" title={t('versions', { count: row.versions })}>
          {row.versions}
        </Chip>
      )}
      {columns.includes('state') && standingOf(row) !== 'live' && <Chip tone="warn">{word(standingOf(row))}</Chip>}
      {columns.includes('series') && <Series series={row.series} />}
    </>
  )
}

function Series({ series }: { readonly series: string | null }) {
  if (series === null) return <span className="cell-untagged">{t('untagged')}</span>
  return (
    <Chip tone="accent" title={t('inSeries', { series })}>
      {series}
    </Chip>
  )
}
