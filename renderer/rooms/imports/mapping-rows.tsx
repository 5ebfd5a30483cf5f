// The first rows of a table as the records they would be, and what of them cannot be read.
import type { MappedRow, TriedMapping } from '../../../shared/contract/mapping.ts'
import { useVault } from '../../client/vault.ts'
import { word } from '../../locale/en/domain.ts'
import { en } from '../../locale/en/mapping.ts'
import { formatCount } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import { Chip } from '../../ui/chip.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PlainText } from '../../ui/plain-text.tsx'

const t = translator(en)

type Shown = NonNullable<MappedRow['record']>

/** The rows. `reading` while they are being read again. */
export function MappingRows({ tried, reading }: { readonly tried: TriedMapping; readonly reading: boolean }) {
  const { zone } = useVault().summary
  if (tried.tried === 0) {
    return (
      <Notice tone="warn" title={t('nothingFits')}>
        {tried.unfit.join(' ')}
      </Notice>
    )
  }
  return (
    <div className="mapping-rows" aria-busy={reading}>
      <DataTable<MappedRow>
        label={t('preview')}
        rows={tried.rows}
        keyOf={({ file, where }) => `${file} ${where}`}
        rowClass={({ record }) => (record === null ? 'wrong' : '')}
        columns={[
          { id: 'row', title: t('row'), heading: true, tight: true, cell: ({ where }) => where },
          { id: 'kind', title: t('kind'), tight: true, cell: ({ record }) => <Kind record={record} /> },
          { id: 'time', title: t('time'), cell: ({ record }) => record && <Time record={record} zone={zone} /> },
          { id: 'author', title: t('author'), cell: ({ record }) => <PlainText text={record?.author ?? ''} /> },
          { id: 'words', title: t('words'), cell: (row) => <Words row={row} /> },
          { id: 'rest', title: t('rest'), cell: ({ record }) => record && <Rest record={record} /> },
        ]}
      />
      <p role="status">
        {t('tried', { count: tried.tried })}{' '}
        {tried.failed === 0 ? t('allRead') : <strong>{t('failed', { count: tried.failed })}</strong>}
      </p>
      {tried.files.length > 1 && <p className="soft">{t('filesRead', { files: tried.files.join(', ') })}</p>}
      {[...tried.problems, ...tried.unfit].length > 0 && (
        <ul className="bullets">
          {[...tried.problems, ...tried.unfit].map((sentence) => (
            <li key={sentence}>
              <PlainText text={sentence} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Kind({ record }: { readonly record: Shown | null }) {
  if (record !== null) return word(record.kind)
  return (
    <Chip tone="bad" icon="bad">
      {t('noRecord')}
    </Chip>
  )
}

/** In the City's zone where the moment is known; as it is written where no zone is. */
function Time({
  record: { at, atSource, precision, zone: named },
  zone,
}: {
  readonly record: Shown
  readonly zone: string
}) {
  if (at === null) return <PlainText text={atSource ?? ''} />
  if (named === 'unknown') return <PlainText text={t('noZone', { time: atSource ?? '' })} />
  if (precision === 'day') return formatInstant(at, named === 'UTC' || named === null ? 'UTC' : zone, 'day')
  return formatInstant(at, zone, precision === 'minute' ? 'moment' : 'exact')
}

function Words({ row: { record, failed, problems } }: { readonly row: MappedRow }) {
  return (
    <>
      <span className="mapped-words">
        <PlainText text={record?.text ?? failed ?? ''} />
      </span>
      {problems.map((problem) => (
        <span key={problem} className="problem">
          <PlainText text={problem} />
        </span>
      ))}
    </>
  )
}

function Rest({ record }: { readonly record: Shown }) {
  const parts = [
    ...(record.id === null ? [] : [t('number', { id: record.id })]),
    ...(record.parent === null ? [] : [t('answers', { parent: record.parent })]),
    ...(record.conversation === null ? [] : [t('inConversation', { conversation: record.conversation })]),
    ...record.links.filter((link) => link !== record.id),
    ...record.media.map(({ name, found }) => (found ? name : t('missingFile', { name }))),
    ...record.counts.map(({ name, value }) => `${name}: ${formatCount(value)}`),
    ...record.details.map(({ name, value }) => `${name}: ${value}`),
  ]
  return (
    <ul className="samples">
      {parts.map((part) => (
        <li key={part}>
          <PlainText text={part} />
        </li>
      ))}
    </ul>
  )
}
